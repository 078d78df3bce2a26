"""Simulation: what becomes of the plan if something slips, fails or turns out."""

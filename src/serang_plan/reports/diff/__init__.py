"""Diff: what happened between two states of the plan."""

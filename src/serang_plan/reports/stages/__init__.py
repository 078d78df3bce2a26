"""Stages: the years of the plan, and the targets that could be proposed for them."""

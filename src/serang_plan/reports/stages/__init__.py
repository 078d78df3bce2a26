"""Stages: the years of the plan, what each is for and what was put off."""

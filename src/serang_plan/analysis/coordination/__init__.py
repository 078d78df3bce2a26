"""Coordination: in what OPD depend on each other, and what each has to do about it."""

"""Duties: who answers for what, since when, after whom, and how much that is."""

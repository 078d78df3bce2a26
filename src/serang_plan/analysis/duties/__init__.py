"""Duties: who answers for what, since when, after whom, how much that is, and what a rakor asked of them."""

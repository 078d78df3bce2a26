"""Criteria: lists that somebody set, what was said of them, and the evidence that bears on them."""

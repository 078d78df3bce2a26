"""Criteria: lists that somebody set, beside the evidence."""

"""Gaps: what is missing, why, and what would close it."""

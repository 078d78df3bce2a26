"""Checking: find what is wrong, compare it with another state, mend what is safe, watch for more."""

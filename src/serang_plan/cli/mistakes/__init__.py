"""Mistakes: what was meant by a word, or an option, that a command does not have."""

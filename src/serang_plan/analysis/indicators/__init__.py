"""Indicators: which value counts, whether it meets its threshold, and which way it moves."""

"""Rendering: findings or a page become text; one file per format."""

"""Lookups: what names what, where a name stands for a place, and what could not be read."""

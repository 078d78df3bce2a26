"""Editing: what is meant to be different in a plan becomes new files, checked before one is written."""

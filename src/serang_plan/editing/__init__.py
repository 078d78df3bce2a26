"""Editing: intended changes become edits on the source text; what is not touched stays byte for byte."""

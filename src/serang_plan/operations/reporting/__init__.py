"""Reporting: a report is built from what was read, and drawn in a format."""

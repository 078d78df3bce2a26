"""Exporting: a plan becomes tables that other programs read, with what they need to work out the same."""

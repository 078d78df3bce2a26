"""The command line: one question per command; open, build, lay out, write."""

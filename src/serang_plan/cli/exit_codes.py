"""Exit codes: what a run says to the shell that started it."""

FINE, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""All is well; findings that fail a check; it could not be carried out; somebody pressed Ctrl-C."""

# The one command: everything that CI runs.
check:
	python3 start.py test

.PHONY: check

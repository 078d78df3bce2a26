# The one command: everything that CI runs.
check:
	python3 start.py test

# The newest judge of accessibility for the tests in a browser; they have an older one without it.
axe:
	npm install --silent --prefix .cache/axe axe-core@4

.PHONY: check axe

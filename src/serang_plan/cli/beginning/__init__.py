"""Beginning: what a new plan begins with is taken from options, or asked for."""

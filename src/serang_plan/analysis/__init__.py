"""Analysis: what follows from a plan; one question per file, values out."""

"""Rakor: the life of its decisions, what the next one has to settle, and what its minutes hold."""

"""Output: where a result goes, and how it is written there whole or not at all."""

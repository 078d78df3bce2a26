"""Actions: when each runs, what it waits for, and which get into each other's way."""

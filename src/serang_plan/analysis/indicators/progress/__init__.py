"""Progress: eight published methods beside each other, and the one that decides."""

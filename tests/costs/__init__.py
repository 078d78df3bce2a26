"""What the program costs, counted: the same at every run."""

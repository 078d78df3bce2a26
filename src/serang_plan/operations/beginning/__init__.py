"""Beginning: lists that an office has anyway become the files of its first plan."""

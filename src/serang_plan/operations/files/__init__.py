"""Files: plans are read from a folder or from its history, and what is written is written whole."""

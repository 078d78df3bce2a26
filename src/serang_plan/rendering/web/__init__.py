"""The pieces of a web page: its tags, its tables, its notes and its style sheet."""

"""Text: a page as Markdown and as a message."""

"""Outlook: what is missing, what is planned for it, and where that leads."""

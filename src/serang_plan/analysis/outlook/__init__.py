"""Outlook: what is missing, what is planned for it, where that leads, and what the pillars get of it."""

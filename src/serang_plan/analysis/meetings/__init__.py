"""Meetings: what a rakor has to know, to decide and to follow up."""

"""Meetings: what a rakor has to know and to decide."""

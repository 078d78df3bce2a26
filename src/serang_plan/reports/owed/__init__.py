"""Owed: who owes which figure since when, by the calendar that was set."""

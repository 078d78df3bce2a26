"""Status: where the city stands on a date."""

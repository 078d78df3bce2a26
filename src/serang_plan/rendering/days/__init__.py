"""Days as a calendar: what telephones and mail programs take over."""

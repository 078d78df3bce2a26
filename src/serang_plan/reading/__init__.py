"""Reading: files become a plan, and everything wrong with them becomes findings."""

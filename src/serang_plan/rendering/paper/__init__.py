"""Paper: a page as PDF, and how it fits on sheets."""

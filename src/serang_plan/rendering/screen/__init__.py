"""The screen: a page as a terminal shows it."""

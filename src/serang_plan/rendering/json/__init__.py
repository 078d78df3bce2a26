"""JSON: text for programs."""

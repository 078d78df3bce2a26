"""Rule: what a rule finds and why it matters."""

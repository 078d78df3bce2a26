"""Follow-up: what became of every decision, and what to remind each OPD of."""

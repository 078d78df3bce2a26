"""Changes: what is different between two states of the plan, by meaning."""

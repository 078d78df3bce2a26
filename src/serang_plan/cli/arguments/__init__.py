"""Arguments: what somebody typed becomes values, and what cannot be becomes advice."""

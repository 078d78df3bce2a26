"""Progress: one indicator, its values, and what each method says of its way."""

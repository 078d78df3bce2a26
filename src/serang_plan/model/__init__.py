"""The model: what the YAML says, typed and frozen."""

"""Minutes: the notulen of a rakor in the official form."""

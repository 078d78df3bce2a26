"""Reference: what may stand in the files of a plan, from the records that read them."""

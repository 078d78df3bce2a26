"""Reports: a plan becomes a value that answers one question, and the value a page; one file per report."""

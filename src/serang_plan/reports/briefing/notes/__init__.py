"""The notes: a file for each reader, laid out from the parts that they share."""

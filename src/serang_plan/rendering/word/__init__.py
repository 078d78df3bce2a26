"""Word: a page as a document that somebody works on in."""

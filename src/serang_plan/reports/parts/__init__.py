"""Parts: phrases, columns and charts that several reports share."""

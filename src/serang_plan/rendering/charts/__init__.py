"""Charts: one file per kind of chart, each turning it into the elements of an SVG picture."""

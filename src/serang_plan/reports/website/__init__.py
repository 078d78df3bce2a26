"""Site: the plan for everybody, a page for each thing that has a code; the only report of many pages."""

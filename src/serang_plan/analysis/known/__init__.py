"""Known: what was surely public on a day, and how each thing stood then; nothing that came later."""

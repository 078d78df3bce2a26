"""Recording: what became known is written into the plan, and what was written by mistake is taken back."""

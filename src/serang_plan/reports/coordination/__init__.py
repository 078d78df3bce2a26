"""Coordination: who must agree with whom, and about what."""

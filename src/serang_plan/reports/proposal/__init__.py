"""Proposal: yearly targets that could be agreed on."""

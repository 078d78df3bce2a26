"""Meetings: a rakor is planned, held and closed in the plan, each as changes that can be shown first."""

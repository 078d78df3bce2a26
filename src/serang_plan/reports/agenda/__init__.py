"""Agenda: what the next rakor takes up, who must be there, and the invitation."""

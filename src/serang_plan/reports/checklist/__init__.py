"""Checklist: what each OPD has to do before and at the rakor."""

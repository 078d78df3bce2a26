"""Briefing: the note for one reader, in the form of a nota dinas; the one report that may use the others."""

from serang_plan.reports.briefing.data import data
from serang_plan.reports.briefing.page import page
from serang_plan.reports.briefing.value import ROLES, Briefing, Inside, Reader, Role, build
from serang_plan.reports.parts.offices import head_of

__all__ = ["ROLES", "Briefing", "Inside", "Reader", "Role", "build", "data", "head_of", "page"]

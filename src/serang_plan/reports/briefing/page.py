"""The note of each reader."""

from __future__ import annotations

from serang_plan.page import Page
from serang_plan.reports.briefing.notes import bappeda, opd, sekda, walikota
from serang_plan.reports.briefing.value import Briefing
from serang_plan.wording import Lang

_PAGES = {"walikota": walikota.page, "sekda": sekda.page, "bappeda": bappeda.page, "opd": opd.page}


def page(briefing: Briefing, lang: Lang) -> Page:
    """Lay the note out for its reader."""
    return _PAGES[briefing.reader.role](briefing, lang)

"""Owed figures in words: for which times, and how late."""

from __future__ import annotations

from serang_plan.analysis.rakor.owed import OwedFigure
from serang_plan.wording import Lang, lasting, listed

_MOST_PERIODS = 3


def periods(figure: OwedFigure, lang: Lang) -> str:
    """Name the times for which there is no value."""
    return listed([period.text(lang) for period in figure.periods], lang, most=_MOST_PERIODS)


def waited(figure: OwedFigure, lang: Lang) -> str:
    """Say how late the first of them is; nothing within the days of grace."""
    return lasting(figure.days_late, lang) if figure.is_late else ""

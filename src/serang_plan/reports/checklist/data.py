"""Checklists for programs: nothing left out, sentences in one language."""

from typing import NamedTuple

from serang_plan.analysis.coordination.obligations import Obligations
from serang_plan.reports.checklist.page import Checklists, sheet
from serang_plan.reports.checklist.tasks import Todo
from serang_plan.reports.parts.json_values import AsOf, Code, Codes, Count, Title
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang


class BringRecord(NamedTuple):
    """An indicator or action to report on."""

    code: Code
    name: str
    state: str
    """In the language of the report."""


class OpdRecord(NamedTuple):
    """What one OPD has to do."""

    code: Code
    name: str
    leads: Codes
    takes_part_in: Codes
    actions_later: Count
    """Open actions that begin in a later year."""
    bring: tuple[BringRecord, ...]
    """What to report on."""
    put_right: tuple[Todo, ...]
    """What has to be corrected or completed."""
    settle: tuple[Todo, ...]
    """What to settle, and with whom."""
    hand_over: tuple[Todo, ...]
    """What it hands over to others."""
    wait_for: tuple[Todo, ...]
    """What it waits for from others."""
    decisions: tuple[Todo, ...]
    """Decisions of earlier rakor that are not known to be closed."""


class ChecklistData(NamedTuple):
    """Yang dibawa, dibenahi, disepakati, diserahkan dan ditagih tiap OPD.

    What each OPD brings, puts right, settles, hands over and waits for.
    """

    title: Title
    as_of: AsOf
    opd: tuple[OpdRecord, ...]


def data(checklists: Checklists, lang: Lang) -> ChecklistData:
    """Return the checklists of the OPD that were asked for."""
    opd = tuple(opd_record(checklists, asked, lang) for asked in checklists.asked)
    return ChecklistData(plan_title(checklists.plan, lang), checklists.plan.as_of, opd)


def opd_record(checklists: Checklists, asked: Obligations, lang: Lang) -> OpdRecord:
    """Return the checklist of one OPD."""
    whole = sheet(checklists, asked, lang)
    return OpdRecord(
        asked.opd.code,
        asked.opd.name,
        tuple(verdict.indicator.code for verdict in asked.leads),
        tuple(part.indicator for part in asked.parts),
        asked.later,
        tuple(BringRecord(row.code, row.name, row.state) for row in whole.rows),
        *(todos for _, todos in whole.sections),
    )

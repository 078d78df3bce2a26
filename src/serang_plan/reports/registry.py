"""The reports: what each gives, what it is called, and what one can type to see it; loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from serang_plan.model.plan import Plan
from serang_plan.page import Block, Event, Page, Sheet
from serang_plan.wording import Lang

Record = tuple[object, ...]
"""What JSON is made of: a named tuple, whose fields become the keys."""


class ReportValue(Protocol):
    """What a report found: whatever that is, it is about a plan."""

    @property
    def plan(self) -> Plan:
        """The plan that it is about."""


class Report(Protocol):
    """What the modules of a report give between them: what it found, in three forms."""

    def page(self, value: ReportValue, lang: Lang) -> Page:
        """Lay it out for people; in `page.py`."""

    def data(self, value: ReportValue, lang: Lang) -> Record:
        """Say it to programs; in `data.py`."""

    def sheets(self, value: ReportValue, lang: Lang) -> tuple[Sheet, ...]:
        """Put it into tables for spreadsheets; in `sheets.py`."""

    def events(self, value: ReportValue, lang: Lang) -> tuple[Event, ...]:
        """Give the days that belong into a calendar; in `events.py`."""

    def pictures(self, value: ReportValue, lang: Lang) -> Iterator[Block]:
        """Give what stands at the end of the page where pictures can be drawn; in `pictures.py`."""


class RegisteredReport(NamedTuple):
    """A report, and what others must know of it; its modules are imported when a form is asked for."""

    name: str
    """By which its JSON and its schema go."""
    folder: str
    command: str
    examples: Mapping[str, str]
    """Command lines that show what it can say, by the name of what they give; the first is the plainest."""
    has_sheets: bool = True
    compares: bool = False
    """Whether it is about two states of a plan, `lama` and `baru`, and not about the one in `--data`."""
    has_events: bool = False
    narrowed_by: tuple[str, ...] = ()
    """The options of its command that leave less to read."""
    all_is_more: bool = False
    """Whether `--all` asks for another page than the one that a screen has no room for."""
    has_pictures: bool = False

    def page(self, value: ReportValue, lang: Lang) -> Page:
        """Lay it out for people."""
        return self._module("page").page(value, lang)

    def data(self, value: ReportValue, lang: Lang) -> Record:
        """Say it to programs."""
        return self._module("data").data(value, lang)

    def sheets(self, value: ReportValue, lang: Lang) -> tuple[Sheet, ...]:
        """Put it into tables for spreadsheets, if it has any."""
        return self._module("sheets").sheets(value, lang) if self.has_sheets else ()

    def events(self, value: ReportValue, lang: Lang) -> tuple[Event, ...]:
        """Give the days that belong into a calendar, if it knows any."""
        return self._module("events").events(value, lang) if self.has_events else ()

    def pictures(self, value: ReportValue, lang: Lang) -> tuple[Block, ...]:
        """Give what stands at the end of the page where pictures can be drawn, if there is any."""
        return tuple(self._module("pictures").pictures(value, lang)) if self.has_pictures else ()

    def _module(self, form: str) -> Report:
        return cast(Report, import_module(f"serang_plan.reports.{self.folder}.{form}"))


_ALL = (
    RegisteredReport("status", "status", "status", {"status": "status"}, has_pictures=True),
    RegisteredReport("criteria", "criteria", "criteria", {"criteria": "criteria"}),
    RegisteredReport(
        "gaps",
        "gaps",
        "gaps",
        {"gaps": "gaps", "gaps-dlh-2027": "gaps --opd DLH --year 2027"},
        narrowed_by=("--opd", "--aspect", "--pillar", "--year"),
    ),
    RegisteredReport(
        "coordination",
        "coordination",
        "coordination",
        {"coordination": "coordination"},
        narrowed_by=("--opd", "--year"),
    ),
    RegisteredReport(
        "checklist",
        "checklist",
        "checklist",
        {"checklist": "checklist --opd DLH"},
        narrowed_by=("--opd",),
        all_is_more=True,
    ),
    RegisteredReport(
        "stages",
        "stages",
        "stages",
        {"stages": "stages", "stages-2027": "stages --year 2027"},
        narrowed_by=("--year",),
    ),
    RegisteredReport(
        "proposed-targets", "proposal", "stages --propose", {"stages-propose": "stages --propose"}
    ),
    RegisteredReport("progress", "progress", "progress", {"progress": "progress M03 --explain"}),
    RegisteredReport("forecast", "forecast", "forecast", {"forecast": "forecast"}),
    RegisteredReport(
        "simulate", "simulate", "simulate", {"simulate": "simulate --without-opd DLH --value M01=21@2027"}
    ),
    RegisteredReport(
        "briefing",
        "briefing",
        "briefing",
        {
            "briefing-sekda": "briefing --for sekda",
            "briefing-walikota": "briefing --for walikota",
            "briefing-bappeda": "briefing --for bappeda",
            "briefing-opd": "briefing --for opd:DLH",
        },
        has_sheets=False,
    ),
    RegisteredReport(
        "rakor-prepare",
        "agenda",
        "rakor prepare",
        {"rakor-prepare": "rakor prepare 2026-09-15", "rakor-letter": "rakor prepare 2026-09-15 --letter"},
        all_is_more=True,
    ),
    RegisteredReport(
        "rakor-minutes",
        "minutes",
        "rakor minutes",
        {"rakor-minutes": "rakor minutes"},
        has_sheets=False,
    ),
    RegisteredReport(
        "rakor-follow-up",
        "follow_up",
        "rakor follow-up",
        {"rakor-follow-up": "rakor follow-up", "rakor-follow-up-opd": "rakor follow-up --opd DLH"},
        has_events=True,
        narrowed_by=("--opd",),
        all_is_more=True,
    ),
    RegisteredReport(
        "rakor-owed", "owed", "rakor owed", {"rakor-owed": "rakor owed"}, narrowed_by=("--opd",)
    ),
    RegisteredReport(
        "diff", "diff", "diff", {"diff": "diff lama baru"}, compares=True, narrowed_by=("--since",)
    ),
)
REPORTS: Mapping[str, RegisteredReport] = {report.name: report for report in _ALL}
"""By the name that its JSON bears, in the order in which the documents tell of them."""

"""The reports: what each gives, what it is called, and what one can type to see it; loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Generic, NamedTuple, Never, Protocol, TypeVar, cast

from serang_plan.model.plan import Plan
from serang_plan.page import Block, Event, Page, Sheet
from serang_plan.wording import Lang

if TYPE_CHECKING:
    from serang_plan.analysis.outlook.gaps import Gaps
    from serang_plan.reports.agenda.page import PreparedRakor
    from serang_plan.reports.briefing.value import Briefing
    from serang_plan.reports.checklist.page import Checklists
    from serang_plan.reports.coordination.value import Coordination
    from serang_plan.reports.criteria.page import CriteriaReport
    from serang_plan.reports.diff.page import Diff
    from serang_plan.reports.follow_up.page import FollowUp
    from serang_plan.reports.forecast.page import ForecastReport
    from serang_plan.reports.minutes.page import Minutes
    from serang_plan.reports.owed.page import OwedReport
    from serang_plan.reports.progress.page import ProgressReport
    from serang_plan.reports.proposal.page import Proposal
    from serang_plan.reports.simulate.page import SimulationReport
    from serang_plan.reports.stages.page import StagesReport
    from serang_plan.reports.status.page import Status

Record = tuple[object, ...]
"""What JSON is made of: a named tuple, whose fields become the keys."""


class ReportValue(Protocol):
    """What a report found: whatever that is, it is about a plan."""

    @property
    def plan(self) -> Plan:
        """The plan that it is about."""


class ReportForms(Protocol):
    """What the modules of a report give between them: what it found, in every form."""

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


Value = TypeVar("Value", bound=ReportValue, contravariant=True)


class RegisteredReport(NamedTuple, Generic[Value]):
    """A report, and what others must know of it, by the kind of value that it tells of."""

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

    def of(self, value: Value) -> Report:
        """Return the report that tells of this value; it takes no value of another report."""
        return Report(self, value)


AnyReport = RegisteredReport[Never]
"""One of which nobody says here which value it takes."""


class Report(NamedTuple):
    """A report and what it found; its modules are imported when a form is asked for."""

    kind: AnyReport
    value: ReportValue

    def page(self, lang: Lang) -> Page:
        """Lay it out for people."""
        return self._module("page").page(self.value, lang)

    def data(self, lang: Lang) -> Record:
        """Say it to programs."""
        return self._module("data").data(self.value, lang)

    def sheets(self, lang: Lang) -> tuple[Sheet, ...]:
        """Put it into tables for spreadsheets, if it has any."""
        return self._module("sheets").sheets(self.value, lang) if self.kind.has_sheets else ()

    def events(self, lang: Lang) -> tuple[Event, ...]:
        """Give the days that belong into a calendar, if it knows any."""
        return self._module("events").events(self.value, lang) if self.kind.has_events else ()

    def pictures(self, lang: Lang) -> tuple[Block, ...]:
        """Give what stands at the end of the page where pictures can be drawn, if there is any."""
        return tuple(self._module("pictures").pictures(self.value, lang)) if self.kind.has_pictures else ()

    def _module(self, form: str) -> ReportForms:
        return cast(ReportForms, import_module(f"serang_plan.reports.{self.kind.folder}.{form}"))


STATUS: RegisteredReport[Status] = RegisteredReport(
    "status", "status", "status", {"status": "status"}, has_pictures=True
)
CRITERIA: RegisteredReport[CriteriaReport] = RegisteredReport(
    "criteria", "criteria", "criteria", {"criteria": "criteria"}
)
GAPS: RegisteredReport[Gaps] = RegisteredReport(
    "gaps",
    "gaps",
    "gaps",
    {"gaps": "gaps", "gaps-dlh-2027": "gaps --opd DLH --year 2027"},
    narrowed_by=("--opd", "--aspect", "--pillar", "--year"),
)
COORDINATION: RegisteredReport[Coordination] = RegisteredReport(
    "coordination",
    "coordination",
    "coordination",
    {"coordination": "coordination"},
    narrowed_by=("--opd", "--year"),
)
CHECKLIST: RegisteredReport[Checklists] = RegisteredReport(
    "checklist",
    "checklist",
    "checklist",
    {"checklist": "checklist --opd DLH"},
    narrowed_by=("--opd",),
    all_is_more=True,
)
STAGES: RegisteredReport[StagesReport] = RegisteredReport(
    "stages",
    "stages",
    "stages",
    {"stages": "stages", "stages-2027": "stages --year 2027"},
    narrowed_by=("--year",),
)
PROPOSED_TARGETS: RegisteredReport[Proposal] = RegisteredReport(
    "proposed-targets", "proposal", "stages --propose", {"stages-propose": "stages --propose"}
)
PROGRESS: RegisteredReport[ProgressReport] = RegisteredReport(
    "progress", "progress", "progress", {"progress": "progress M03 --explain"}
)
FORECAST: RegisteredReport[ForecastReport] = RegisteredReport(
    "forecast", "forecast", "forecast", {"forecast": "forecast"}
)
SIMULATE: RegisteredReport[SimulationReport] = RegisteredReport(
    "simulate", "simulate", "simulate", {"simulate": "simulate --without-opd DLH --value M01=21@2027"}
)
BRIEFING: RegisteredReport[Briefing] = RegisteredReport(
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
)
RAKOR_PREPARE: RegisteredReport[PreparedRakor] = RegisteredReport(
    "rakor-prepare",
    "agenda",
    "rakor prepare",
    {"rakor-prepare": "rakor prepare 2026-09-15", "rakor-letter": "rakor prepare 2026-09-15 --letter"},
    all_is_more=True,
)
RAKOR_MINUTES: RegisteredReport[Minutes] = RegisteredReport(
    "rakor-minutes",
    "minutes",
    "rakor minutes",
    {"rakor-minutes": "rakor minutes"},
    has_sheets=False,
)
RAKOR_FOLLOW_UP: RegisteredReport[FollowUp] = RegisteredReport(
    "rakor-follow-up",
    "follow_up",
    "rakor follow-up",
    {"rakor-follow-up": "rakor follow-up", "rakor-follow-up-opd": "rakor follow-up --opd DLH"},
    has_events=True,
    narrowed_by=("--opd",),
    all_is_more=True,
)
RAKOR_OWED: RegisteredReport[OwedReport] = RegisteredReport(
    "rakor-owed", "owed", "rakor owed", {"rakor-owed": "rakor owed"}, narrowed_by=("--opd",)
)
DIFF: RegisteredReport[Diff] = RegisteredReport(
    "diff", "diff", "diff", {"diff": "diff lama baru"}, compares=True, narrowed_by=("--since",)
)

_ALL: tuple[AnyReport, ...] = (
    STATUS, CRITERIA, GAPS, COORDINATION, CHECKLIST, STAGES, PROPOSED_TARGETS, PROGRESS, FORECAST, SIMULATE,
    BRIEFING, RAKOR_PREPARE, RAKOR_MINUTES, RAKOR_FOLLOW_UP, RAKOR_OWED, DIFF,
)  # fmt: skip
REPORTS: Mapping[str, AnyReport] = {report.name: report for report in _ALL}
"""By the name that its JSON bears, in the order in which the documents tell of them."""

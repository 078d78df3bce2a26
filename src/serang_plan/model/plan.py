"""The plan: all records that stand, looked up by code, as of a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar, cast

from serang_plan.model.action import Action, Stage
from serang_plan.model.assertion import Assertion
from serang_plan.model.criteria import Criteria
from serang_plan.model.header import Header, PartialHeader, Settings
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Assignment, Opd, Partner, RegionName
from serang_plan.model.rakor import Rakor
from serang_plan.model.record import Record
from serang_plan.model.source import Claim, Dispute, Source

SECTIONS: Mapping[str, type[Record]] = {
    "plan": Header,
    "sources": Source,
    "criteria": Criteria,
    "claims": Claim,
    "disputes": Dispute,
    "stages": Stage,
    "indicators": Indicator,
    "opd": Opd,
    "partners": Partner,
    "regions": RegionName,
    "assignments": Assignment,
    "actions": Action,
    "rakor": Rakor,
    "assertions": Assertion,
}
"""The sections of the YAML; `plan` is one mapping, every other a list."""

_DEFAULTS = Settings.model_construct()

Kind = TypeVar("Kind", bound=Record)
Coded = TypeVar("Coded", Source, Indicator, Opd, Partner, Action, RegionName, Claim, Dispute, Criteria)


class Unread(NamedTuple):
    """What could not be read, so that nothing that depends on it is called unknown."""

    codes: frozenset[tuple[str, str]] = frozenset()
    """Section and code of records that were refused."""
    sections: frozenset[str] = frozenset()
    """Sections of which some record was refused that had no readable code."""
    files: bool = False
    """Whether some file could not be read to its end."""
    heading: PartialHeader = PartialHeader()
    """What stands of a header that was refused."""

    @property
    def nothing(self) -> bool:
        """Whether all was read."""
        return self == Unread()

    def about(self, section: str) -> bool:
        """Whether something of a section, or of a file in which it may stand, could not be read."""
        return self.files or section in self.sections or any(section == kind for kind, _ in self.codes)


class _Records(Generic[Kind]):
    """The records of a section; looked up once, like a cached property."""

    def __init__(self, section: str) -> None:
        self.section = section

    def __set_name__(self, plan: type[Plan], name: str) -> None:
        self.name = name

    def __get__(self, plan: Plan, _: type[Plan]) -> tuple[Kind, ...]:
        records = cast("tuple[Kind, ...]", plan.records.get(self.section, ()))
        plan.__dict__[self.name] = records
        return records


class _ByCode(Generic[Coded]):
    """The records of a section by their codes."""

    def __init__(self, records: _Records[Coded]) -> None:
        self.section = records.section

    def __set_name__(self, plan: type[Plan], name: str) -> None:
        self.name = name

    def __get__(self, plan: Plan, _: type[Plan]) -> Mapping[str, Coded]:
        by_code: dict[str, Coded] = {}
        for record in getattr(plan, self.section):
            by_code.setdefault(record.code, record)
        plan.__dict__[self.name] = by_code
        return by_code


class Plan:
    """The union of all files; what was published or decided after `as_of` is hidden by `known_plan`."""

    def __init__(
        self,
        records: Mapping[str, Iterable[Record]],
        as_of: date,
        unread: Unread | None = None,
        *,
        everything: Plan | None = None,
        written: Plan | None = None,
    ) -> None:
        self.as_of = as_of
        self.everything = everything
        """The plan with what became known later, where that is hidden here."""
        self.written = written
        """The plan as it is written, where the actions are here as their histories tell of them last."""
        self.unread = unread or Unread()
        self.records = {section: tuple(these) for section, these in records.items()}
        if "rakor" in records:
            self.records["rakor"] = tuple(sorted(self.records["rakor"], key=attrgetter("date")))

    def with_records(self, **sections: Iterable[Record]) -> Plan:
        """Return a plan with other records in some sections; this one stays as it is."""
        return Plan({**self.records, **sections}, self.as_of, self.unread, everything=self.everything)

    def on(self, day: date) -> Plan:
        """Return the same records as of another day, with what became known until then."""
        return Plan((self.everything or self).records, day, self.unread)

    def section(self, name: str) -> tuple[Record, ...]:
        """Return the records of a section of the YAML."""
        records: tuple[Record, ...] = getattr(self, "headers" if name == "plan" else name)
        return records

    headers = _Records[Header]("plan")
    sources = _Records[Source]("sources")
    criteria = _Records[Criteria]("criteria")
    claims = _Records[Claim]("claims")
    disputes = _Records[Dispute]("disputes")
    stages = _Records[Stage]("stages")
    indicators = _Records[Indicator]("indicators")
    opd = _Records[Opd]("opd")
    partners = _Records[Partner]("partners")
    regions = _Records[RegionName]("regions")
    assignments = _Records[Assignment]("assignments")
    actions = _Records[Action]("actions")
    rakor = _Records[Rakor]("rakor")
    """The meetings, earliest first."""
    assertions = _Records[Assertion]("assertions")

    @cached_property
    def header(self) -> Header | None:
        """The plan's header, if there is one; a sound plan has no second."""
        return self.headers[0] if self.headers else None

    @property
    def years(self) -> range:
        """The years that the plan is for; none without a header."""
        return range(self.header.first_year, self.header.last_year + 1) if self.header else range(0)

    @cached_property
    def last_told(self) -> date:
        """The last day of which the sources tell, or its own date; what lies beyond is the future."""
        told = (source.published.last for source in self.sources if source.published)
        return max((self.as_of, *told))

    @property
    def heading(self) -> Header | PartialHeader:
        """The plan's header, or what stands of it."""
        return self.header or self.unread.heading

    @cached_property
    def settings(self) -> Settings:
        """The plan's settings, or the defaults."""
        return self.heading.settings or _DEFAULTS

    # -- looked up by code, of duplicate codes the first -----------------------

    source_by_code = _ByCode(sources)
    indicator_by_code = _ByCode(indicators)
    opd_by_code = _ByCode(opd)
    partner_by_code = _ByCode(partners)
    action_by_code = _ByCode(actions)
    region_by_code = _ByCode(regions)
    dispute_by_code = _ByCode(disputes)
    criteria_by_code = _ByCode(criteria)

    @cached_property
    def actions_by_indicator(self) -> Mapping[str, tuple[Action, ...]]:
        """The actions that bear on each indicator."""
        by_code: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions:
            for effect in action.indicators:
                by_code[effect.code].append(action)
        return {code: tuple(actions) for code, actions in by_code.items()}

    @cached_property
    def assignments_by_indicator(self) -> Mapping[str, tuple[Assignment, ...]]:
        """The assignments of each indicator, in the order of the files."""
        by_code: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in self.assignments:
            by_code[assignment.indicator].append(assignment)
        return {code: tuple(assignments) for code, assignments in by_code.items()}

    @cached_property
    def opd_by_alias(self) -> Mapping[str, Opd]:
        """OPD by every other name that people type, case folded."""
        return {name.casefold(): opd for opd in reversed(self.opd) for name in opd.all_names}

    def was_refused(self, section: str, code: str) -> bool:
        """Whether a code may belong to a record that could not be read."""
        unread = self.unread
        return unread.files or section in unread.sections or (section, code) in unread.codes

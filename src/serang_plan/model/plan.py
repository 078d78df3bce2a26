"""The plan: all records that stand, looked up by code, as of a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from serang_plan.model.action import Action, Stage
from serang_plan.model.header import Header, Settings
from serang_plan.model.indicator import Indicator
from serang_plan.model.opd import Assignment, Opd, Partner, RegionName
from serang_plan.model.rakor import Rakor
from serang_plan.model.record import Record
from serang_plan.model.source import Claim, Dispute, Source

SECTIONS: Mapping[str, type[Record]] = {
    "plan": Header,
    "sources": Source,
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
}
"""The sections of the YAML; `plan` is one mapping, every other a list."""

_DEFAULTS = Settings.model_validate({})

Coded = TypeVar("Coded", Source, Indicator, Opd, Partner, Action, RegionName, Claim, Dispute)


class Unread(NamedTuple):
    """What could not be read, so that nothing that depends on it is called unknown."""

    codes: frozenset[tuple[str, str]] = frozenset()
    """Section and code of records that were refused."""
    sections: frozenset[str] = frozenset()
    """Sections of which some record was refused that had no readable code."""
    files: bool = False
    """Whether some file could not be read to its end."""

    @property
    def nothing(self) -> bool:
        """Whether all was read."""
        return self == Unread()


class Plan:
    """The union of all files; what was published or decided after `as_of` is not hidden here.

    `today` is later than `as_of` when the plan is shown as it was.
    """

    def __init__(
        self,
        records: Mapping[str, Iterable[Record]],
        as_of: date,
        unread: Unread | None = None,
        today: date | None = None,
    ) -> None:
        self.as_of = as_of
        self.today = today or as_of
        self.remembered: dict[int, tuple[Indicator, Any]] = {}
        """The series that `analysis` worked out of an indicator, so that a hundred rules need not."""
        self.verdicts: dict[int, Any] = {}
        """Its verdicts, for the same reason."""
        self.unread = unread or Unread()
        self._records = {name: tuple(found) for name, found in records.items()}

    def with_records(self, **sections: Iterable[Record]) -> Plan:
        """Return a plan with other records in some sections; this one stays as it is."""
        return Plan({**self._records, **sections}, self.as_of, self.unread, self.today)

    def on(self, day: date) -> Plan:
        """Return the same records as of another day."""
        return Plan(self._records, day, self.unread, self.today)

    def _all(self, section: str) -> tuple[Record, ...]:
        return self._records.get(section, ())

    @cached_property
    def headers(self) -> tuple[Header, ...]:
        """Every `plan` section; a sound plan has one."""
        return self._all("plan")  # type: ignore[return-value]

    @property
    def header(self) -> Header | None:
        """The plan's header, if there is one."""
        return self.headers[0] if self.headers else None

    @property
    def settings(self) -> Settings:
        """The plan's settings, or the defaults."""
        return (self.header and self.header.settings) or _DEFAULTS

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Where figures come from."""
        return self._all("sources")  # type: ignore[return-value]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What was said of the whole list."""
        return self._all("claims")  # type: ignore[return-value]

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Published figures that contradict each other."""
        return self._all("disputes")  # type: ignore[return-value]

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The years' focus."""
        return self._all("stages")  # type: ignore[return-value]

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """What must be true."""
        return self._all("indicators")  # type: ignore[return-value]

    @cached_property
    def opd(self) -> tuple[Opd, ...]:
        """The city's agencies."""
        return self._all("opd")  # type: ignore[return-value]

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Those outside the city's agencies."""
        return self._all("partners")  # type: ignore[return-value]

    @cached_property
    def regions(self) -> tuple[RegionName, ...]:
        """Kecamatan and kelurahan."""
        return self._all("regions")  # type: ignore[return-value]

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Who answers for what."""
        return self._all("assignments")  # type: ignore[return-value]

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What is done."""
        return self._all("actions")  # type: ignore[return-value]

    @cached_property
    def rakor(self) -> tuple[Rakor, ...]:
        """The meetings, earliest first."""
        return tuple(sorted(self._all("rakor"), key=lambda one: one.date))  # type: ignore[arg-type]

    # -- looked up by code ---------------------------------------------------

    @cached_property
    def source_by_code(self) -> Mapping[str, Source]:
        """Sources by code; of doubled codes the first."""
        return _by_code(self.sources)

    @cached_property
    def indicator_by_code(self) -> Mapping[str, Indicator]:
        """Indicators by code; of doubled codes the first."""
        return _by_code(self.indicators)

    @cached_property
    def opd_by_code(self) -> Mapping[str, Opd]:
        """OPD by code; of doubled codes the first."""
        return _by_code(self.opd)

    @cached_property
    def partner_by_code(self) -> Mapping[str, Partner]:
        """Partners by code; of doubled codes the first."""
        return _by_code(self.partners)

    @cached_property
    def action_by_code(self) -> Mapping[str, Action]:
        """Actions by code; of doubled codes the first."""
        return _by_code(self.actions)

    @cached_property
    def region_by_code(self) -> Mapping[str, RegionName]:
        """Kecamatan and kelurahan by code."""
        return _by_code(self.regions)

    @cached_property
    def dispute_by_code(self) -> Mapping[str, Dispute]:
        """Disputes by code; of doubled codes the first."""
        return _by_code(self.disputes)

    @cached_property
    def actions_by_indicator(self) -> Mapping[str, tuple[Action, ...]]:
        """The actions that bear on each indicator."""
        found: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions:
            for effect in action.indicators:
                found[effect.code].append(action)
        return {code: tuple(actions) for code, actions in found.items()}

    @cached_property
    def assignments_by_indicator(self) -> Mapping[str, tuple[Assignment, ...]]:
        """The assignments of each indicator, in the order of the files."""
        found: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in self.assignments:
            found[assignment.indicator].append(assignment)
        return {code: tuple(assignments) for code, assignments in found.items()}

    @cached_property
    def opd_by_alias(self) -> Mapping[str, Opd]:
        """OPD by every other name that people type, case folded."""
        return {name.casefold(): opd for opd in reversed(self.opd) for name in (*opd.aliases, opd.name)}

    def was_refused(self, section: str, code: str) -> bool:
        """Whether a code may belong to a record that could not be read."""
        unread = self.unread
        return unread.files or section in unread.sections or (section, code) in unread.codes


def _by_code(records: Iterable[Coded]) -> dict[str, Coded]:
    found: dict[str, Coded] = {}
    for record in records:
        found.setdefault(record.code, record)
    return found

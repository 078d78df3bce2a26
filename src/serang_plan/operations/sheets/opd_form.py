"""OPD form: what one OPD is asked, and what the plan said of it when it was asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled, schedule
from serang_plan.analysis.duties.decision_life import DecisionLife, decision_lives
from serang_plan.analysis.duties.leads import exists_on, leads_on
from serang_plan.analysis.indicators.evidence import is_stale, judging, latest
from serang_plan.analysis.known.known_since import stands
from serang_plan.analysis.rakor.owed import owed_figures
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.reading.folder import Reading
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import code_order, number, short_date

FORM_VERSION = 1
Shown = Mapping[str, str]
"""What stands in the columns that are not to be filled in, by their keys."""


class OpdForm(NamedTuple):
    """The base of a workbook: the rows that are asked about, by table and code, as the plan had them."""

    opd: str
    opd_name: str
    day: date
    title: str
    revision: str
    """The checksum of the plan's files."""
    rows: Mapping[str, Mapping[str, Shown]]
    indicators: Mapping[str, str]
    """The names of all indicators, to choose from."""
    version: int = FORM_VERSION

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether it stands for a table of figures that is nobody's form."""
        return not self.opd

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not any(self.rows.values())

    @property
    def text(self) -> str:
        """The form as it is kept: the same form gives the same text."""
        return json.dumps({**self._asdict(), "day": self.day.isoformat()}, ensure_ascii=False, sort_keys=True)

    @property
    def stamp(self) -> str:
        """What stands in several places of the workbook, so that its base is found again."""
        checksum = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"FORMULIR/{self.opd}/{self.day.isoformat()}/{checksum}"


def kept_form(text: str) -> OpdForm:
    """Return a form from its text. Raises ValueError if it is none, or of a later version."""
    kept: dict[str, Any] = json.loads(text)
    if not isinstance(kept, dict) or kept.get("version") != FORM_VERSION:
        raise ValueError
    try:
        return OpdForm(**{**kept, "day": date.fromisoformat(kept["day"])})
    except (KeyError, TypeError):
        raise ValueError from None


def asked_opd(plan: Plan) -> tuple[Opd, ...]:
    """Return the OPD that exist on the plan's date, in the order of their codes."""
    there = (opd for opd in plan.opd_by_code.values() if exists_on(opd, plan.as_of))
    return tuple(sorted(there, key=lambda opd: code_order(opd.code)))


def form_of(reading: Reading, opd: Opd) -> OpdForm:
    """Return what an OPD is asked on the plan's date, of a plan as it was known."""
    plan = reading.plan
    rows = {
        "figures": dict(_figures(plan, opd.code)),
        "actions": {
            scheduled.code: _action(plan, scheduled)
            for scheduled in schedule(plan)
            if scheduled.opd == opd.code and scheduled.is_open
        },
        "decisions": dict(_decisions(plan, opd.code)),
    }
    names = {indicator.code: indicator.name for indicator in plan.indicators}
    return OpdForm(opd.code, opd.name, plan.as_of, plan_title(plan, "id"), revision_of(reading), rows, names)


def figures_form(reading: Reading) -> OpdForm:
    """Return a form of all figures, by which a table from elsewhere is read; it is sent to nobody."""
    plan = reading.plan
    rows = dict(_series_of(plan, plan.indicator_by_code.values()))
    return OpdForm("", "", plan.as_of, "", revision_of(reading), {"figures": rows}, {})


def revision_of(reading: Reading) -> str:
    """Return the checksum of a plan's files."""
    texts = (reading.sources.source(path).text for path in reading.sources.paths)
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


# -- what is asked ------------------------------------------------------------------------


def _figures(plan: Plan, opd: str) -> Iterator[tuple[str, Shown]]:
    """Give the series of the indicators that an OPD leads or delivers the figures of."""
    indicators = plan.indicator_by_code.values()
    return _series_of(
        plan,
        (
            indicator
            for indicator in indicators
            if opd in (*leads_on(plan, indicator.code, plan.as_of), indicator.provider)
        ),
    )


def _series_of(plan: Plan, indicators: Iterable[Indicator]) -> Iterator[tuple[str, Shown]]:
    owed = {figure.indicator.code: figure.periods for figure in owed_figures(plan)}
    for indicator in indicators:
        series: list[str | None] = [series.code for series in indicator.series]
        for code in series or [None]:
            periods = owed.get(indicator.code, ()) if code == judging(indicator) else ()
            yield figure_key(indicator, code), _figure(plan, indicator, code, periods)


def figure_key(indicator: Indicator, series: str | None) -> str:
    """Return what a row of figures is known by: the indicator, and its series if that is not the first."""
    return indicator.code if series == judging(indicator) else f"{indicator.code}/{series}"


def _figure(plan: Plan, indicator: Indicator, series: str | None, owed: Sequence[When]) -> Shown:
    value = last_value(plan, indicator, series)
    name = next((known.name for known in indicator.series if known.code == series), "")
    return {
        "name": f"{indicator.name} ({name})" if name else indicator.name,
        "unit": indicator.unit,
        "last": number(value.value, "id") if value else "",
        "last_time": value.as_of.text("id") if value else "",
        "asked": _asked(plan, indicator, value, owed),
    }


def last_value(plan: Plan, indicator: Indicator, series: str | None) -> Measurement | None:
    """Return the newest value of a series that was known."""
    if series == judging(indicator):
        value = latest(plan, indicator)
        return value.measurement if value else None
    known = [
        measurement
        for measurement in indicator.measurements
        if measurement.series == series and stands(plan, measurement)
    ]
    return max(known, key=lambda measurement: measurement.as_of.last, default=None)


def _asked(plan: Plan, indicator: Indicator, value: Measurement | None, owed: Sequence[When]) -> str:
    """Say which value is asked for: by the calendar of the indicator if it has one."""
    if owed:
        first, last = owed[0].text("id"), owed[-1].text("id")
        return f"nilai {first}" if len(owed) == 1 else f"{len(owed)} nilai: {first} sampai {last}"
    if value is None:
        return "nilai pertama"
    if is_stale(plan, indicator, value):
        return "nilai terbaru; yang tercatat sudah lama"
    return "nilai yang lebih baru, bila ada"


def _action(plan: Plan, scheduled: Scheduled) -> Shown:
    return {"name": scheduled.action.name, **state_of(scheduled)}


def state_of(scheduled: Scheduled) -> Shown:
    """Return how an action stands, as the form shows it."""
    state = "" if scheduled.state is ActionState.UNSTATED else scheduled.state.value.id
    return {"state": state, "finish_known": scheduled.finish.text("id") if scheduled.finish else ""}


def _decisions(plan: Plan, opd: str) -> Iterator[tuple[str, Shown]]:
    for life in decision_lives(plan):
        line = line_of(life, opd)
        if life.decision.code and line is not None and _is_asked(line):
            due = short_date(line.due, "id") if line.due else ""
            yield life.decision.code, {"text": life.decision.text, "due": due, "state": line.state.word.id}


def _is_asked(line: DecisionLife) -> bool:
    """Whether an OPD has still to act, or to give the evidence of what it called done."""
    return line.is_pending or (line.is_open and not line.evidence)


def line_of(life: DecisionLife, opd: str) -> DecisionLife | None:
    """Return what of a decision an OPD answers for; None if nothing."""
    return next((line for line in life.lines if line.opd == opd), None)

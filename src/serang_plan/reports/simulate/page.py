"""Simulation: the plan beside what becomes of it if something slips, fails or turns out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed
from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.outlook.forecast import ForecastOutcome, Projection, Prospect, Scenario
from serang_plan.analysis.outlook.scenario import Assume, Comparison, Delay, Drop, WhatIf, Without, compare
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.reports.parts.outlook_labels import OUTCOMES, REASONS, SCENARIOS, counts_data, no_years
from serang_plan.reports.parts.phrases import (
    NEXT,
    as_of_line,
    banners,
    exact,
    full_name,
    plan_title,
    short_name,
    titled,
    unit_of,
    with_unit,
)
from serang_plan.wording import Lang, Number, Text, code_order, listed, many

SCHEMA_VERSION = 1


class SimulationReport(NamedTuple):
    """What was asked for, and what comes of it."""

    plan: Plan
    changes: tuple[WhatIf, ...]
    comparison: Comparison


def build(plan: Plan, changes: Sequence[WhatIf]) -> SimulationReport:
    """Set the plan beside what the changes make of it."""
    return SimulationReport(plan, tuple(changes), compare(plan, changes))


# -- the page ------------------------------------------------------------------------


def page(found: SimulationReport, lang: Lang) -> Page:
    """Lay the report out."""
    title = f"{plan_title(found.plan, lang)}: {Text('simulasi', 'simulation').for_lang(lang)}"
    return Page(title, as_of_line(found.plan.as_of, lang), tuple(_blocks(found, lang)), compact=True)


def _blocks(found: SimulationReport, lang: Lang) -> Iterator[Block]:
    yield from banners(found.plan, lang)
    yield Paragraph(_NOTHING_WRITTEN.for_lang(lang), "muted")
    yield Heading(Text("Andaikan", "Suppose").for_lang(lang))
    yield Items(tuple(_supposed(found, lang)))
    if found.comparison.before.years:
        for scenario in Scenario:
            yield from _counts(found.comparison, scenario, lang)
    else:
        yield no_years(found.plan, lang)
    if found.comparison.before.years:
        yield Paragraph(_SIGNS.for_lang(lang), "muted")
    yield from _chains(found.comparison.late, lang)
    yield from _loads(found, lang)
    yield Heading(NEXT.for_lang(lang))
    yield Items(tuple(_next(found, lang)), hints=True)


_SIGNS = Text("✓ terpenuhi, ✗ belum, ? belum pasti", "✓ met, ✗ not met, ? uncertain")
_NOTHING_WRITTEN = Text("Tidak ada berkas yang diubah.", "No file is changed.")


def _supposed(found: SimulationReport, lang: Lang) -> Iterator[Item]:
    """Say what was asked for, and what that does to the actions."""
    touched = {old.code: (old, new) for old, new in found.comparison.touched}
    for change in found.changes:
        match change:
            case Delay(code, quarters):
                yield Item(_delayed(*touched[code], _span(quarters, lang), lang))
            case Drop(code):
                yield Item(f"{_called(touched[code][0])}: {_FAILS.for_lang(lang)}")
            case Without(opd):
                yield Item(_without(opd, [old for old, _ in touched.values() if old.opd == opd], lang))
            case Assume(code, value, year):
                yield Item(_assumed(found.plan.indicator_by_code[code], value, year, lang))


_FAILS = Text("gagal", "fails")


def _called(one: Scheduled) -> str:
    return f"{one.code} {one.action.name} ({one.opd or '?'})"


def _delayed(old: Scheduled, new: Scheduled, span: str, lang: Lang) -> str:
    before, after = (one.finish.text(lang) if one.finish else "?" for one in (old, new))
    words = Text(f"mundur {span}, selesai {before} → {after}", f"slips by {span}, finish {before} → {after}")
    return f"{_called(old)}: {words.for_lang(lang)}"


def _without(opd: str, failing: Sequence[Scheduled], lang: Lang) -> str:
    if not failing:
        return Text(f"{opd} tidak punya kegiatan terbuka", f"{opd} has no open actions").for_lang(lang)
    names = listed([f"{one.code} {one.action.name}" for one in failing], lang)
    words = Text("semua kegiatan terbuka gagal", "all open actions fail")
    return f"{opd}: {words.for_lang(lang)}: {names}"


def _assumed(indicator: Indicator, value: Number, year: int, lang: Lang) -> str:
    written = with_unit(value, unit_of(indicator, lang), lang)
    name = f"{indicator.code} {short_name(indicator, lang)}"
    return Text(
        f"{name}: mencapai {written} pada akhir {year}", f"{name}: is {written} at the end of {year}"
    ).for_lang(lang)


def _span(quarters: int, lang: Lang) -> str:
    years, rest = divmod(quarters, 4)
    if rest:
        return Text(f"{quarters} triwulan", many(quarters, "quarter")).for_lang(lang)
    return Text(f"{years} tahun", many(years, "year")).for_lang(lang)


# -- counts ------------------------------------------------------------------------------


_COUNT_COLUMNS = (
    (Text("Akhir", "End of"), Column("")),
    (Text("Semula", "Unchanged"), Column("")),
    (Text("Menjadi", "Becomes"), Column("")),
    (Text("Yang berubah", "What changes"), Column("", wrap=True, drop=1)),
)


def _counts(found: Comparison, scenario: Scenario, lang: Lang) -> Iterator[Block]:
    """Show the counts of a scenario year by year; on plan always, else only if something changes."""
    changed = [changes(found, scenario, nth) for nth in range(len(found.before.years))]
    name = SCENARIOS[scenario].for_lang(lang)
    if any(changed):
        columns = titled(_COUNT_COLUMNS, lang)
        rows = tuple(_count_cells(found, scenario, nth, one, lang) for nth, one in enumerate(changed))
        caption = Text("Hitungan pada akhir tiap tahun", "The counts at the end of each year").for_lang(lang)
        yield Heading(Text(f"Terpenuhi menurut {name.lower()}", f"Met on {name.lower()}").for_lang(lang))
        yield Table(caption, columns, (Group("", rows),))
    elif scenario is Scenario.PLAN:
        words = Text(
            "Menurut rencana, hitungan indikator tidak berubah pada tahun mana pun.",
            "On plan, the count of indicators changes in no year.",
        )
        yield Callout(words.for_lang(lang), "plain")


class ChangedProspect(NamedTuple):
    """An indicator whose answer for a year changes."""

    indicator: str
    before: Projection
    after: Projection


def changes(found: Comparison, scenario: Scenario, nth: int) -> list[ChangedProspect]:
    """Return the indicators whose answer for a year changes in a scenario."""
    pairs = zip(found.before.prospects, found.after.prospects, strict=True)
    return [
        ChangedProspect(old.indicator.code, _answer(old, scenario, nth), _answer(new, scenario, nth))
        for old, new in sorted(pairs, key=lambda pair: code_order(pair[0].indicator.code))
        if _answer(old, scenario, nth).outcome is not _answer(new, scenario, nth).outcome
    ]


def _answer(one: Prospect, scenario: Scenario, nth: int) -> Projection:
    return one.projections[scenario][nth]


def _count_cells(
    found: Comparison, scenario: Scenario, nth: int, changed: list[ChangedProspect], lang: Lang
) -> tuple[Cell, ...]:
    year = found.before.years[nth]
    before, after = found.before.counts(scenario, year), found.after.counts(scenario, year)
    fewer = after[ForecastOutcome.MET] - before[ForecastOutcome.MET]
    tone: Tone = "bad" if fewer < 0 else "good" if fewer > 0 else "plain"
    return (
        Cell(str(year)),
        Cell(_three(before)),
        Cell(_three(after), tone),
        Cell("; ".join(_changed(one, lang) for one in changed) or "–"),
    )


def _three(counts: Mapping[ForecastOutcome, int]) -> str:
    """Write the three counts short: `8 ✓ 4 ✗ 4 ?`."""
    met, unmet, unknown = (
        counts[one] for one in (ForecastOutcome.MET, ForecastOutcome.UNMET, ForecastOutcome.UNKNOWN)
    )
    return f"{met} ✓ {unmet} ✗ {unknown} ?"


def _changed(one: ChangedProspect, lang: Lang) -> str:
    why = f" ({REASONS[one.after.why].for_lang(lang)})" if one.after.why else ""
    before, after = (OUTCOMES[answer.outcome][0].for_lang(lang) for answer in (one.before, one.after))
    return f"{one.indicator} {before} → {after}{why}"


# -- chains and load ----------------------------------------------------------------------


def _chains(late: Sequence[LateNeed], lang: Lang) -> Iterator[Block]:
    if late:
        yield Heading(Text("Rantai yang putus", "Chains that break").for_lang(lang))
        ordered = sorted(late, key=lambda one: (code_order(one.scheduled.code), code_order(one.need)))
        yield Items(tuple(Item(_broken(one, lang), tone="bad") for one in ordered))
    else:
        words = Text("Tidak ada kegiatan yang jadi harus menunggu.", "No action has to wait because of it.")
        yield Paragraph(words.for_lang(lang))


def _broken(one: LateNeed, lang: Lang) -> str:
    waiting, need = f"{one.scheduled.code} ({one.scheduled.opd or '?'})", one.need
    if one.ready.when is None:
        at = one.ready.at
        because = Text(f" karena menunggu {at}", f", since it waits for {at}").for_lang(lang)
        chain = "" if at == need else because
        return Text(
            f"{waiting} menunggu {need}, yang tidak akan selesai{chain}",
            f"{waiting} waits for {need}, which will not be finished{chain}",
        ).for_lang(lang)
    when = one.ready.when.text(lang)
    return Text(
        f"{waiting} menunggu {need}, yang baru selesai {when}{_begins(one, 'id')}",
        f"{waiting} waits for {need}, which is only finished {when}{_begins(one, 'en')}",
    ).for_lang(lang)


def _begins(one: LateNeed, lang: Lang) -> str:
    start, finish = one.scheduled.start, one.scheduled.finish
    if start is not None and not one.scheduled.moves:
        begins = start.text(lang)
        return Text(f", padahal mulai {begins}", f", but begins {begins}").for_lang(lang)
    ends = finish.text(lang) if finish else "?"
    return Text(f", padahal selesai {ends}", f", but finishes {ends}").for_lang(lang)


_LOAD_COLUMNS = (
    (Text("OPD", "OPD"), Column("")),
    (Text("Tahun", "Year"), Column("")),
    (Text("Semula", "Unchanged"), Column("", "right")),
    (Text("Menjadi", "Becomes"), Column("", "right")),
)


def _loads(found: SimulationReport, lang: Lang) -> Iterator[Block]:
    """Show the OPD and years that carry more or fewer actions, and whether that is above the limit."""
    rows = tuple(_load_cells(found, key) for key in changed_loads(found.comparison))
    if rows:
        caption = Text("Kegiatan tiap OPD dan tahun", "Actions of each OPD and year").for_lang(lang)
        columns = titled(_LOAD_COLUMNS, lang)
        yield Heading(Text("Beban yang berubah", "Load that changes").for_lang(lang))
        yield Table(caption, columns, (Group("", rows),))


def changed_loads(found: Comparison) -> list[tuple[str, int]]:
    """Return the OPD and years that carry more or fewer actions."""
    before, after = found.load_before, found.load_after
    first = found.before.years[0] if found.before.years else 0
    changed = (key for key in {**before, **after} if before.get(key, 0) != after.get(key, 0))
    keys = (key for key in changed if key[1] >= first)
    return sorted(keys, key=lambda key: (code_order(key[0]), key[1]))


def _load_cells(found: SimulationReport, key: tuple[str, int]) -> tuple[Cell, ...]:
    most = found.plan.settings.most_actions
    count = found.comparison.load_after.get(key, 0)
    over = most is not None and count > most
    return (
        Cell(key[0]),
        Cell(str(key[1])),
        Cell(str(found.comparison.load_before.get(key, 0))),
        Cell(f"{count} (> {most})" if over else str(count), "bad" if over else "plain"),
    )


def _next(found: SimulationReport, lang: Lang) -> Iterator[Item]:
    waiting = {one.scheduled.opd for one in found.comparison.late} - {None}
    for opd in sorted(str(one) for one in waiting)[:1]:
        words = Text(f"Yang menyangkut {opd}", f"What concerns {opd}")
        yield Item(words.for_lang(lang), f"serang-plan gaps --opd {opd}")
    yield Item(Text("Tanpa pengandaian", "Without supposing anything").for_lang(lang), "serang-plan forecast")


# -- for programs ----------------------------------------------------------------------------


def data(found: SimulationReport, lang: Lang) -> dict[str, Any]:
    """Return the report for programs."""
    result = found.comparison
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "simulate",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "changes": [_change_data(one) for one in found.changes],
        "actions": [_touched_data(old, new) for old, new in result.touched],
        "years": list(result.before.years),
        "counts": {"before": counts_data(result.before), "after": counts_data(result.after)},
        "indicators": [one for scenario in Scenario for one in _indicator_data(found, scenario, lang)],
        "broken_chains": [_late_data(one) for one in result.late],
        "load": [_load_data(result, key) for key in changed_loads(result)],
    }


def _change_data(change: WhatIf) -> dict[str, Any]:
    kind = type(change).__name__.lower()
    fields = change._asdict()
    return {
        "kind": kind,
        **{name: exact(value) if name == "value" else value for name, value in fields.items()},
    }


def _touched_data(old: Scheduled, new: Scheduled) -> dict[str, Any]:
    return {
        "code": old.code,
        "opd": old.opd,
        "fails": new.state is ActionState.CANCELLED,
        "finish": old.finish.iso if old.finish else None,
        "new_finish": new.finish.iso if new.finish else None,
    }


def _indicator_data(found: SimulationReport, scenario: Scenario, lang: Lang) -> Iterator[dict[str, Any]]:
    for nth, year in enumerate(found.comparison.before.years):
        for one in changes(found.comparison, scenario, nth):
            yield {
                "code": one.indicator,
                "name": full_name(found.plan.indicator_by_code[one.indicator], lang),
                "scenario": scenario.value,
                "year": year,
                "before": one.before.outcome.value,
                "after": one.after.outcome.value,
            }


def _late_data(one: LateNeed) -> dict[str, Any]:
    return {
        "action": one.scheduled.code,
        "needs": one.need,
        "ready": one.ready.when.iso if one.ready.when else None,
        "because_of": one.ready.at or one.need,
    }


def _load_data(found: Comparison, key: tuple[str, int]) -> dict[str, Any]:
    before, after = found.load_before.get(key, 0), found.load_after.get(key, 0)
    return {"opd": key[0], "year": key[1], "before": before, "after": after}

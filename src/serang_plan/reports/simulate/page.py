"""Simulation: the plan beside what becomes of it if something slips, fails or turns out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from serang_plan.analysis.actions.readiness import LateNeed
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.indicators.standing import verdicts_of
from serang_plan.analysis.outlook.forecast import ForecastOutcome, Projection, Prospect, Scenario
from serang_plan.analysis.outlook.scenario import (
    Assume,
    Comparison,
    Delay,
    Drop,
    WhatIf,
    WidenedGap,
    Without,
    compare,
)
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Tone,
)
from serang_plan.reports.parts.outlook_labels import OUTCOMES, REASONS, SCENARIOS, no_years
from serang_plan.reports.parts.phrases import next_steps, report_page, short_name, short_of, table, unit_of
from serang_plan.reports.parts.verdict_words import counts_line
from serang_plan.wording import Lang, Number, Text, code_order, listed, many, with_unit


class SimulationReport(NamedTuple):
    """What was asked for, and what comes of it."""

    plan: Plan
    changes: tuple[WhatIf, ...]
    comparison: Comparison


def build(plan: Plan, changes: Sequence[WhatIf]) -> SimulationReport:
    """Set the plan beside what the changes make of it."""
    return SimulationReport(plan, tuple(changes), compare(plan, changes))


# -- the page ------------------------------------------------------------------------


def page(report: SimulationReport, lang: Lang) -> Page:
    """Lay the report out."""
    return report_page(report.plan, Text("simulasi", "simulation"), _blocks(report, lang), lang)


def _blocks(report: SimulationReport, lang: Lang) -> Iterator[Block]:
    yield Paragraph(Text("Tidak ada berkas yang diubah.", "No file is changed.").for_lang(lang), "muted")
    if weakened := counts_line(verdicts_of(report.plan), lang):
        yield Paragraph(f"{Text('Kini', 'Now').for_lang(lang)}: {weakened}", "muted")
    yield Heading(Text("Andaikan", "Suppose").for_lang(lang))
    yield Items(tuple(_supposed(report, lang)))
    if report.comparison.before.years:
        for scenario in Scenario:
            yield from _counts(report.comparison, scenario, lang)
        yield Paragraph(_SIGNS.for_lang(lang), "muted")
    else:
        yield no_years(report.plan, lang)
    yield from _chains(report.comparison.late, lang)
    yield from _widened(report.comparison.widened, lang)
    yield from _loads(report, lang)
    yield from next_steps(_next(report, lang), lang)


_SIGNS = Text("✓ terpenuhi, ✗ belum, ? belum pasti", "✓ met, ✗ not met, ? uncertain")


def _supposed(report: SimulationReport, lang: Lang) -> Iterator[Item]:
    """Say what was asked for, and what that does to the actions."""
    touched = {old.code: (old, new) for old, new in report.comparison.touched}
    for change in report.changes:
        match change:
            case Delay(code, quarters):
                yield Item(_delayed(*touched[code], _span(quarters, lang), lang))
            case Drop(code):
                yield Item(f"{_called(touched[code][0])}: {_FAILS.for_lang(lang)}")
            case Without(opd):
                yield Item(_without(opd, [old for old, _ in touched.values() if old.opd == opd], lang))
            case Assume(code, value, year):
                yield Item(_assumed(report.plan.indicator_by_code[code], value, year, lang))


_FAILS = Text("gagal", "fails")


def _called(action: Scheduled) -> str:
    return f"{action.code} {action.action.name} ({action.opd or '?'})"


def _delayed(old: Scheduled, new: Scheduled, span: str, lang: Lang) -> str:
    before, after = (action.finish.text(lang) if action.finish else "?" for action in (old, new))
    words = Text(f"mundur {span}, selesai {before} → {after}", f"slips by {span}, finish {before} → {after}")
    return f"{_called(old)}: {words.for_lang(lang)}"


def _without(opd: str, failing: Sequence[Scheduled], lang: Lang) -> str:
    if not failing:
        return Text(f"{opd} tidak punya kegiatan terbuka", f"{opd} has no open actions").for_lang(lang)
    names = listed([f"{action.code} {action.action.name}" for action in failing], lang)
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


def _counts(comparison: Comparison, scenario: Scenario, lang: Lang) -> Iterator[Block]:
    """Show the counts of a scenario year by year; on plan always, else only if something changes."""
    changed = [changes(comparison, scenario, nth) for nth in range(len(comparison.before.years))]
    name = SCENARIOS[scenario].for_lang(lang)
    if any(changed):
        rows = (
            _count_cells(comparison, scenario, nth, prospects, lang) for nth, prospects in enumerate(changed)
        )
        caption = Text("Hitungan pada akhir tiap tahun", "The counts at the end of each year")
        yield Heading(Text(f"Terpenuhi menurut {name.lower()}", f"Met on {name.lower()}").for_lang(lang))
        yield table(caption, _COUNT_COLUMNS, rows, lang)
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


def changes(comparison: Comparison, scenario: Scenario, nth: int) -> list[ChangedProspect]:
    """Return the indicators whose answer for a year changes in a scenario."""
    pairs = zip(comparison.before.prospects, comparison.after.prospects, strict=True)
    return [
        ChangedProspect(old.indicator.code, _answer(old, scenario, nth), _answer(new, scenario, nth))
        for old, new in sorted(pairs, key=lambda pair: code_order(pair[0].indicator.code))
        if _answer(old, scenario, nth).outcome is not _answer(new, scenario, nth).outcome
    ]


def _answer(prospect: Prospect, scenario: Scenario, nth: int) -> Projection:
    return prospect.projections[scenario][nth]


def _count_cells(
    comparison: Comparison, scenario: Scenario, nth: int, changed: list[ChangedProspect], lang: Lang
) -> tuple[Cell, ...]:
    year = comparison.before.years[nth]
    before, after = comparison.before.counts(scenario, year), comparison.after.counts(scenario, year)
    fewer = after[ForecastOutcome.MET] - before[ForecastOutcome.MET]
    tone: Tone = "bad" if fewer < 0 else "good" if fewer > 0 else "plain"
    return (
        Cell(str(year)),
        Cell(_three(before)),
        Cell(_three(after), tone),
        Cell("; ".join(_changed(prospect, lang) for prospect in changed) or "–"),
    )


def _three(counts: Mapping[ForecastOutcome, int]) -> str:
    """Write the three counts short: `8 ✓ 4 ✗ 4 ?`."""
    met, unmet, unknown = (
        counts[outcome] for outcome in (ForecastOutcome.MET, ForecastOutcome.UNMET, ForecastOutcome.UNKNOWN)
    )
    return f"{met} ✓ {unmet} ✗ {unknown} ?"


def _changed(changed: ChangedProspect, lang: Lang) -> str:
    why = f" ({REASONS[changed.after.why].for_lang(lang)})" if changed.after.why else ""
    before, after = (OUTCOMES[answer.outcome][0].for_lang(lang) for answer in (changed.before, changed.after))
    return f"{changed.indicator} {before} → {after}{why}"


# -- gaps, chains and load ----------------------------------------------------------------------


def _widened(gaps: Sequence[WidenedGap], lang: Lang) -> Iterator[Block]:
    if gaps:
        year = gaps[0].year
        words = Text(
            f"Kesenjangan yang melebar pada akhir {year}", f"Gaps that are wider at the end of {year}"
        )
        yield Heading(words.for_lang(lang))
        yield Items(tuple(Item(_wider(gap, lang), tone="bad") for gap in gaps))


def _wider(gap: WidenedGap, lang: Lang) -> str:
    reached = Text("tercapai", "reached").for_lang(lang)
    before = short_of(gap.before, gap.indicator, lang) if gap.before else reached
    name = f"{gap.indicator.code} {short_name(gap.indicator, lang)}"
    return f"{name}: {before} → {short_of(gap.after, gap.indicator, lang)}"


def _chains(late: Sequence[LateNeed], lang: Lang) -> Iterator[Block]:
    if late:
        yield Heading(Text("Rantai yang putus", "Chains that break").for_lang(lang))
        ordered = sorted(
            late, key=lambda late_need: (code_order(late_need.scheduled.code), code_order(late_need.need))
        )
        yield Items(tuple(Item(_broken(late_need, lang), tone="bad") for late_need in ordered))
    else:
        words = Text("Tidak ada kegiatan yang jadi harus menunggu.", "No action has to wait because of it.")
        yield Paragraph(words.for_lang(lang))


def _broken(late: LateNeed, lang: Lang) -> str:
    waiting, need = f"{late.scheduled.code} ({late.scheduled.opd or '?'})", late.need
    if late.ready.when is None:
        at = late.ready.at
        because = Text(f" karena menunggu {at}", f", since it waits for {at}").for_lang(lang)
        chain = "" if at == need else because
        return Text(
            f"{waiting} menunggu {need}, yang tidak akan selesai{chain}",
            f"{waiting} waits for {need}, which will not be finished{chain}",
        ).for_lang(lang)
    when = late.ready.when.text(lang)
    return Text(
        f"{waiting} {_begins(late, 'id')}, padahal menunggu {need}, yang baru selesai {when}",
        f"{waiting} {_begins(late, 'en')}, but waits for {need}, which is not finished before {when}",
    ).for_lang(lang)


def _begins(late: LateNeed, lang: Lang) -> str:
    start, finish = late.scheduled.start, late.scheduled.finish
    if start is not None and not late.scheduled.moves:
        begins = start.text(lang)
        return Text(f"mulai {begins}", f"begins {begins}").for_lang(lang)
    ends = finish.text(lang) if finish else "?"
    return Text(f"selesai {ends}", f"finishes {ends}").for_lang(lang)


_LOAD_COLUMNS = (
    (Text("OPD", "OPD"), Column("")),
    (Text("Tahun", "Year"), Column("")),
    (Text("Semula", "Unchanged"), Column("", "right")),
    (Text("Menjadi", "Becomes"), Column("", "right")),
)


def _loads(report: SimulationReport, lang: Lang) -> Iterator[Block]:
    """Show the OPD and years that carry more or fewer actions, and whether that is above the limit."""
    rows = tuple(_load_cells(report, key) for key in changed_loads(report.comparison))
    if rows:
        yield Heading(Text("Beban yang berubah", "Load that changes").for_lang(lang))
        yield table(
            Text("Kegiatan tiap OPD dan tahun", "Actions of each OPD and year"), _LOAD_COLUMNS, rows, lang
        )


def changed_loads(comparison: Comparison) -> list[tuple[str, int]]:
    """Return the OPD and years that carry more or fewer actions."""
    before, after = comparison.load_before, comparison.load_after
    first = comparison.before.years[0] if comparison.before.years else 0
    changed = (key for key in {**before, **after} if before.get(key, 0) != after.get(key, 0))
    return sorted((key for key in changed if key[1] >= first), key=lambda key: (code_order(key[0]), key[1]))


def _load_cells(report: SimulationReport, key: tuple[str, int]) -> tuple[Cell, ...]:
    most = report.plan.settings.most_actions
    count = report.comparison.load_after.get(key, 0)
    over = most is not None and count > most
    return (
        Cell(key[0]),
        Cell(str(key[1])),
        Cell(str(report.comparison.load_before.get(key, 0))),
        Cell(f"{count} (> {most})" if over else str(count), "bad" if over else "plain"),
    )


def _next(report: SimulationReport, lang: Lang) -> Iterator[Item]:
    waiting = {late.scheduled.opd for late in report.comparison.late} - {None}
    for opd in sorted(str(code) for code in waiting)[:1]:
        words = Text(f"Yang menyangkut {opd}", f"What concerns {opd}")
        yield Item(words.for_lang(lang), f"serang-plan gaps --opd {opd}")
    yield Item(Text("Tanpa pengandaian", "Without any assumption").for_lang(lang), "serang-plan forecast")

"""One year of the stages: its targets and its actions in detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.outlook.stages import DueTarget, StageYear, TargetResult
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Group,
    Item,
    Paragraph,
    Table,
)
from serang_plan.reports.parts.phrases import (
    BASES,
    NOTHING,
    added,
    goal_of,
    named,
    next_steps,
    short_name,
    table,
    titled,
    unit_of,
)
from serang_plan.reports.stages.action_timeline import months_of
from serang_plan.reports.stages.year_parts import (
    RESULTS,
    carried_over,
    focus,
    focus_opd,
    overloaded,
    result_in_words,
)
from serang_plan.wording import Lang, Number, Text, listed, with_unit


def one_year(plan: Plan, year: StageYear, lang: Lang) -> Iterator[Block]:
    """Lay out one year."""
    yield _focus_line(year, lang)
    if year.due:
        yield _targets(plan, year, lang)
    else:
        yield Callout(Text("Tahun ini belum punya target.", "This year has no targets yet.").for_lang(lang))
    if year.actions:
        yield months_of(plan, year.year, year.actions, lang)
        yield _table_of_actions(plan, year, lang)
    else:
        yield Callout(Text("Tahun ini belum punya kegiatan.", "This year has no actions yet.").for_lang(lang))
    yield from carried_over((*year.carried_out, *year.carried_in), lang)
    yield from overloaded((year,), plan, lang)
    yield from _empty_of(year.empty, plan, lang)
    gaps = Text(f"Kesenjangan pada {year.year}", f"The gaps in {year.year}")
    yield from next_steps([Item(gaps.for_lang(lang), f"serang-plan gaps --year {year.year}")], lang)


def _focus_line(year: StageYear, lang: Lang) -> Block:
    words, opd = focus(year), focus_opd(year)
    if not words:
        return Callout(
            Text(f"{year.year}: fokus belum ditetapkan.", f"{year.year}: no focus set.").for_lang(lang)
        )
    who = f" ({listed(opd, lang)})" if opd else ""
    return Paragraph(f"{Text('Fokus', 'Focus').for_lang(lang)}: {words}{who}.")


_TARGET_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Indikator", "Indicator"), Column("", wrap=True, bare=True)),
    (Text("Target", "Target"), Column("", "right")),
    (Text("Dasar", "Basis"), Column("", drop=2)),
    (Text("Nilai", "Value"), Column("", "right")),
    (Text("Hasil", "Result"), Column("", drop=1)),
)


_LATEST = (Text("Nilai terakhir", "Latest value"), Column("", "right"))


def _targets(plan: Plan, year: StageYear, lang: Lang) -> Table:
    """Show the targets with the year's values; of a year ahead with the newest ones."""
    columns = (*_TARGET_COLUMNS[:-2], _LATEST) if year.year > plan.as_of.year else _TARGET_COLUMNS
    rows = (_target_cells(plan, due, lang)[: len(columns)] for due in year.due)
    caption = Text(f"Target {year.year} dan hasilnya", f"Targets of {year.year} and their results")
    return table(caption, columns, rows, lang)


def _target_cells(plan: Plan, due: DueTarget, lang: Lang) -> tuple[Cell, ...]:
    unit = unit_of(due.indicator, lang)
    value = due.value or (due.latest if due.result is TargetResult.AHEAD else None)
    stale = value is not None and is_stale(plan, due.indicator, value.measurement)
    old = f", {Text('usang', 'stale').for_lang(lang)}" if stale and due.result is TargetResult.AHEAD else ""
    when = f" ({value.measurement.as_of.text(lang)}{old})" if value else ""
    return (
        Cell(due.indicator.code),
        Cell(short_name(due.indicator, lang)),
        Cell(goal_of(due.indicator, due.target.value, lang)),
        Cell(BASES[due.target.basis].for_lang(lang), "warn" if due.target.basis == "usulan" else "plain"),
        Cell(with_unit(value.amount, unit, lang) + when if value else NOTHING),
        Cell(result_in_words(due, lang), RESULTS[due.result][1]),
    )


_ACTION_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Kegiatan", "Action"), Column("", wrap=True, bare=True)),
    (Text("OPD", "OPD"), Column("")),
    (Text("Status", "Status"), Column("")),
    (Text("Selesai", "Finish"), Column("", drop=2)),
    (Text("Dampak", "Effect"), Column("", drop=1, wrap=True)),
)


def _table_of_actions(plan: Plan, year: StageYear, lang: Lang) -> Table:
    columns = titled(_ACTION_COLUMNS, lang)
    groups = tuple(
        Group(title.for_lang(lang), tuple(_action_cells(plan, action, lang) for action in actions))
        for title, actions in _by_quarter(year)
    )
    caption = Text(
        f"Kegiatan {year.year} menurut triwulan selesainya",
        f"Actions of {year.year} by the quarter of finish",
    )
    return Table(caption.for_lang(lang), columns, groups)


def _by_quarter(year: StageYear) -> Iterator[tuple[Text, Sequence[Scheduled]]]:
    """Give the year's actions by the quarter in which they finish; what goes on, or is open, last."""
    quarters = grouped((_quarter(action, year.year), action) for action in year.actions)
    for nth in sorted(quarters):
        yield _QUARTERS[nth], quarters[nth]


_QUARTERS = {
    1: Text("selesai TW I", "finish in Q1"),
    2: Text("selesai TW II", "finish in Q2"),
    3: Text("selesai TW III", "finish in Q3"),
    4: Text("selesai TW IV", "finish in Q4"),
    5: Text("selesai, triwulan tidak disebut", "finish in a quarter not stated"),
    6: Text("berlanjut ke tahun berikutnya", "go on into the next year"),
    7: Text("waktu selesai belum ada", "no finish yet"),
}


def _quarter(action: Scheduled, year: int) -> int:
    finish = action.finish
    if finish is None:
        return 7
    if finish.year > year:
        return 6
    return 5 if finish.days > 92 else (finish.last.month + 2) // 3


def _action_cells(plan: Plan, action: Scheduled, lang: Lang) -> tuple[Cell, ...]:
    late = f", {Text('terlewat', 'overdue').for_lang(lang)}" if action.late else ""
    nobody = Text("belum ada", "nobody yet").for_lang(lang)
    return (
        Cell(action.code),
        Cell(action.action.name),
        Cell(action.opd or nobody, "plain" if action.opd else "warn"),
        Cell(action.state.value.for_lang(lang) + late, "warn" if action.late else "plain"),
        Cell(action.finish.text(lang) if action.finish else NOTHING),
        Cell(_effects(plan, action, lang)),
    )


def _effects(plan: Plan, action: Scheduled, lang: Lang) -> str:
    known = plan.indicator_by_code
    effects = (
        f"{effect.code} {_adds(known.get(effect.code), effect.adds, lang)}"
        for effect in action.action.indicators
    )
    return ", ".join(effects) or NOTHING


def _adds(indicator: Indicator | None, adds: Number | None, lang: Lang) -> str:
    if adds is None:
        return "?"
    return added(adds, unit_of(indicator, lang) if indicator else "", lang).strip()


def _empty_of(empty: Sequence[Indicator], plan: Plan, lang: Lang) -> Iterator[Block]:
    if empty:
        codes = [indicator.code for indicator in empty]
        words = Text("Tanpa target dan kegiatan tahun ini", "Without a target or an action this year")
        yield Callout(f"{words.for_lang(lang)}: {named(codes, plan, lang, 8)}.")

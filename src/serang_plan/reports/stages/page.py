"""Stages: the years of the plan, their focus, targets and actions, what was carried over, what is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from serang_plan.analysis.actions.schedule import ActionState, CarriedOver, Scheduled
from serang_plan.analysis.outlook.stages import DueTarget, Stages, StageYear, TargetResult
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
from serang_plan.reports.parts.phrases import (
    BASES,
    NEXT,
    NOTHING,
    added,
    as_of_line,
    banners,
    fine,
    is_percent,
    named,
    plan_title,
    short_name,
    spans,
    titled,
    unit_of,
    with_unit,
)
from serang_plan.reports.stages.action_timeline import MOST_LANES, months_of, years_of
from serang_plan.wording import Lang, Text, listed

NO_FOCUS = Text("fokus belum ditetapkan", "no focus set")


def page(found: Stages, lang: Lang) -> Page:
    """Lay out all years."""
    as_of, blocks = as_of_line(found.plan.as_of, lang), tuple(_all_years(found, lang))
    return Page(_title(found.plan, lang), as_of, blocks, compact=True)


def page_of_year(found: Stages, year: int, lang: Lang) -> Page:
    """Lay out one year in detail."""
    title, as_of = f"{_title(found.plan, lang)} {year}", as_of_line(found.plan.as_of, lang)
    return Page(title, as_of, tuple(_one_year(found, _of(found, year), lang)), compact=True)


def _of(found: Stages, year: int) -> StageYear:
    return next(one for one in found.years if one.year == year)


def _title(plan: Plan, lang: Lang) -> str:
    return f"{plan_title(plan, lang)}: {Text('tahapan', 'stages').for_lang(lang)}"


# -- all years -----------------------------------------------------------------------------


def _all_years(found: Stages, lang: Lang) -> Iterator[Block]:
    yield from banners(found.plan, lang)
    if not found.years:
        yield Callout(Text("Rencana ini belum punya tahun.", "This plan has no years yet.").for_lang(lang))
    else:
        yield _table_of_years(found, lang)
        yield from _timeline(found, lang)
        yield from _carried(found.carried, lang)
        yield from _crowded(found.years, found.plan, lang)
        yield from _empty(found, lang)
    yield Heading(NEXT.for_lang(lang))
    yield Items(tuple(_next(found, lang)), hints=True)


_YEAR_COLUMNS = (
    (Text("Tahun", "Year"), Column("")),
    (Text("Fokus", "Focus"), Column("", wrap=True, bare=True)),
    (Text("OPD fokus", "Focus OPD"), Column("", drop=3)),
    (Text("Target", "Targets"), Column("", drop=1, wrap=True)),
    (Text("Kegiatan", "Actions"), Column("", "right")),
    (Text("Bergeser ke", "Put off to"), Column("", drop=2)),
    (Text("Kosong", "Empty"), Column("", "right")),
)


def _table_of_years(found: Stages, lang: Lang) -> Table:
    columns = titled(_YEAR_COLUMNS, lang)
    rows = tuple(_year_cells(one, found.plan, lang) for one in found.years)
    caption = Text(
        "Tahun demi tahun; kosong: indikator terbuka tanpa target dan kegiatan",
        "Year by year; empty: open indicators without target and action",
    )
    return Table(caption.for_lang(lang), columns, (Group("", rows),))


def _year_cells(one: StageYear, plan: Plan, lang: Lang) -> tuple[Cell, ...]:
    said = focus(one)
    ahead = one.year >= plan.as_of.year
    now = Text("kini", "now").for_lang(lang)
    return (
        Cell(f"{one.year} {now}" if one.year == plan.as_of.year else str(one.year)),
        Cell(said or NO_FOCUS.for_lang(lang), "plain" if said else "warn"),
        Cell("/".join(focus_opd(one)) or NOTHING),
        Cell(_targets_in_short(one.due, lang)),
        Cell(str(len(one.actions))),
        Cell(", ".join(f"{code_and_year(move)}" for move in one.carried_out) or NOTHING),
        Cell(str(len(one.empty)) if ahead else NOTHING, "warn" if one.empty else "plain"),
    )


def focus(one: StageYear) -> str:
    """Return what a year is for; nothing if that is not set."""
    return "; ".join(stage.focus for stage in one.stages if stage.focus)


def focus_opd(one: StageYear) -> tuple[str, ...]:
    """Return who is in the lead of a year's focus."""
    return tuple(dict.fromkeys(opd for stage in one.stages for opd in stage.opd))


def code_and_year(move: CarriedOver) -> str:
    """Write what was put off, and to which year: `A11 → 2027`."""
    return f"{move.scheduled.code} → {move.move.to.year}"


RESULTS: dict[TargetResult, tuple[Text, Tone]] = {
    TargetResult.REACHED: (Text("tercapai", "reached"), "good"),
    TargetResult.MISSED: (Text("tidak tercapai", "missed"), "bad"),
    TargetResult.UNKNOWN: (Text("tidak diketahui", "not known"), "unknown"),
    TargetResult.AHEAD: (Text("belum waktunya", "not due yet"), "muted"),
}


def _targets_in_short(due: Sequence[DueTarget], lang: Lang) -> str:
    if not due:
        return NOTHING
    counts = Counter(one.result for one in due)
    if set(counts) == {TargetResult.AHEAD}:
        return str(len(due))
    said = (f"{counts[one]} {words.for_lang(lang)}" for one, (words, _) in RESULTS.items() if counts[one])
    return f"{len(due)}: {', '.join(said)}"


def _timeline(found: Stages, lang: Lang) -> Iterator[Block]:
    shown = [one for one in found.actions if one.state is not ActionState.CANCELLED and one.years]
    if shown:
        yield years_of(found.plan, found.years, shown, lang)
    if len(shown) > MOST_LANES:
        rest = len(shown) - MOST_LANES
        words = Text(f"{rest} kegiatan lain tidak digambar.", f"{rest} more actions are not drawn.")
        yield Paragraph(words.for_lang(lang), "muted")
    yield from _not_drawn(found.actions, lang)


def _not_drawn(actions: Iterable[Scheduled], lang: Lang) -> Iterator[Paragraph]:
    timeless, cancelled = [], []
    for one in actions:
        if one.state is ActionState.CANCELLED:
            cancelled.append(_called(one))
        elif not one.years:
            timeless.append(_called(one))
    for words, names in ((_TIMELESS, timeless), (_CANCELLED, cancelled)):
        if names:
            yield Paragraph(f"{words.for_lang(lang)}: {listed(names, lang, most=6)}.", "muted")


_TIMELESS = Text("Tanpa waktu", "Without any time")
_CANCELLED = Text("Batal", "Cancelled")


def _called(one: Scheduled) -> str:
    return f"{one.code} {one.action.name}"


def _carried(moves: Sequence[CarriedOver], lang: Lang) -> Iterator[Block]:
    if moves:
        yield Heading(f"{Text('Digeser', 'Carried over').for_lang(lang)} ({len(moves)})")
        yield Items(tuple(Item(_move(one, lang)) for one in moves))


def _move(one: CarriedOver, lang: Lang) -> str:
    """Write a move: from when, to when, from whom to whom, when that was known, and why."""
    unknown = Text("waktu yang tidak ditulis", "an unwritten time").for_lang(lang)
    before, after = (one.before.text(lang) if one.before else unknown), one.move.to.text(lang)
    who = f"; {one.opd or '?'} → {one.move.opd}" if one.move.opd not in (None, one.opd) else ""
    said = Text(f"dari {before} ke {after}", f"from {before} to {after}").for_lang(lang)
    reason = one.move.reason or Text("alasan tidak ditulis", "no reason written").for_lang(lang)
    known = (
        f" ({Text('diketahui', 'known').for_lang(lang)} {one.move.known.text(lang)})"
        if one.move.known
        else ""
    )
    return f"{_called(one.scheduled)}: {said}{known}{who}; {reason}"


def _crowded(years: Sequence[StageYear], plan: Plan, lang: Lang) -> Iterator[Block]:
    crowded = [(one.year, opd, count) for one in years for opd, count in one.crowded]
    if crowded:
        most = plan.settings.most_actions
        heading = Text(f"Lebih dari {most} kegiatan setahun", f"More than {most} actions in a year")
        yield Heading(heading.for_lang(lang))
        yield Items(tuple(Item(f"{year}: {opd} ({count})", tone="warn") for year, opd, count in crowded))


def _empty(found: Stages, lang: Lang) -> Iterator[Block]:
    """Say which open indicators have years without target and action, alike ones together."""
    alike: dict[str, list[str]] = {}
    for code, years in _empty_years(found).items():
        alike.setdefault(spans(years), []).append(code)
    if alike:
        yield Heading(
            Text(
                "Tahun kosong: indikator terbuka tanpa target dan kegiatan",
                "Empty years: open indicators without target and action",
            ).for_lang(lang)
        )
        yield Items(
            tuple(
                Item(f"{years}: {named(codes, found.plan, lang, 6)}", tone="warn")
                for years, codes in alike.items()
            )
        )


def _empty_years(found: Stages) -> dict[str, list[int]]:
    years: dict[str, list[int]] = {}
    for one in found.years:
        for indicator in one.empty:
            years.setdefault(indicator.code, []).append(one.year)
    return years


def _next(found: Stages, lang: Lang) -> Iterator[Item]:
    if found.years:
        first, last = found.years[0].year, found.years[-1].year
        year = min(max(found.plan.as_of.year + 1, first), last)
        yield Item(
            Text(f"Rincian {year}", f"{year} in detail").for_lang(lang), f"serang-plan stages --year {year}"
        )
    if any(not one.targets for one in found.plan.indicators):
        yield Item(
            Text("Usulan target untuk yang belum punya", "Propose targets where there are none").for_lang(
                lang
            ),
            "serang-plan stages --propose",
        )


# -- one year -------------------------------------------------------------------------------


def _one_year(found: Stages, one: StageYear, lang: Lang) -> Iterator[Block]:
    yield from banners(found.plan, lang)
    yield _focus_line(one, lang)
    if one.due:
        yield _targets(one, one.year > found.plan.as_of.year, lang)
    else:
        yield Callout(Text("Tahun ini belum punya target.", "This year has no targets yet.").for_lang(lang))
    if one.actions:
        yield months_of(found.plan, one.year, one.actions, lang)
        yield _table_of_actions(found.plan, one, lang)
    else:
        yield Callout(Text("Tahun ini belum punya kegiatan.", "This year has no actions yet.").for_lang(lang))
    yield from _carried((*one.carried_out, *one.carried_in), lang)
    yield from _crowded((one,), found.plan, lang)
    yield from _empty_of(one.empty, found.plan, lang)
    yield Heading(NEXT.for_lang(lang))
    yield Items(
        (
            Item(
                Text(f"Kesenjangan pada {one.year}", f"The gaps in {one.year}").for_lang(lang),
                f"serang-plan gaps --year {one.year}",
            ),
        ),
        hints=True,
    )


def _focus_line(one: StageYear, lang: Lang) -> Block:
    said, opd = focus(one), focus_opd(one)
    if not said:
        return Callout(
            Text(f"{one.year}: fokus belum ditetapkan.", f"{one.year}: no focus set.").for_lang(lang)
        )
    who = f" ({listed(opd, lang)})" if opd else ""
    return Paragraph(f"{Text('Fokus', 'Focus').for_lang(lang)}: {said}{who}.")


_TARGET_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Indikator", "Indicator"), Column("", wrap=True, bare=True)),
    (Text("Target", "Target"), Column("", "right")),
    (Text("Dasar", "Basis"), Column("", drop=2)),
    (Text("Nilai", "Value"), Column("", "right")),
    (Text("Hasil", "Result"), Column("", drop=1)),
)
_LATEST = (Text("Nilai terakhir", "Latest value"), Column("", "right"))


def _targets(one: StageYear, ahead: bool, lang: Lang) -> Table:
    """Show the targets with the year's values; of a year ahead with the newest ones."""
    chosen = (*_TARGET_COLUMNS[:-2], _LATEST) if ahead else _TARGET_COLUMNS
    columns = titled(chosen, lang)
    rows = tuple(_target_cells(due, lang)[: len(columns)] for due in one.due)
    caption = Text(f"Target {one.year} dan hasilnya", f"Targets of {one.year} and their results")
    return Table(caption.for_lang(lang), columns, (Group("", rows),))


def _target_cells(due: DueTarget, lang: Lang) -> tuple[Cell, ...]:
    unit = unit_of(due.indicator, lang)
    words, tone = RESULTS[due.result]
    value = due.value or (due.latest if due.result is TargetResult.AHEAD else None)
    when = f" ({value.measurement.as_of.text(lang)})" if value else ""
    sign = "≥" if due.indicator.direction == "naik" else "≤"
    goal = f"{sign} {fine(due.target.value, lang)}{'%' if is_percent(unit) else ''}"
    return (
        Cell(due.indicator.code),
        Cell(short_name(due.indicator, lang)),
        Cell(goal),
        Cell(BASES[due.target.basis].for_lang(lang), "warn" if due.target.basis == "usulan" else "plain"),
        Cell(with_unit(value.amount, unit, lang) + when if value else NOTHING),
        Cell(words.for_lang(lang), tone),
    )


_ACTION_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Kegiatan", "Action"), Column("", wrap=True, bare=True)),
    (Text("OPD", "OPD"), Column("")),
    (Text("Status", "Status"), Column("")),
    (Text("Selesai", "Finish"), Column("", drop=2)),
    (Text("Dampak", "Effect"), Column("", drop=1, wrap=True)),
)


def _table_of_actions(plan: Plan, one: StageYear, lang: Lang) -> Table:
    columns = titled(_ACTION_COLUMNS, lang)
    groups = tuple(
        Group(title.for_lang(lang), tuple(_action_cells(plan, action, lang) for action in actions))
        for title, actions in _by_quarter(one)
    )
    caption = Text(
        f"Kegiatan {one.year} menurut triwulan selesainya", f"Actions of {one.year} by the quarter of finish"
    )
    return Table(caption.for_lang(lang), columns, groups)


def _by_quarter(one: StageYear) -> Iterator[tuple[Text, list[Scheduled]]]:
    """Give the year's actions by the quarter in which they finish; what goes on, or is open, last."""
    quarters: dict[int, list[Scheduled]] = {}
    for action in one.actions:
        quarters.setdefault(_quarter(action, one.year), []).append(action)
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


def _action_cells(plan: Plan, one: Scheduled, lang: Lang) -> tuple[Cell, ...]:
    late = f", {Text('terlewat', 'overdue').for_lang(lang)}" if one.late else ""
    nobody = Text("belum ada", "nobody yet").for_lang(lang)
    return (
        Cell(one.code),
        Cell(one.action.name),
        Cell(one.opd or nobody, "plain" if one.opd else "warn"),
        Cell(one.state.value.for_lang(lang) + late, "warn" if one.late else "plain"),
        Cell(one.finish.text(lang) if one.finish else NOTHING),
        Cell(_effects(plan, one, lang)),
    )


def _effects(plan: Plan, one: Scheduled, lang: Lang) -> str:
    known = plan.indicator_by_code
    said = (
        f"{effect.code} {_adds(known.get(effect.code), effect.adds, lang)}"
        for effect in one.action.indicators
    )
    return ", ".join(said) or NOTHING


def _adds(indicator: Indicator | None, adds: Any, lang: Lang) -> str:
    if adds is None:
        return "?"
    return added(adds, unit_of(indicator, lang) if indicator else "", lang).strip()


def _empty_of(empty: Sequence[Indicator], plan: Plan, lang: Lang) -> Iterator[Block]:
    if empty:
        codes = [one.code for one in empty]
        words = Text("Tanpa target dan kegiatan tahun ini", "Without target and action this year")
        yield Callout(f"{words.for_lang(lang)}: {named(codes, plan, lang, 8)}.")

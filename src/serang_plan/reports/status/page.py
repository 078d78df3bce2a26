"""Status: where the city stands on a date, on one screen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from serang_plan.analysis.criteria.claim_check import ClaimCheck, Incomparable, check_claims
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.indicators.pace import Pace, pace
from serang_plan.analysis.indicators.standing import (
    Missing,
    Standing,
    Verdict,
    count_by_standing,
    verdicts_of,
)
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.rakor.urgent_matters import UrgentMatters, urgent_matters
from serang_plan.findings import Faults
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Stack,
    StackPart,
    Stacks,
    Table,
    Tone,
)
from serang_plan.reports.parts.phrases import (
    NOTHING,
    SIGNS,
    TONES,
    VALUES_OF_PLAN,
    as_of_line,
    aspect_name,
    banners,
    named,
    plan_title,
    proposed_duties,
    short_name,
    standing_figures,
    titled,
    who_said,
)
from serang_plan.reports.parts.verdict_words import (
    DUE_YEAR,
    counts_line,
    gap_with_basis,
    legend,
    newest_value,
    other_scopes,
    resting_on,
    standing_in_full,
    threshold_in_short,
)
from serang_plan.reports.status.urgent import urgent_facts
from serang_plan.wording import Lang, Text, code_order, listed, many


class StatusRow(NamedTuple):
    """One indicator on the plan's date."""

    verdict: Verdict
    pace: Pace | None
    leads: tuple[str, ...]


class Status(NamedTuple):
    """Where the city stands."""

    plan: Plan
    rows: tuple[StatusRow, ...]
    unread: tuple[str, ...]
    """Indicators that could not be read, so that none is missed in silence."""
    counts: dict[Standing, int]
    claims: tuple[ClaimCheck, ...]
    faults: Faults
    urgent: UrgentMatters


def build(plan: Plan, faults: Faults) -> Status:
    """Judge every indicator on the plan's date."""
    verdicts = verdicts_of(plan)
    unread = {code for section, code in plan.unread.codes if section == "indicators"}
    return Status(
        plan,
        tuple(_row(plan, verdict) for verdict in verdicts),
        tuple(sorted(unread - plan.indicator_by_code.keys(), key=code_order)),
        count_by_standing(verdicts),
        check_claims(plan, verdicts),
        faults,
        urgent_matters(plan, verdicts),
    )


def _row(plan: Plan, verdict: Verdict) -> StatusRow:
    code = verdict.indicator.code
    pace_now = None if verdict.standing is Standing.MET else pace(plan, verdict.indicator).pace
    return StatusRow(verdict, pace_now, leads_on(plan, code, plan.as_of))


# -- the page ------------------------------------------------------------------------


def page(status: Status, lang: Lang) -> Page:
    """Lay the report out."""
    as_of, answer = as_of_line(status.plan.as_of, lang), tuple(_answer(status, lang))
    blocks = (*answer, *_details(status, lang))
    return Page(plan_title(status.plan, lang), as_of, blocks, compact=True, answer=len(answer))


def _answer(status: Status, lang: Lang) -> Iterator[Block]:
    """Give what a rakor asks first: how many, what cannot wait, and what stands in the way."""
    yield from banners(status.plan, lang)
    yield standing_figures(status.counts, lang)
    if weakened := counts_line((row.verdict for row in status.rows), lang):
        yield Paragraph(weakened)
    yield urgent_facts(status.plan, status.claims, status.urgent, lang)
    settle = tuple(_to_settle(status, lang))
    if settle:
        yield Heading(Text("Selesaikan lebih dulu", "Settle first").for_lang(lang))
        yield Items(settle, numbered=True)
    yield Items((_quality(status.faults, lang),))


def _details(status: Status, lang: Lang) -> Iterator[Block]:
    yield from _claims(status.claims, lang)
    yield from _lists(status.plan, lang)
    yield from by_aspect((row.verdict for row in status.rows), lang)
    if status.rows:
        yield _table(status, lang)
    yield from _remarks(status, lang)


def _claims(checks: tuple[ClaimCheck, ...], lang: Lang) -> Iterator[Block]:
    """Say alike claims in one sentence, and the evidence once for each number that can be compared.

    What was said of a list of criteria stands with that list.
    """
    of_no_list = (check for check in checks if check.criteria is None)
    by_number = grouped(((check.incomparable, check.said_met, check.said_of), check) for check in of_no_list)
    for (incomparable, met, whole), alike in sorted(by_number.items(), key=_undated_last):
        who = listed([who_said(check, lang) for check in alike], lang)
        words = Text(
            f"Pernyataan {who}: {met} dari {whole} terpenuhi", f"Claim by {who}: {met} of {whole} met"
        ).for_lang(lang)
        if incomparable:
            yield Paragraph(f"{words}; {incomparable.value.for_lang(lang)}.")
        else:
            yield Paragraph(f"{words}. {_evidence(alike[0], lang)} {_difference(alike[0], lang)}")


def _undated_last(group: tuple[tuple[Incomparable | None, int, int], object]) -> bool:
    return group[0][0] is Incomparable.UNDATED


def _lists(plan: Plan, lang: Lang) -> Iterator[Block]:
    """Give a line for each list of criteria; what that takes is loaded if there is one."""
    if plan.criteria:
        from serang_plan.analysis.criteria.list_check import check_lists
        from serang_plan.reports.parts.criteria_words import in_a_line

        items = (
            Item(in_a_line(check, lang), f"serang-plan criteria {check.criteria.code}")
            for check in check_lists(plan)
        )
        yield Items(tuple(items))


def _evidence(check: ClaimCheck, lang: Lang) -> str:
    met, rest = (f" ({', '.join(codes)})" if 0 < len(codes) <= 8 else "" for codes in (check.met, check.open))
    return Text(
        f"Bukti: {len(check.met)} terpenuhi{met}, {len(check.unmet)} belum, "
        f"{len(check.open)} belum pasti{rest}.",
        f"Evidence: {len(check.met)} met{met}, {len(check.unmet)} not met, "
        f"{len(check.open)} uncertain{rest}.",
    ).for_lang(lang)


def _difference(check: ClaimCheck, lang: Lang) -> str:
    lacking, most = check.difference or 0, len(check.met) + len(check.open)
    if lacking == 0:
        return Text("Jumlahnya sama.", "The numbers agree.").for_lang(lang)
    if lacking < 0:
        return Text(
            f"Bukti menunjukkan {-lacking} lebih banyak.", f"Evidence shows {-lacking} more."
        ).for_lang(lang)
    if check.could_be_true:
        return Text(
            f"Selisih {lacking}, yang hanya mungkin berasal dari yang belum pasti.",
            f"The difference of {lacking} could only come from the uncertain ones.",
        ).for_lang(lang)
    if not check.open:
        return Text(
            f"Selisih {lacking}, dan tidak ada yang belum pasti.",
            f"The difference is {lacking}, and none is uncertain.",
        ).for_lang(lang)
    return Text(
        f"Selisih {lacking}; sekalipun semua yang belum pasti terpenuhi, jumlahnya {most}.",
        f"The difference is {lacking}; even if all uncertain ones were met, it would be {most}.",
    ).for_lang(lang)


def by_aspect(verdicts: Iterable[Verdict], lang: Lang) -> Iterator[Stacks]:
    """Give how many indicators of each aspect have each standing; none without indicators."""
    counts: dict[str, Counter[Standing]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.indicator.aspect, Counter())[verdict.standing] += 1
    if counts:
        parts = tuple(
            StackPart(standing.word.for_lang(lang), TONES[standing], SIGNS[standing]) for standing in Standing
        )
        stacks = tuple(
            Stack(aspect_name(aspect, lang), tuple(by_standing[standing] for standing in Standing))
            for aspect, by_standing in counts.items()
        )
        caption = Text(
            "Banyaknya indikator menurut aspek dan status", "Number of indicators by aspect and standing"
        )
        yield Stacks(caption.for_lang(lang), parts, stacks, VALUES_OF_PLAN.for_lang(lang), redundant=True)


# -- the table -----------------------------------------------------------------------

_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Indikator", "Indicator"), Column("", wrap=True, bare=True)),
    (Text("Nilai terakhir", "Latest value"), Column("", "right", bare=True)),
    (Text("Ambang", "Threshold"), Column("", "right", drop=2)),
    (Text("Kesenjangan", "Gap"), Column("", drop=1, bare=True)),
    (Text("Laju", "Pace"), Column("", drop=8)),
    (Text("Pengampu", "Lead"), Column("", drop=7)),
    (Text("Status", "Standing"), Column("", drop=9, redundant=True)),
)


def _table(status: Status, lang: Lang) -> Table:
    aspects = dict.fromkeys(row.verdict.indicator.aspect for row in status.rows)
    columns = titled(_COLUMNS, lang)
    groups = tuple(
        Group(
            aspect_name(aspect, lang),
            tuple(
                _cells(status.plan, row, lang)
                for row in status.rows
                if row.verdict.indicator.aspect == aspect
            ),
        )
        for aspect in aspects
    )
    caption = Text("Indikator menurut aspek", "Indicators by aspect").for_lang(lang)
    return Table(caption, columns, groups)


def _cells(plan: Plan, row: StatusRow, lang: Lang) -> tuple[Cell, ...]:
    verdict, indicator = row.verdict, row.verdict.indicator
    tone = TONES[verdict.standing]
    nobody = Text("belum ada", "nobody yet").for_lang(lang)
    return (
        Cell(f"{SIGNS[verdict.standing]} {indicator.code}", tone),
        Cell(short_name(indicator, lang)),
        Cell(newest_value(verdict, lang), _if(verdict.is_stale, "warn")),
        Cell(threshold_in_short(verdict, lang)),
        Cell(gap_with_basis(verdict, lang), tone),
        Cell(_pace(plan, row, lang), _if(row.pace is Pace.BEHIND, "bad")),
        Cell("/".join(row.leads) or nobody, _if(not row.leads, "warn")),
        Cell(standing_in_full(verdict, lang), tone),
    )


_JUDGED = (Pace.ON_TRACK, Pace.BEHIND)


def _pace(plan: Plan, row: StatusRow, lang: Lang) -> str:
    """Write the pace, with what it rests on: `sesuai jalur (2025, sekunder)`."""
    if row.pace is None:
        return NOTHING
    word, value = row.pace.value.for_lang(lang), row.verdict.value
    if row.pace not in _JUDGED or value is None:
        return word
    return f"{word} ({resting_on(plan, value.measurement, lang, is_good=row.pace is Pace.ON_TRACK)})"


def _if(condition: bool, tone: Tone) -> Tone:
    return tone if condition else "plain"


def _remarks(status: Status, lang: Lang) -> Iterator[Block]:
    verdicts = [row.verdict for row in status.rows]
    yield from other_scopes(verdicts, lang)
    yield from legend(verdicts, lang)
    if any(verdict.threshold and verdict.threshold.due for verdict in verdicts):
        yield Paragraph(DUE_YEAR.for_lang(lang), "muted")
    if any(row.pace in _JUDGED for row in status.rows):
        yield Paragraph(_PACE_METHOD.for_lang(lang), "muted")
    yield from proposed_duties(status.plan, [row.verdict.indicator.code for row in status.rows], lang)


_PACE_METHOD = Text(
    "Laju: nilai tahun itu terhadap garis target tahunan (D1).",
    "Pace: the value of that year against the line of the yearly targets (D1).",
)

# -- what to settle first --------------------------------------------------------------


def _to_settle(status: Status, lang: Lang) -> Iterator[Item]:
    """Give what stands in the way of an answer, worst first, each with the command that shows more."""
    plan, rows = status.plan, status.rows
    for standing, words in _FIRST.items():
        codes = _codes(row for row in rows if row.verdict.standing is standing)
        yield from _item(words, codes, "serang-plan gaps", plan, lang)
    for missing, words in _LACKING.items():
        codes = _codes(row for row in rows if row.verdict.missing in missing)
        yield from _item(words, codes, "serang-plan gaps", plan, lang)
    no_lead = _codes(row for row in rows if not row.leads)
    yield from _item(
        Text("Belum ada pengampu", "No lead yet"), no_lead, "serang-plan coordination", plan, lang
    )
    no_target = _codes(row for row in rows if row.pace is Pace.NO_TARGET)
    propose = "serang-plan stages --propose"
    yield from _item(Text("Belum ada target", "No target yet"), no_target, propose, plan, lang)
    if open_ones := [dispute.code for dispute in plan.disputes if dispute.resolution is None]:
        words = Text("Angka terbitan yang bertentangan", "Published figures that contradict each other")
        yield Item(f"{words.for_lang(lang)}: {listed(open_ones, lang, most=4)}", "serang-plan explain E607")


def _item(words: Text, codes: list[str], command: str, plan: Plan, lang: Lang) -> Iterator[Item]:
    if codes:
        yield Item(f"{words.for_lang(lang)}: {named(codes, plan, lang)}", command)


_FIRST = {
    Standing.CONTRADICTED: Text("Pernyataan bertentangan dengan data", "Declared against the data"),
    Standing.CLAIMED: Text("Dinyatakan terpenuhi tanpa bukti", "Declared met without evidence"),
}
_LACKING = {
    (Missing.VALUE, Missing.BOTH): Text("Belum ada nilai", "No value yet"),
    (Missing.THRESHOLD, Missing.BOTH): Text("Belum ada ambang", "No threshold yet"),
    (Missing.SOURCE,): Text("Nilai tanpa sumber", "Value without a source"),
    (Missing.SUBSTITUTE_ONLY,): Text("Baru ada nilai pengganti", "Only a substitute value yet"),
    (Missing.SCOPE, Missing.COMPARISON): Text(
        "Ambang untuk cakupan atau waktu lain", "Threshold for another scope or time"
    ),
}


def _codes(rows: Iterator[StatusRow]) -> list[str]:
    return [row.verdict.indicator.code for row in rows]


def _quality(faults: Faults, lang: Lang) -> Item:
    words = Text(
        f"Mutu data: {faults.errors} galat, {faults.warnings} peringatan",
        f"Data quality: {many(faults.errors, 'error')}, {many(faults.warnings, 'warning')}",
    )
    return Item(words.for_lang(lang), "serang-plan validate", "bad" if faults.errors else "plain")

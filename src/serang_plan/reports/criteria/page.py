"""Criteria: each list that somebody set, item by item: what was said, and which indicators bear on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.criteria.item_evidence import BearingIndicator, ItemEvidence
from serang_plan.analysis.criteria.list_check import ItemStatement, ListCheck, check_lists
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Callout, Cell, Column, Heading, Item, Page, Paragraph, Table
from serang_plan.reports.parts.criteria_words import SCOPES, name_of, said
from serang_plan.reports.parts.phrases import (
    NOTHING,
    SIGNS,
    TONES,
    VERIFICATIONS,
    next_steps,
    report_page,
    table,
    who_said,
)
from serang_plan.reports.parts.verdict_words import basis_of, legend, newest_value
from serang_plan.wording import Lang, Text, capitalised, listed, many


class CriteriaReport(NamedTuple):
    """Some lists of criteria on the plan's date."""

    plan: Plan
    lists: tuple[ListCheck, ...]


def build(plan: Plan, code: str = "") -> CriteriaReport:
    """Set the lists that were known, or the one of a code, beside the evidence."""
    checks = check_lists(plan)
    return CriteriaReport(plan, tuple(check for check in checks if code in ("", check.criteria.code)))


# -- the page ------------------------------------------------------------------------


def page(report: CriteriaReport, lang: Lang) -> Page:
    """Lay the report out."""
    return report_page(report.plan, Text("kriteria", "criteria"), _blocks(report, lang), lang)


def _blocks(report: CriteriaReport, lang: Lang) -> Iterator[Block]:
    if not report.lists:
        yield Paragraph(_NO_LIST.for_lang(lang))
    for check in report.lists:
        yield from _of_list(check, lang)
    if len(report.lists) > 1:
        yield Paragraph(_APART.for_lang(lang), "muted")
    codes = dict.fromkeys(code for check in report.lists for code in _codes(check))
    if codes:
        step = Text("Satu indikator dengan semua nilainya", "One indicator with all its values")
        yield from next_steps([Item(step.for_lang(lang), f"serang-plan progress {next(iter(codes))}")], lang)


_NO_LIST = Text(
    "Belum ada daftar kriteria yang diketahui pada tanggal ini.",
    "No list of criteria was known on this date.",
)
_APART = Text(
    "Tiap daftar adalah ukuran tersendiri; isinya tidak digabung dan tidak dijumlahkan.",
    "Each list is a yardstick of its own; they are neither merged nor added up.",
)


def _codes(check: ListCheck) -> Iterator[str]:
    for evidence in check.covered:
        yield from (bearing.verdict.indicator.code for bearing in evidence.indicators)


def _of_list(check: ListCheck, lang: Lang) -> Iterator[Block]:
    criteria = check.criteria
    yield Heading(f"{criteria.code} {name_of(criteria, lang)}")
    yield Paragraph(_origin(check, lang))
    yield from _statements(check, lang)
    if check.against:
        words = Text("Bukti berlawanan dengan pernyataan pada", "Evidence is against what was said of")
        yield Callout(f"{words.for_lang(lang)} {listed(check.against, lang)}.")
    yield _table(check, lang)
    yield from _remarks(check, lang)


def _origin(check: ListCheck, lang: Lang) -> str:
    criteria, count = check.criteria, len(check.items)
    scope = SCOPES[criteria.scope].for_lang(lang)
    when = f" ({criteria.date.text(lang)})" if criteria.date else ""
    basis = f" {Text('dasar', 'basis').for_lang(lang)}: {criteria.basis};" if criteria.basis else ""
    if criteria.complete:
        size = Text(f"Daftarnya lengkap: {count} butir.", f"The list is complete: {many(count, 'item')}.")
    else:
        size = Text(
            f"Daftarnya tidak lengkap: {count} butir diketahui, jadi tidak ada bagian yang dihitung.",
            f"The list is not complete: {many(count, 'item')} known, so that no share is computed.",
        )
    return Text(
        f"Dari {criteria.by}{when};{basis} untuk {scope}. {size.id}",
        f"From {criteria.by}{when};{basis} for {scope}. {size.en}",
    ).for_lang(lang)


def _statements(check: ListCheck, lang: Lang) -> Iterator[Block]:
    for made in check.claims:
        yield Paragraph(f"{capitalised(said(made, check.criteria, lang))}.")
    if not check.claims:
        nobody = Text("Belum ada pernyataan tentang daftar ini.", "Nothing was said of this list.")
        yield Paragraph(nobody.for_lang(lang))


# -- the table -----------------------------------------------------------------------

_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Butir", "Item"), Column("", wrap=True, bare=True)),
    (Text("Menurut pernyataan", "As stated"), Column("", wrap=True)),
    (Text("Bukti", "Evidence"), Column("", wrap=True)),
)


def _table(check: ListCheck, lang: Lang) -> Table:
    caption = Text(
        f"Butir {check.criteria.code}, pernyataan dan bukti",
        f"The items of {check.criteria.code}, what was said and the evidence",
    )
    return table(caption, _COLUMNS, (_row(check, evidence, lang) for evidence in check.items), lang)


def _row(check: ListCheck, evidence: ItemEvidence, lang: Lang) -> tuple[Cell, ...]:
    item = evidence.item
    name = name_of(item, lang)
    statements = check.said.get(item.code, ())
    alone = len(check.claims) == 1
    return (
        Cell(item.code),
        Cell(f"{name} ({item.note})" if item.note else name),
        Cell("; ".join(_statement(made, lang, alone=alone) for made in statements) or NOTHING),
        _evidence(evidence, lang),
    )


def _statement(statement: ItemStatement, lang: Lang, *, alone: bool) -> str:
    """Say what was said of an item; who said it stands above where nobody else spoke of the list."""
    word = Standing(statement.standing).word.for_lang(lang)
    return word if alone else f"{word}: {who_said(statement.check, lang)}"


def _evidence(evidence: ItemEvidence, lang: Lang) -> Cell:
    if not evidence.indicators:
        return Cell(Text("tanpa indikator", "no indicator").for_lang(lang), "muted")
    words = (_bearing(bearing, lang) for bearing in evidence.indicators)
    return Cell("; ".join(words), TONES[evidence.standing])


def _bearing(bearing: BearingIndicator, lang: Lang) -> str:
    """Say how an indicator stands, on what value that rests, and whether it is of another scope."""
    verdict = bearing.verdict
    indicator, value = verdict.indicator, verdict.value
    stands = f"{SIGNS[verdict.standing]} {indicator.code} {verdict.standing.word.for_lang(lang)}"
    if value is None:
        return stands
    parts = [
        newest_value(verdict, lang),
        VERIFICATIONS[value.measurement.verification].for_lang(lang),
    ]
    if (basis := basis_of(verdict)) is not None:
        parts.append(basis.for_lang(lang))
    if not bearing.same_scope:
        scope = SCOPES[indicator.scope]
        parts.append(Text(f"angka {scope.id}", f"a figure of {scope.en}").for_lang(lang))
    return f"{stands}: {', '.join(parts)}"


def _remarks(check: ListCheck, lang: Lang) -> Iterator[Block]:
    scope = SCOPES[check.criteria.scope]
    bearings = [bearing for evidence in check.items for bearing in evidence.indicators]
    others = {bearing.verdict.indicator.scope for bearing in bearings if not bearing.same_scope}
    for other in sorted(others):
        of = SCOPES[other]
        words = Text(
            f"Angka {of.id} tidak memastikan butir untuk {scope.id}.",
            f"A figure of {of.en} does not settle an item for {scope.en}.",
        )
        yield Paragraph(words.for_lang(lang), "muted")
    yield from legend((bearing.verdict for bearing in bearings), lang)
    bare = [evidence.item.code for evidence in check.items if not evidence.indicators]
    if bare:
        without = Text("Tanpa indikator", "Without an indicator").for_lang(lang)
        yield Paragraph(f"{without}: {listed(bare, lang)}.", "muted")

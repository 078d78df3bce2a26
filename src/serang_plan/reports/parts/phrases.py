"""Phrases that several reports share: a value with its unit, a gap in words, signs and tones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from serang_plan.analysis.criteria.claim_check import ClaimCheck
from serang_plan.analysis.duties.leads import assignments_on
from serang_plan.analysis.indicators.evidence import Value, has_rivals
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Column,
    Figure,
    Group,
    Heading,
    Item,
    Items,
    KeyFigures,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.wording import (
    Lang,
    Number,
    Text,
    code_order,
    is_percent,
    listed,
    long_date,
    number,
    rounded_beside,
    short_date,
    with_unit,
)

_LOOKS: dict[Standing, tuple[str, Tone]] = {
    Standing.MET: ("✓", "good"),
    Standing.UNMET: ("✗", "bad"),
    Standing.UNKNOWN: ("?", "unknown"),
    Standing.CLAIMED: ("~", "claimed"),
    Standing.CONTRADICTED: ("!", "contradicted"),
}
SIGNS = {standing: sign for standing, (sign, _) in _LOOKS.items()}
TONES = {standing: tone for standing, (_, tone) in _LOOKS.items()}
NOTHING = "–"
UNDATED = Text("tanpa tanggal", "undated")
NEXT = Text("Berikutnya", "Next")
VALUES_OF_PLAN = Text(
    "Sumber: nilai dan ambang yang tercatat dalam rencana ini, masing-masing dengan sumbernya.",
    "Source: the values and thresholds recorded in this plan, each with its source.",
)
STALE_MARK = "†"
RIVAL_MARK = "‡"
UNDATED_MARK = "§"

_ASPECTS = {
    "fisik-lingkungan": Text("Fisik & lingkungan", "Physical & environment"),
    "sosial": Text("Sosial", "Social"),
    "ekonomi": Text("Ekonomi", "Economy"),
    "tata-kelola": Text("Tata kelola", "Governance"),
}
KINDS = {
    "hukum": Text("hukum", "law"),
    "nasional": Text("target nasional", "national target"),
    "kelas": Text("batas kelas", "class boundary"),
    "pembanding": Text("pembanding", "comparison"),
    "tafsiran": Text("tafsiran penyusun", "the planners' reading"),
    "kebijakan": Text("kebijakan kota", "local policy"),
}
VERIFICATIONS = {
    "terverifikasi": Text("terverifikasi", "verified"),
    "sekunder": Text("sekunder", "second-hand"),
    "turunan": Text("turunan", "derived"),
    "perlu-dicek": Text("perlu dicek", "to be checked"),
}
BASES = {
    "usulan": Text("usulan", "proposal"),
    "rpjmd": Text("RPJMD", "RPJMD"),
    "renstra": Text("Renstra", "Renstra"),
    "rkpd": Text("RKPD", "RKPD"),
    "kesepakatan": Text("kesepakatan", "agreed"),
}
"""What a target rests on."""


def report_page(
    plan: Plan,
    name: Text,
    blocks: Iterable[Block],
    lang: Lang,
    *,
    details: Iterable[Block] = (),
    compact: bool = True,
) -> Page:
    """Lay a report out under the plan's title and its own name, what must stand on every report first.

    Where there are details, what comes before them is the answer.
    """
    title = f"{plan_title(plan, lang)}: {name.for_lang(lang)}"
    answer, more = (*banners(plan, lang), *blocks), tuple(details)
    first = len(answer) if more else 0
    return Page(title, as_of_line(plan.as_of, lang), (*answer, *more), compact=compact, answer=first)


def next_steps(items: Iterable[Item], lang: Lang) -> Iterator[Block]:
    """Give what to look at next, at the end of a report."""
    yield Heading(NEXT.for_lang(lang))
    yield Items(tuple(items), hints=True)


def standing_figures(counts: Mapping[Standing, int], lang: Lang) -> KeyFigures:
    """Return how many indicators stand how."""
    figures = (
        Figure(standing.word.for_lang(lang), count, TONES[standing], SIGNS[standing])
        for standing, count in counts.items()
    )
    return KeyFigures(tuple(figures), sum(counts.values()))


def plan_title(plan: Plan, lang: Lang) -> str:
    """Return the plan's title."""
    return plan.heading.title or Text("Rencana tanpa judul", "Untitled plan").for_lang(lang)


def as_of_line(day: date, lang: Lang) -> str:
    """Write the date that a report is for: `per Selasa, 10 Maret 2020`."""
    return Text(f"per {long_date(day, 'id')}", f"as of {long_date(day, 'en')}").for_lang(lang)


def banners(plan: Plan, lang: Lang) -> Iterator[Callout]:
    """Give what stands on every report: that the list is a candidate list, and what could not be read."""
    refused = {code for section, code in plan.unread.codes if section == "indicators"}
    if plan.header is not None and plan.header.origin == "kandidat":
        count = len(plan.indicator_by_code.keys() | refused)
        many = Text(f" {count} indikator", f" of {count} indicators") if count > 1 else Text(" indikator", "")
        yield Callout(
            Text(
                f"Daftar{many.id} ini masih KANDIDAT: belum ditetapkan.",
                f"This list{many.en} is a CANDIDATE list: not yet adopted.",
            ).for_lang(lang)
        )
    named = {code for section, code in plan.unread.codes if section in _COUNTED}
    if named:
        codes = listed(sorted(named, key=code_order), lang, most=8)
        yield Callout(
            Text(
                f"Tidak terbaca karena galat, jadi tidak dihitung: {codes}.",
                f"Not readable because of errors, so not counted: {codes}.",
            ).for_lang(lang)
        )
    unread = plan.unread
    if unread.files or unread.sections or any(section not in _COUNTED for section, _ in unread.codes):
        yield Callout(_INCOMPLETE.for_lang(lang))


_COUNTED = ("indicators", "actions")
_INCOMPLETE = Text(
    "Sebagian isi rencana tidak terbaca karena galat, jadi laporan ini belum tentu lengkap.",
    "Part of the plan could not be read because of errors, so this report may be incomplete.",
)


def no_indicators(plan: Plan, lang: Lang) -> str:
    """Say that there are none, or none that could be read."""
    if is_read_in_full(plan, "indicators"):
        return Text("Rencana ini belum memuat indikator.", "The plan has no indicators yet.").for_lang(lang)
    return Text("Belum ada indikator yang terbaca.", "No indicator could be read.").for_lang(lang)


def titled(columns: Sequence[tuple[Text, Column]], lang: Lang) -> tuple[Column, ...]:
    """Return columns of a table with their titles in one language."""
    return tuple(column._replace(title=title.for_lang(lang)) for title, column in columns)


def table(
    caption: Text, columns: Sequence[tuple[Text, Column]], rows: Iterable[tuple[Cell, ...]], lang: Lang
) -> Table:
    """Return a table of one group with its caption and titles in one language."""
    return Table(caption.for_lang(lang), titled(columns, lang), (Group("", tuple(rows)),))


def proposed_duties(plan: Plan, codes: Sequence[str], lang: Lang) -> Iterator[Paragraph]:
    """Say which duties nobody has decided yet."""
    proposed = [
        code
        for code in codes
        if any(assignment.basis == "usulan" for assignment in assignments_on(plan, code, plan.as_of))
    ]
    if not proposed:
        return
    if len(proposed) == len(codes):
        words = Text("Pembagian tugas OPD masih usulan.", "The division of duties is a proposal.")
    else:
        words = Text(
            f"Pembagian tugas yang masih usulan: {listed(proposed, 'id', most=6)}.",
            f"Duties that are still a proposal: {listed(proposed, 'en', most=6)}.",
        )
    yield Paragraph(words.for_lang(lang), "muted")


def who_said(check: ClaimCheck, lang: Lang) -> str:
    """Name who made a claim, and when, or since when it is known: `Kepala BPIW (8 Mei 2020)`."""
    if check.claim.date is not None:
        when = check.claim.date.text(lang)
    elif check.since is not None:
        day = check.since
        when = Text(f"diketahui {short_date(day, 'id')}", f"known {short_date(day, 'en')}").for_lang(lang)
    else:
        when = UNDATED.for_lang(lang)
    return f"{check.claim.by} ({when})"


def aspect_name(code: str, lang: Lang) -> str:
    """Return an aspect's name; one that is not known here is shown as it is typed."""
    return _ASPECTS[code].for_lang(lang) if code in _ASPECTS else code.replace("-", " ").capitalize()


def short_name(indicator: Indicator, lang: Lang) -> str:
    """Return the name that fits into a table."""
    english = indicator.short_en or indicator.name_en
    return english if lang == "en" and english else indicator.short or indicator.name


def full_name(indicator: Indicator, lang: Lang) -> str:
    """Return the indicator's whole name."""
    return indicator.name_en if lang == "en" and indicator.name_en else indicator.name


def unit_of(indicator: Indicator, lang: Lang) -> str:
    """Return the indicator's unit."""
    return indicator.unit_en if lang == "en" and indicator.unit_en else indicator.unit


def latest_value(value: Value | None, unit: str, lang: Lang, *, stale: bool, undated: bool = False) -> str:
    """Write the newest value, the year it describes, and marks: stale, with rivals, not dated."""
    if value is None:
        return NOTHING
    flags = {STALE_MARK: stale, RIVAL_MARK: has_rivals(value), UNDATED_MARK: undated}
    marks = "".join(mark for mark, is_so in flags.items() if is_so)
    return f"{with_unit(value.amount, unit, lang)} ({value.measurement.as_of.year}){marks}"


def threshold_of(verdict: Verdict, lang: Lang) -> str:
    """Write the threshold with its direction: `≥ 20%`, `≤ 0`; the unit stands with the value."""
    if verdict.threshold is None:
        return NOTHING
    sign = "≥" if verdict.indicator.direction == "naik" else "≤"
    percent = "%" if is_percent(verdict.indicator.unit) else ""
    return f"{sign} {number(verdict.threshold.value, lang)}{percent}"


def goal_of(indicator: Indicator, goal: Number, lang: Lang) -> str:
    """Write a goal with its direction: `≥ 20%`, `≤ 0,004`."""
    sign = "≥" if indicator.direction == "naik" else "≤"
    return f"{sign} {number(goal, lang)}{'%' if is_percent(unit_of(indicator, lang)) else ''}"


def gap_in_words(verdict: Verdict, lang: Lang) -> str:
    """Write what is missing: `kurang 8 poin`, `kelebihan 538,75 ha`, or what is not known."""
    if verdict.missing is not None:
        return verdict.missing.value.for_lang(lang)
    gap = verdict.gap
    if gap is None:
        return NOTHING
    if gap <= 0:
        return Text("tercapai", "reached").for_lang(lang)
    return short_of(gap, verdict.indicator, lang)


def difference(value: Number, unit: str, lang: Lang) -> str:
    """Write a difference: of percentages in points, else in the unit."""
    if is_percent(unit):
        points = Text("poin", "point" if abs(value) == 1 else "points").for_lang(lang)
        return f"{number(value, lang)} {points}"
    return with_unit(value, unit, lang)


def added(value: Number, unit: str, lang: Lang) -> str:
    """Write what is added: `+0,6 poin`, `−14,4 ha`."""
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return f"{sign}{difference(abs(Fraction(value)), unit, lang)}"


def rough(value: Number, unit: str, lang: Lang) -> str:
    """Write a difference that was computed, such as a trend: from a hundred on without decimals."""
    places = 0 if abs(Fraction(value)) >= 100 else 2
    return difference(rounded_beside(value, places=places), unit, lang)


def short_of(gap: Number, indicator: Indicator, lang: Lang) -> str:
    """Write how far a value is from its goal: `kurang 8 poin`, `kelebihan 271 ha`."""
    word = Text("kurang", "short by") if indicator.direction == "naik" else Text("kelebihan", "over by")
    return f"{word.for_lang(lang)} {difference(Fraction(gap), unit_of(indicator, lang), lang)}"


def named(codes: Sequence[str], plan: Plan, lang: Lang, most: int = 4) -> str:
    """Write the first few indicators by code and short name; one that is not in the plan by its code."""
    known = plan.indicator_by_code
    names = [f"{code} {short_name(known[code], lang)}" if code in known else code for code in codes]
    return listed(names, lang, most)


def exact(value: Number | None) -> int | float | None:
    """Return a number as programs take it: whole if it is whole."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)

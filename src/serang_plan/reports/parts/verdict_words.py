"""A verdict in words: its year, what it rests on, and the threshold that judged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.analysis.indicators.evidence import has_rivals
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.indicators.strength import Strength, value_strength
from serang_plan.analysis.known.known_since import known_since
from serang_plan.model.indicator import Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.page import Paragraph
from serang_plan.reports.parts.phrases import (
    KINDS,
    NOTHING,
    RIVAL_MARK,
    STALE_MARK,
    UNDATED_MARK,
    gap_in_words,
    goal_of,
    latest_value,
    short_name,
    threshold_of,
    unit_of,
)
from serang_plan.wording import Lang, Text, many, number

SUBSTITUTE = Text("pengganti", "substitute")
UNDATED = Text("tanpa tanggal", "undated")
ASSUMED = Text("diandaikan", "assumed")
"""What is said of the publication of a value that nothing dates."""
SOURCES = {
    Strength.SECONDARY: Text("sumber sekunder", "secondary source"),
    Strength.WEAK: Text("sumber lemah", "weak source"),
}
"""What is said of a verdict that rests on less than a primary document."""
TWO_VALUES = Text(" (dari dua nilai saja)", " (from two values only)")
"""What is said of a trend that is no more than a straight line between two points."""
SCOPES = {"kota": Text("kota", "the city"), "kawasan": Text("kawasan", "the region")}


def standing_in_full(verdict: Verdict, lang: Lang) -> str:
    """Write the standing with its year and what weakens it: `terpenuhi (2021), sumber sekunder`."""
    judged = verdict.value if verdict.strength is not None else None
    year = f" ({judged.measurement.as_of.year})" if judged else ""
    remarks = (remark.for_lang(lang) for remark in remarks_of(verdict))
    return ", ".join([f"{verdict.standing.word.for_lang(lang)}{year}", *remarks])


def remarks_of(verdict: Verdict) -> Iterator[Text]:
    """Give what weakens a standing: an old value, one that stands in, what it rests on, no date."""
    if verdict.strength is None:
        return
    if verdict.is_stale:
        yield Text("nilainya usang", "its value is stale")
    if verdict.substitute is not None:
        yield Text("menurut nilai pengganti", "by a substitute value")
    if (basis := basis_of(verdict)) is not None:
        yield basis
    if verdict.is_undated:
        yield Text("ambang tanpa tanggal", "undated threshold")


def basis_of(verdict: Verdict) -> Text | None:
    """Return on what a met indicator rests, if it is less than a primary document."""
    if verdict.standing is not Standing.MET or verdict.strength is None:
        return None
    return SOURCES.get(verdict.strength)


def gap_with_basis(verdict: Verdict, lang: Lang) -> str:
    """Write what is missing; of what is reached, on what that rests: `tercapai (sekunder)`."""
    return f"{gap_in_words(verdict, lang)}{basis_in_short(verdict, lang)}"


def basis_in_short(verdict: Verdict, lang: Lang) -> str:
    """Write on what a met indicator rests, behind the word: ` (sekunder)`; nothing if it is primary."""
    if basis_of(verdict) is None or verdict.strength is None:
        return ""
    return f" ({verdict.strength.word.for_lang(lang)})"


def resting_on(plan: Plan, value: Measurement, lang: Lang, *, is_good: bool) -> str:
    """Write of which year the value behind a pace is, and how weak if the pace is good: `2025, lemah`."""
    strength = value_strength(plan, value)
    weakness = [strength.word.for_lang(lang)] if is_good and strength in SOURCES else []
    return ", ".join([str(value.as_of.year), *weakness])


def newest_value(verdict: Verdict, lang: Lang) -> str:
    """Write the newest value with its marks, or what stands in for it, marked `pengganti`."""
    unit = unit_of(verdict.indicator, lang)
    stale, undated = verdict.is_stale, verdict.is_dating_assumed
    words = latest_value(verdict.shown, unit, lang, stale=stale, undated=undated)
    return f"{words} {SUBSTITUTE.for_lang(lang)}" if verdict.substitute else words


def threshold_in_short(verdict: Verdict, lang: Lang) -> str:
    """Write the threshold with its due year, marked where nothing dates it: `≥ 70% (2025)§`."""
    threshold = verdict.threshold
    if threshold is None:
        return NOTHING
    due = f" ({threshold.due})" if threshold.due else ""
    return f"{threshold_of(verdict, lang)}{due}{UNDATED_MARK if verdict.is_undated else ''}"


def threshold_in_words(verdict: Verdict, lang: Lang) -> str:
    """Write the threshold with its due year where no legend explains it: `≥ 70%, batas 2025`."""
    due = verdict.threshold.due if verdict.threshold else None
    by = Text(f", batas {due}", f", due {due}").for_lang(lang) if due else ""
    return f"{threshold_of(verdict, lang)}{by}{undated_mark(verdict, lang)}"


def undated_mark(verdict: Verdict, lang: Lang) -> str:
    """Say of a threshold that nothing dates it, if so."""
    return f", {UNDATED.for_lang(lang)}" if verdict.is_undated else ""


def threshold_in_full(plan: Plan, indicator: Indicator, threshold: Threshold, lang: Lang) -> str:
    """Write a threshold with all that limits it: `≥ 100% (target nasional, sampai akhir 2024)`."""
    limits = (KINDS[threshold.kind], *limits_of(plan, indicator, threshold))
    words = ", ".join(limit.for_lang(lang) for limit in limits)
    return f"{goal_of(indicator, threshold.value, lang)} ({words})"


def limits_of(plan: Plan, indicator: Indicator, threshold: Threshold) -> Iterator[Text]:
    """Give what limits a threshold: its time, its scope, by when it is due, and that nothing dates it."""
    if threshold.for_ is not None:
        yield Text(f"untuk {threshold.for_.text('id')}", f"for {threshold.for_.text('en')}")
    if threshold.scope not in (None, indicator.scope):
        scope = SCOPES[threshold.scope or indicator.scope]
        yield Text(f"untuk {scope.id}", f"for {scope.en}")
    if threshold.due is not None:
        yield Text(f"sampai akhir {threshold.due}", f"by the end of {threshold.due}")
        if threshold.due < plan.as_of.year:
            yield Text("tahunnya sudah lewat", "its year has passed")
    if known_since(plan, threshold) is None:
        yield UNDATED


def other_scope(verdict: Verdict, lang: Lang) -> str | None:
    """Say what holds for another scope: `untuk kawasan: 3.066.943 (2025) ≥ 1.000.000, sumber sekunder`."""
    if (other := verdict.other_scope) is None:
        return None
    scope, indicator, goal = SCOPES[other.scope], verdict.indicator, other.threshold.value
    head = Text(f"untuk {scope.id}", f"for {scope.en}").for_lang(lang)
    if other.value is None:
        none = Missing.VALUE.value.for_lang(lang)
        return f"{head}: {goal_of(indicator, goal, lang)}, {none}"
    better, worse = ("≥", "<") if indicator.direction == "naik" else ("≤", ">")
    value = latest_value(other.value, unit_of(indicator, lang), lang, stale=other.is_stale)
    source = f", {SOURCES[other.strength].for_lang(lang)}" if other.strength in SOURCES else ""
    return f"{head}: {value} {better if other.met else worse} {number(goal, lang)}{source}"


def other_scopes(verdicts: Iterable[Verdict], lang: Lang) -> Iterator[Paragraph]:
    """Give a line for each indicator that has a threshold of its own for another scope."""
    for verdict in verdicts:
        if words := other_scope(verdict, lang):
            name = f"{verdict.indicator.code} {short_name(verdict.indicator, lang)}"
            yield Paragraph(f"{name} {words}.", "muted")


def counts_line(verdicts: Iterable[Verdict], lang: Lang) -> str:
    """Count what weakens the standings: `3 terpenuhi, 0 di antaranya dari dokumen primer; 2 nilai usang.`

    Nothing is met and nothing is weak: nothing is said.
    """
    parts = [part.for_lang(lang) for part in _counts(tuple(verdicts))]
    return f"{'; '.join(parts)}." if parts else ""


def _counts(verdicts: tuple[Verdict, ...]) -> Iterator[Text]:
    met = [verdict.strength for verdict in verdicts if verdict.standing is Standing.MET]
    if met:
        primary = met.count(Strength.PRIMARY)
        yield Text(
            f"{len(met)} terpenuhi, {primary} di antaranya dari dokumen primer",
            f"{len(met)} met, {primary} of them from primary documents",
        )
    if stale := sum(verdict.is_stale for verdict in verdicts):
        yield Text(f"{stale} nilai usang", many(stale, "stale value"))
    if substitutes := sum(verdict.substitute is not None for verdict in verdicts):
        yield Text(f"{substitutes} nilai pengganti", many(substitutes, "substitute value"))
    if undated := sum(verdict.is_undated for verdict in verdicts):
        yield Text(f"{undated} ambang tanpa tanggal", many(undated, "undated threshold"))
    if assumed := sum(verdict.is_dating_assumed for verdict in verdicts):
        yield Text(
            f"{assumed} nilai tanpa tanggal terbit", f"{many(assumed, 'value')} without a date of publication"
        )


def legend(verdicts: Iterable[Verdict], lang: Lang) -> Iterator[Paragraph]:
    """Say what the marks mean that these verdicts bear."""
    shown = tuple(verdicts)
    meanings = (
        (STALE_MARK, _STALE, any(verdict.is_stale for verdict in shown)),
        (RIVAL_MARK, _RIVALS, any(verdict.shown and has_rivals(verdict.shown) for verdict in shown)),
        (UNDATED_MARK, DATING, any(verdict.is_undated or verdict.is_dating_assumed for verdict in shown)),
    )
    for mark, meaning, is_there in meanings:
        if is_there:
            yield Paragraph(f"{mark} {meaning.for_lang(lang)}", "muted")


_STALE = Text(
    "usang: lebih tua dari yang diizinkan periode pelaporannya.",
    "stale: older than its reporting period allows.",
)
_RIVALS = Text(
    "ada nilai lain yang diterbitkan untuk waktu yang sama.",
    "another value was published for the same time.",
)
DATING = Text(
    "tanpa tanggal: ambangnya berlaku pada setiap hari, nilainya terhitung sejak akhir waktunya.",
    "undated: the threshold counts on every day, the value from the end of its own time.",
)
"""The rule for what bears no date."""
DUE_YEAR = Text(
    "Tahun di belakang ambang: batas waktunya; ambang yang tahunnya sudah lewat tetap dipakai.",
    "The year behind a threshold: by when it is due; one whose year has passed still counts.",
)

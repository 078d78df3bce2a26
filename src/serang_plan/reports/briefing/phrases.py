"""How a note says a value, an indicator and a decision, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.model.indicator import Threshold
from serang_plan.model.plan import Plan
from serang_plan.page import Paragraph
from serang_plan.reports.parts.phrases import VERIFICATIONS, short_name, unit_of
from serang_plan.reports.parts.verdict_words import SUBSTITUTE, basis_of, limits_of
from serang_plan.wording import Lang, Text, listed, with_unit

_PAIR = 2
MOST_NAMED = 3
"""Of more indicators a sentence says the codes alone: the note has their names already."""


def indicator(plan: Plan, code: str, lang: Lang) -> str:
    """Name an indicator by code and short name."""
    known = plan.indicator_by_code.get(code)
    return f"{code} {short_name(known, lang)}" if known else code


def indicators(plan: Plan, codes: Sequence[str], lang: Lang) -> str:
    """Name a few indicators, or give the codes of many: `M01 RTH publik dan M02 Sampah tertangani`."""
    few = len(codes) <= MOST_NAMED
    return listed([indicator(plan, code, lang) if few else code for code in codes], lang)


def value(verdict: Verdict, lang: Lang, *, stale: bool = True) -> str:
    """Write the newest value with its date and how it was verified: `12% (Sep 2018, terverifikasi)`.

    Where the sentence says already that it is old, `stale` is left out. Of a standing that rests on less than
    a primary document, or on a threshold without a date, that is said too.
    """
    known = verdict.shown
    if known is None:
        return Text("belum ada nilai", "no value yet").for_lang(lang)
    measurement = known.measurement
    remarks = [measurement.as_of.text(lang), VERIFICATIONS[measurement.verification].for_lang(lang)]
    if not source_codes(measurement):
        remarks.append(Text("tanpa sumber", "no source").for_lang(lang))
    if stale and verdict.is_stale:
        remarks.append(Text("usang", "stale").for_lang(lang))
    if verdict.substitute is not None:
        remarks.append(SUBSTITUTE.for_lang(lang))
    if verdict.standing is Standing.MET and verdict.is_undated:
        remarks.append(Text("ambang tanpa tanggal", "undated threshold").for_lang(lang))
    said_already = verdict.strength is Strength.SECONDARY and measurement.verification == "sekunder"
    if (basis := basis_of(verdict)) is not None and not said_already:
        remarks.append(basis.for_lang(lang))
    return f"{with_unit(known.amount, unit_of(verdict.indicator, lang), lang)} ({', '.join(remarks)})"


def latest(verdict: Verdict, lang: Lang) -> str:
    """Write the newest value as what is so now; one that is out of date as the last that there is."""
    word = Text("nilai terakhir", "last value") if verdict.is_stale else Text("kini", "now")
    return f"{word.for_lang(lang)} {value(verdict, lang)}"


def sources_of(verdict: Verdict) -> tuple[str, ...]:
    """Return the sources of the newest value."""
    return source_codes(verdict.shown.measurement) if verdict.shown else ()


def goal(plan: Plan, verdict: Verdict, threshold: Threshold, lang: Lang, *, source: bool = True) -> str:
    """Write the threshold with its unit, what it rests on, by when it is due and how far it was verified.

    So `≥ 20% menurut UU 26/2007`, or `≥ 25% menurut Kepmendagri 690/1996 (tanpa sumber, perlu dicek)`.
    Where the sentence says already that there is no source, `source` is left out.
    """
    sign = "≥" if verdict.indicator.direction == "naik" else "≤"
    size = with_unit(threshold.value, unit_of(verdict.indicator, lang), lang)
    limits = (limit.for_lang(lang) for limit in limits_of(plan, verdict.indicator, threshold))
    remarks = ", ".join([*limits, *_doubts(threshold, lang, source=source)])
    doubt = f" ({remarks})" if remarks else ""
    return Text(
        f"{sign} {size} menurut {threshold.basis}{doubt}", f"{sign} {size} under {threshold.basis}{doubt}"
    ).for_lang(lang)


def _doubts(threshold: Threshold, lang: Lang, *, source: bool) -> Iterator[str]:
    """Give what is not certain of a threshold: that it has no source, and that nobody read it in the rule."""
    if source and threshold.source is None:
        yield Text("tanpa sumber", "no source").for_lang(lang)
    if threshold.verification not in (None, "terverifikasi"):
        yield VERIFICATIONS[threshold.verification].for_lang(lang)


def unsourced(plan: Plan, verdicts: Iterable[Verdict], lang: Lang) -> Iterator[Paragraph]:
    """Name the thresholds that no source in the plan shows, with what they are said to rest on."""
    named = [
        f"{verdict.indicator.code} {goal(plan, verdict, verdict.threshold, lang, source=False)}"
        for verdict in verdicts
        if verdict.threshold is not None and verdict.threshold.source is None
    ]
    if named:
        words = Text("Ambang yang sumbernya belum dicatat", "Thresholds without a source in the plan")
        yield Paragraph(f"{words.for_lang(lang)}: {'; '.join(named)}.", "muted")


class OneOrMany(NamedTuple):
    """What is said of one thing, and what of several."""

    one: Text
    many: Text

    def of(self, count: int) -> Text:
        """Return what is said of so many."""
        return self.one if count == 1 else self.many


def one_or_many(id: str, en: str, many_id: str, many_en: str) -> OneOrMany:
    """Return what is said of one thing in both languages, then what is said of several."""
    return OneOrMany(Text(id, en), Text(many_id, many_en))


def all_of(count: int) -> Text:
    """Write `semua 12`, of two `kedua`."""
    return Text("kedua", "both") if count == _PAIR else Text(f"semua {count}", f"all {count}")


def legend(names: Sequence[str], lang: Lang) -> Iterator[Paragraph]:
    """Say what codes stand for, where they were used without a name."""
    if names:
        words = Text("Keterangan kode", "What the codes are").for_lang(lang)
        yield Paragraph(f"{words}: {'; '.join(names)}.", "muted")


def decision(followed: FollowedDecision) -> str:
    """Call a decision by its code and what it says."""
    return " ".join(filter(None, (followed.decision.code, followed.decision.text)))

"""Where the city stands, in sentences: how many are met, which, what is unknown, and what was claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.criteria.claim_check import ClaimCheck, Incomparable
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.page import Paragraph
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.phrases import all_of, indicator, one_or_many, sources_of, value
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.criteria_words import in_a_line
from serang_plan.reports.parts.phrases import no_indicators, who_said
from serang_plan.reports.parts.verdict_words import counts_line, other_scope
from serang_plan.wording import Lang, Text, capitalised, listed, many


def position(
    briefing: Briefing, cited: Citations, lang: Lang, *, with_lists: bool = True
) -> Iterator[Paragraph]:
    """Give the counts, the figures of what is met, what cannot be assessed, other scopes, and the claims."""
    yield Paragraph(how_many(briefing, lang))
    yield from _joined((*weakened(briefing, lang), *_met(briefing, cited, lang)))
    unknown = (Paragraph(words) for words in [_unknown(briefing, lang)] if words)
    yield from _joined((*unknown, *_of_other_scopes(briefing, cited, lang)))
    rest = () if with_lists else lists_elsewhere(briefing, lang)
    yield from _joined((*claimed(briefing, cited, lang), *rest))


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Make one of several, that they may stand on one sheet."""
    if paragraphs:
        marks = tuple(dict.fromkeys(mark for paragraph in paragraphs for mark in paragraph.marks))
        yield Paragraph(" ".join(paragraph.text for paragraph in paragraphs), marks=marks)


def how_many(briefing: Briefing, lang: Lang) -> str:
    """Say how many of the indicators are met, or that there are none."""
    return in_counts(briefing.counts, lang) if briefing.verdicts else no_indicators(briefing.plan, lang)


def weakened(briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Count what weakens the standings."""
    if words := counts_line(briefing.verdicts, lang):
        yield Paragraph(words, "muted")


def in_counts(counts: dict[Standing, int], lang: Lang) -> str:
    """Say how many are met, and what the others are: `5 dari 16 indikator terpenuhi; …`."""
    whole = sum(counts.values())
    alike = next((standing for standing, count in counts.items() if count == whole), None)
    if alike is not None:
        return f"{capitalised(_alike(whole, alike).for_lang(lang))}."
    first = _how_many_met(counts[Standing.MET], whole)
    rest = (
        f"{count} {_are(count, standing, lang)}"
        for standing, count in counts.items()
        if count and standing is not Standing.MET
    )
    return f"{'; '.join([capitalised(first.for_lang(lang)), *rest])}."


def _alike(whole: int, standing: Standing) -> Text:
    """Say that all stand alike: `semua 16 indikator belum terpenuhi`, `none of the 16 indicators is met`."""
    one, many = _STANDS[standing]
    if whole == 1:
        return Text(f"satu-satunya indikator {one.id}", f"the only indicator {one.en}")
    everyone = all_of(whole)
    nobody = "neither indicator" if everyone.en == "both" else f"none of the {whole} indicators"
    english = (
        f"{nobody} {_NOBODY[standing]}" if standing in _NOBODY else f"{everyone.en} indicators {many.en}"
    )
    return Text(f"{everyone.id} indikator {many.id}", english)


_NOBODY = {Standing.UNMET: "is met", Standing.UNKNOWN: "can be assessed yet"}


def _how_many_met(met: int, whole: int) -> Text:
    if met == 0:
        return Text(
            f"belum satu pun dari {whole} indikator terpenuhi", f"none of the {whole} indicators is met"
        )
    return Text(f"{met} dari {whole} indikator terpenuhi", f"{met} of {whole} indicators {_is(met)} met")


def _are(count: int, standing: Standing, lang: Lang) -> str:
    return _STANDS[standing].of(count).for_lang(lang)


_STANDS = {
    Standing.MET: one_or_many("sudah terpenuhi", "is met", "terpenuhi", "are met"),
    Standing.UNMET: one_or_many("belum terpenuhi", "is not met", "belum terpenuhi", "are not met"),
    Standing.UNKNOWN: one_or_many(
        "belum dapat dinilai", "cannot be assessed yet", "belum dapat dinilai", "cannot be assessed yet"
    ),
    Standing.CLAIMED: one_or_many(
        "dinyatakan terpenuhi tanpa bukti",
        "was declared met without evidence",
        "dinyatakan terpenuhi tanpa bukti",
        "were declared met without evidence",
    ),
    Standing.CONTRADICTED: one_or_many(
        "dinyatakan berbeda dari data",
        "was declared against the data",
        "dinyatakan berbeda dari data",
        "were declared against the data",
    ),
}


def _met(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Paragraph]:
    met = [verdict for verdict in briefing.verdicts if verdict.standing is Standing.MET]
    if met:
        names = [
            f"{indicator(briefing.plan, verdict.indicator.code, lang)} {value(verdict, lang)}"
            for verdict in met
        ]
        alone = len(met) == len(briefing.verdicts)
        values = Text("Nilainya", "The value" if len(met) == 1 else "The values")
        words = (values if alone else Text("Yang terpenuhi", "Met")).for_lang(lang)
        marks = cited.marks(*(code for verdict in met for code in sources_of(verdict)))
        yield Paragraph(f"{words}: {listed(names, lang)}.", marks=marks)


_LACKING = {
    Missing.VALUE: Text("{} belum memiliki nilai", "no value for {}"),
    Missing.THRESHOLD: Text("{} belum memiliki ambang", "no threshold for {}"),
    Missing.BOTH: Text("{} belum memiliki keduanya", "neither for {}"),
    Missing.SUBSTITUTE_ONLY: Text("{} baru memiliki nilai pengganti", "only a substitute value for {}"),
    Missing.SCOPE: Text("ambang {} untuk cakupan lain", "the threshold is for another scope for {}"),
    Missing.COMPARISON: Text(
        "pembanding untuk waktu nilai {} belum ada", "no comparison yet for the time of {}"
    ),
    Missing.SOURCE: Text("nilai {} tanpa sumber", "no source for the value of {}"),
}


def _unknown(briefing: Briefing, lang: Lang) -> str:
    unknown = [verdict for verdict in briefing.verdicts if verdict.standing is Standing.UNKNOWN]
    by_missing = {
        missing: [verdict.indicator.code for verdict in unknown if verdict.missing is missing]
        for missing in Missing
    }
    reasons = [
        _words(missing, by_missing)
        .for_lang(lang)
        .format(listed([indicator(briefing.plan, code, lang) for code in by_missing[missing]], lang))
        for missing in _LACKING
        if by_missing[missing]
    ]
    alone = len(unknown) == len(briefing.verdicts)
    words = Text("Sebabnya", "The reason") if alone else Text("Yang belum dapat dinilai", "Not assessed yet")
    return f"{words.for_lang(lang)}: {'; '.join(reasons)}." if reasons else ""


def _words(missing: Missing, by_missing: dict[Missing, list[str]]) -> Text:
    """Say `keduanya` only behind something that it can refer to."""
    if missing is Missing.BOTH and not (by_missing[Missing.VALUE] and by_missing[Missing.THRESHOLD]):
        return Text("{} belum memiliki nilai dan ambang", "neither value nor threshold for {}")
    return _LACKING[missing]


def _of_other_scopes(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Paragraph]:
    """Say what holds for another scope than the indicator's, where a threshold is set for that."""
    for verdict in briefing.verdicts:
        words, other = other_scope(verdict, lang), verdict.other_scope
        if words and other is not None:
            sources = source_codes(other.value.measurement) if other.value else ()
            name = indicator(briefing.plan, verdict.indicator.code, lang)
            yield Paragraph(f"{name} {words}.", marks=cited.marks(*sources, other.threshold.source))


# -- the claims --------------------------------------------------------------------------


def claimed(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Paragraph]:
    """Give what was claimed, alike claims in one sentence, beside the evidence where the two compare.

    The newest that bears a date comes last, then what bears none and is compared with nothing.
    """
    of_no_list = [check for check in briefing.claims if check.criteria is None]
    undated_last = sorted(of_no_list, key=lambda check: check.incomparable is Incomparable.UNDATED)
    by_number = grouped(
        ((check.said_met, check.said_of, check.incomparable), check) for check in undated_last
    )
    for alike in by_number.values():
        marks = cited.marks(*(check.claim.source for check in alike))
        yield Paragraph(_sentence(alike, lang), marks=marks)


def lists_elsewhere(briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Say in a line where claims about lists of criteria stand that there is no room for."""
    if count := sum(check.criteria is not None for check in briefing.claims):
        words = Text(
            f"{count} pernyataan tentang daftar lain ada dalam nota Sekda.",
            f"{many(count, 'claim')} about other lists {_is(count)} in the note of the Sekda.",
        )
        yield Paragraph(words.for_lang(lang))


def of_lists(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Paragraph]:
    """Give what was said of lists of criteria, a sentence for each."""
    for check in briefing.lists:
        sources = (check.criteria.source, *(made.claim.source for made in check.claims))
        yield Paragraph(in_a_line(check, lang), marks=cited.marks(*sources))


def _sentence(alike: Sequence[ClaimCheck], lang: Lang) -> str:
    who = listed([who_said(check, lang) for check in alike], lang)
    met, whole, incomparable = alike[0].said_met, alike[0].said_of, alike[0].incomparable
    count = _alike(whole, Standing.MET) if met == whole > 0 else _how_many_met(met, whole)
    words = count.for_lang(lang)
    said = Text(f"Menurut pernyataan {who}, {words}", f"According to {who}, {words}").for_lang(lang)
    if incomparable:
        return f"{said}; {incomparable.value.for_lang(lang)}."
    return f"{said}. {_evidence(alike[0], lang)}"


def _evidence(check: ClaimCheck, lang: Lang) -> str:
    met, open_, lacking = len(check.met), len(check.open), check.difference or 0
    if lacking == 0:
        return Text("Bukti yang ada sama jumlahnya.", "The evidence gives the same number.").for_lang(lang)
    if lacking < 0:
        return Text(
            f"Bukti yang ada menunjukkan lebih banyak, yaitu {met}.",
            f"The evidence shows more, namely {met}.",
        ).for_lang(lang)
    supported = Text(
        f"Bukti yang ada hanya mendukung {met}" if met else "Bukti yang ada belum mendukung satu pun",
        f"The evidence supports only {met}" if met else "The evidence supports none",
    )
    if check.could_be_true:
        rest = Text(
            f"selisih {lacking} hanya mungkin berasal dari {open_} yang belum pasti",
            f"the other {lacking} could only come from the {open_} that {_is(open_)} uncertain",
        )
    elif open_:
        rest = Text(
            f"sekalipun {open_} yang belum pasti terpenuhi, jumlahnya hanya {met + open_}",
            f"even if the {open_} uncertain {_ones(open_)} were met, that would make only {met + open_}",
        )
    else:
        rest = Text("tidak ada yang belum pasti", "no other is uncertain")
    return f"{supported.for_lang(lang)}; {rest.for_lang(lang)}."


def _ones(count: int) -> str:
    return "one" if count == 1 else "ones"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def verdict_of(briefing: Briefing, code: str) -> Verdict:
    """Return the verdict of an indicator."""
    return next(verdict for verdict in briefing.verdicts if verdict.indicator.code == code)

"""Findings for listening: how many there are, then each as sentences in a line, with words for its place."""

from __future__ import annotations

from serang_plan.findings import Located
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import CheckOutcome, counted
from serang_plan.wording import Lang, Text, escape_invisible


def render(outcome: CheckOutcome) -> str:
    """Return the counts, and a line for each finding."""
    lines = (_line(located, outcome.lang) for located in outcome.findings)
    return "".join(f"{escape_invisible(line)}\n" for line in (counted(outcome), *lines))


def _line(located: Located, lang: Lang) -> str:
    finding, rule = located.finding, located.finding.rule
    also = (f"{words.for_lang(lang)}: {_place(span, lang)}" for words, span in located.labels)
    help = Text(f"Saran: {finding.help.id}", f"Help: {finding.help.en}") if finding.help else None
    sentences = (
        f"{rule.severity.word.for_lang(lang)} {rule.code}, {_place(located.at, lang)}",
        finding.message.for_lang(lang),
        *also,
        *((help.for_lang(lang),) if help else ()),
    )
    return ". ".join(sentences)


def _place(span: Span, lang: Lang) -> str:
    return Text(
        f"{span.path} baris {span.line} kolom {span.column}",
        f"{span.path} line {span.line} column {span.column}",
    ).for_lang(lang)

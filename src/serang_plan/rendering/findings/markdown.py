"""Findings as a Markdown page: the summary of a job, or a comment on a merge request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from serang_plan.findings import Located, Severity
from serang_plan.rendering.findings.outcome import CheckOutcome, advised, counted
from serang_plan.rendering.text.markdown import drawn, escaped
from serang_plan.wording import Lang, Text, escape_invisible

_TITLES = {
    Severity.ERROR: Text("Galat", "Errors"),
    Severity.WARNING: Text("Peringatan", "Warnings"),
    Severity.NOTE: Text("Catatan", "Notes"),
}
_COLUMNS = (Text("Aturan", "Rule"), Text("Tempat", "Place"), Text("Temuan", "Finding"))
_CODE = re.compile(r"`([^`\\| ](?:[^`\\|]*[^`\\| ])?)`")
"""What a finding quotes, where Markdown can carry it as code in a table."""


def render(outcome: CheckOutcome, most: int | None = None) -> str:
    """Return the counts and, worst first, a table of each severity, of `most` findings in all."""
    return "\n\n".join(_parts(outcome, most)) + "\n"


def _parts(outcome: CheckOutcome, most: int | None) -> Iterator[str]:
    lang = outcome.lang
    yield f"# {Text('Pemeriksaan rencana', 'Check of the plan').for_lang(lang)}"
    yield counted(outcome)
    yield from drawn(outcome.consequences)
    worst_first = sorted(outcome.findings, key=lambda located: -located.finding.rule.severity)
    for severity, findings in groupby(worst_first[:most], lambda located: located.finding.rule.severity):
        yield f"## {_TITLES[severity].for_lang(lang)}"
        yield "\n".join([*_head(lang), *(_row(located, lang) for located in findings)])
    if most is not None and (more := len(worst_first) - most) > 0:
        yield _left_out(more).for_lang(lang)
    if worst_first:
        code = worst_first[0].finding.rule.code
        explained = Text("Arti sebuah aturan", "What a rule means").for_lang(lang)
        yield f"{explained}: `serang-plan explain {code}`"


def _left_out(more: int) -> Text:
    return Text(
        f"{more} temuan lain tidak muat di sini; semuanya ada di log.",
        f"{more} more {'finding does' if more == 1 else 'findings do'} not fit here; all are in the log.",
    )


def _head(lang: Lang) -> Iterator[str]:
    yield f"| {' | '.join(title.for_lang(lang) for title in _COLUMNS)} |"
    yield f"|{'|'.join(':---' for _ in _COLUMNS)}|"


def _row(located: Located, lang: Lang) -> str:
    where = escaped(f"{located.at.path}:{located.at.line}")
    return f"| {located.finding.rule.code} | {where} | {_sentence(advised(located, lang))} |"


def _sentence(text: str) -> str:
    """Return a sentence in which what it quotes is code and everything else is as it was typed."""
    parts = _CODE.split(" ".join(escape_invisible(text).split()))
    return "".join(f"`{part}`" if nth % 2 else _spaced(part) for nth, part in enumerate(parts))


def _spaced(part: str) -> str:
    """Escape a part of a sentence and keep the spaces at its ends."""
    before, after = " " * part.startswith(" "), " " * (part.endswith(" ") and part != " ")
    return f"{before}{escaped(part)}{after}"

"""Findings as annotations of GitHub Actions; the runner shows ten of a kind, so the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from serang_plan.findings import Located, Severity
from serang_plan.wording import Lang, Text, visible

MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(findings: Sequence[Located], lang: Lang) -> str:
    """Return one workflow command for each finding, worst first, at most ten of each kind."""
    return "".join(f"{line}\n" for line in _lines(findings, lang))


def _lines(findings: Sequence[Located], lang: Lang) -> Iterator[str]:
    shown: Counter[Severity] = Counter()
    for one in sorted(findings, key=lambda one: -one.finding.rule.severity):
        severity = one.finding.rule.severity
        shown[severity] += 1
        if shown[severity] <= MOST:
            yield _annotation(one, lang)
    if more := sum(max(0, count - MOST) for count in shown.values()):
        words = Text(
            f"{more} temuan lain tidak ditampilkan di sini: jalankan `serang-plan validate`",
            f"{more} more findings are not shown here: run `serang-plan validate`",
        )
        yield f"::notice::{_data(words.in_(lang))}"


def _annotation(one: Located, lang: Lang) -> str:
    finding, at = one.finding, one.at
    help = f" — {finding.help.in_(lang)}" if finding.help else ""
    title = f"{finding.rule.code} {finding.rule.name}"
    place = f"file={_property(at.path)},line={at.line},col={at.column},endColumn={at.column + at.length}"
    message = _data(finding.message.in_(lang) + help)
    return f"::{_COMMANDS[finding.rule.severity]} {place},title={_property(title)}::{message}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

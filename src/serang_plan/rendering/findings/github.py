"""Findings for GitHub Actions: annotations on the changed lines, then all of them in the log."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from serang_plan.findings import Located, Severity
from serang_plan.rendering.findings.log_escaping import inert
from serang_plan.rendering.findings.outcome import CheckOutcome, advised, counted
from serang_plan.wording import Lang, Text, escape_invisible

MOST = 10
"""The runner shows ten of a kind for each step and drops the rest without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_UNPRINTABLE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def render(outcome: CheckOutcome) -> str:
    """Return the workflow commands, worst first, then a line of log for every finding and the counts."""
    lang = outcome.lang
    lines = list(_annotations(outcome))
    lines += (inert(_log_line(one, lang)) for one in outcome.found)
    lines.append(counted(outcome))
    return "".join(f"{line}\n" for line in lines)


def _annotations(outcome: CheckOutcome) -> Iterator[str]:
    """Give at most ten commands of a kind; the last notice says how many findings have none."""
    counts = Counter(one.finding.rule.severity for one in outcome.found)
    most = dict.fromkeys(Severity, MOST)
    if any(count > MOST for count in counts.values()):
        most[Severity.NOTE] = MOST - 1
    for severity in sorted(Severity, reverse=True):
        of_kind = [one for one in outcome.found if one.finding.rule.severity is severity]
        yield from (_annotation(one, outcome.lang) for one in of_kind[: most[severity]])
    if more := sum(max(0, counts[severity] - most[severity]) for severity in Severity):
        yield f"::notice title=serang-plan::{_data(_pointer(more).for_lang(outcome.lang))}"


def _pointer(more: int) -> Text:
    return Text(
        f"{more} temuan lain tidak diberi anotasi; daftar lengkapnya ada di log langkah ini",
        f"{more} more {'finding has' if more == 1 else 'findings have'} no annotation; the log of this step "
        "lists them all",
    )


def _annotation(one: Located, lang: Lang) -> str:
    rule, at = one.finding.rule, one.at
    properties = {
        "file": at.path,
        "line": str(at.line),
        "endLine": str(at.line),
        "col": str(at.column),
        "endColumn": str(at.column + at.length),
        "title": f"{rule.code} {rule.name}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[rule.severity]} {written}::{_data(escape_invisible(advised(one, lang)))}"


def _log_line(one: Located, lang: Lang) -> str:
    """Return a finding as a line that starts with our own word, whatever the file is called."""
    rule, at = one.finding.rule, one.at
    where = escape_invisible(f"{at.path}:{at.line}:{at.column}")
    return f"{rule.severity.word.for_lang(lang)} {rule.code} {where}: {escape_invisible(advised(one, lang))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property; a path keeps every character that a log can carry."""
    escaped = _data(text).replace(":", "%3A").replace(",", "%2C")
    return _UNPRINTABLE.sub(lambda found: escape_invisible(found.group()), escaped)

"""Findings as JUnit XML: a suite for each file, a test for each finding; a sound file passes a test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from serang_plan.findings import Located
from serang_plan.rendering.findings.outcome import CheckOutcome, advised
from serang_plan.wording import Lang, Text, escape_invisible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SOUND = Text("tanpa temuan", "no findings")


def render(outcome: CheckOutcome) -> str:
    """Return a test report. Only what a check fails by is a failure; the rest is told beside it."""
    by_file: dict[str, list[Located]] = {path: [] for path in outcome.files}
    for one in outcome.found:
        by_file.setdefault(one.at.path, []).append(one)
    suites = "".join(_suite(path, found, outcome) for path, found in by_file.items())
    tests = sum(max(1, len(found)) for found in by_file.values())
    counts = _counts(tests, sum(map(outcome.fails, outcome.found)))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<testsuites name="serang-plan" {counts}>\n{suites}</testsuites>\n'


def _counts(tests: int, failures: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0" time="0"'


def _suite(path: str, found: Sequence[Located], outcome: CheckOutcome) -> str:
    place = _attribute(path)
    if found:
        cases = "".join(_cases(found, outcome))
    else:
        cases = f"{_start(place, _attribute(_SOUND.for_lang(outcome.lang)))}/>\n"
    counts = _counts(max(1, len(found)), sum(map(outcome.fails, found)))
    return f'<testsuite name={place} file={place} {counts} skipped="0">\n{cases}</testsuite>\n'


def _cases(found: Sequence[Located], outcome: CheckOutcome) -> Iterator[str]:
    """Give a test for each finding; its name holds no line number, so that it stays the same test."""
    named: Counter[str] = Counter()
    for one in found:
        name = f"{one.finding.rule.code} {one.finding.message.for_lang(outcome.lang)}"
        named[name] += 1
        again = f" ({named[name]})" if named[name] > 1 else ""
        start = _start(_attribute(one.at.path), _attribute(name + again))
        yield f"{start}>\n{_body(one, outcome)}\n</testcase>\n"


def _start(place: str, name: str) -> str:
    return f'<testcase name={name} classname={place} time="0"'


def _body(one: Located, outcome: CheckOutcome) -> str:
    rule, lang = one.finding.rule, outcome.lang
    told = _text(f"{_where(one, lang)}\n{escape_invisible(advised(one, lang))}")
    if not outcome.fails(one):
        return f"<system-out>{told}</system-out>"
    message = _attribute(one.finding.message.for_lang(lang))
    return f"<failure message={message} type={_attribute(f'{rule.code} {rule.name}')}>{told}</failure>"


def _where(one: Located, lang: Lang) -> str:
    severity = one.finding.rule.severity.word.for_lang(lang)
    return f"{severity} {one.finding.rule.code} {escape_invisible(one.at.path)}:{one.at.line}:{one.at.column}"


def _attribute(text: str) -> str:
    return f'"{_text(escape_invisible(text)).replace(chr(34), "&quot;")}"'


def _text(text: str) -> str:
    """Escape for XML; the second of two `#` becomes a reference, so that no log takes it for a command."""
    escaped = _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("##", "#&#35;")

"""Findings as JUnit XML: a suite for each file, a test for each finding; a sound file passes a test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from serang_plan.findings import Located
from serang_plan.rendering.findings.outcome import CheckOutcome, advised, place
from serang_plan.wording import Text, escape_invisible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SOUND = Text("tanpa temuan", "no findings")


def render(outcome: CheckOutcome) -> str:
    """Return a test report. Only what a check fails by is a failure; the rest is told beside it."""
    by_file: dict[str, list[Located]] = {path: [] for path in outcome.files}
    for located in outcome.findings:
        by_file.setdefault(located.at.path, []).append(located)
    suites = "".join(_suite(path, findings, outcome) for path, findings in by_file.items())
    tests = sum(max(1, len(findings)) for findings in by_file.values())
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    counts = _counts(tests, outcome.findings, outcome)
    return f'{head}\n<testsuites name="serang-plan" {counts}>\n{suites}</testsuites>\n'


def _counts(tests: int, findings: Sequence[Located], outcome: CheckOutcome) -> str:
    return f'tests="{tests}" failures="{sum(map(outcome.fails, findings))}" errors="0" time="0"'


def _suite(path: str, findings: Sequence[Located], outcome: CheckOutcome) -> str:
    file, counts = _attribute(path), _counts(max(1, len(findings)), findings, outcome)
    cases = "".join(_cases(findings, outcome)) or f"{_start(path, _SOUND.for_lang(outcome.lang))}/>\n"
    return f'<testsuite name={file} file={file} {counts} skipped="0">\n{cases}</testsuite>\n'


def _cases(findings: Sequence[Located], outcome: CheckOutcome) -> Iterator[str]:
    """Give a test for each finding; its name holds no line number, so that it stays the same test."""
    named: Counter[str] = Counter()
    for located in findings:
        name = f"{located.finding.rule.code} {located.finding.message.for_lang(outcome.lang)}"
        named[name] += 1
        again = f" ({named[name]})" if named[name] > 1 else ""
        yield f"{_start(located.at.path, name + again)}>\n{_body(located, outcome)}\n</testcase>\n"


def _start(path: str, name: str) -> str:
    return f'<testcase name={_attribute(name)} classname={_attribute(path)} time="0"'


def _body(located: Located, outcome: CheckOutcome) -> str:
    rule, lang = located.finding.rule, outcome.lang
    where = f"{rule.severity.word.for_lang(lang)} {rule.code} {place(located)}"
    words = _text(f"{where}\n{escape_invisible(advised(located, lang))}")
    if not outcome.fails(located):
        return f"<system-out>{words}</system-out>"
    message = _attribute(located.finding.message.for_lang(lang))
    return f"<failure message={message} type={_attribute(f'{rule.code} {rule.name}')}>{words}</failure>"


def _attribute(text: str) -> str:
    return f'"{_text(escape_invisible(text)).replace(chr(34), "&quot;")}"'


def _text(text: str) -> str:
    """Escape for XML; the second of two `#` becomes a reference, so that no log takes it for a command."""
    escaped = _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("##", "#&#35;")

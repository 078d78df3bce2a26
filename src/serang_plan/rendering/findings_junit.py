"""Findings as JUnit XML: one test case for each file, its findings as failures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from serang_plan.findings import Located
from serang_plan.wording import Lang, visible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Located], lang: Lang, files: Sequence[str]) -> str:
    """Return one test suite; a file without findings is a test that passes."""
    by_file: dict[str, list[Located]] = {path: [] for path in files}
    for one in findings:
        by_file.setdefault(one.at.path, []).append(one)
    cases = "".join(_case(path, found, lang) for path, found in by_file.items())
    failed = sum(bool(found) for found in by_file.values())
    counts = f'tests="{len(by_file)}" failures="{failed}" errors="0"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="serang-plan" {counts}>\n'
        f'<testsuite name="serang-plan validate" {counts}>\n{cases}</testsuite>\n</testsuites>\n'
    )


def _case(path: str, found: Sequence[Located], lang: Lang) -> str:
    name = _attribute(path)
    if not found:
        return f'<testcase name={name} classname="serang-plan"/>\n'
    lines = "\n".join(_line(one, lang) for one in found)
    first = _attribute(found[0].finding.message.in_(lang))
    body = f'<failure message={first} type="finding">{escape(_clean(lines))}</failure>'
    return f'<testcase name={name} classname="serang-plan">\n{body}\n</testcase>\n'


def _line(one: Located, lang: Lang) -> str:
    at, finding = one.at, one.finding
    severity = finding.rule.severity.word.in_(lang)
    return f"{at.path}:{at.line}:{at.column}: {severity} {finding.rule.code} {finding.message.in_(lang)}"


def _attribute(text: str) -> str:
    return quoteattr(_clean(visible(text)))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)

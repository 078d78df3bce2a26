"""Findings as SARIF 2.1.0, for code scanning and editors: rules with their pages, places, fixes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from serang_plan.findings import Located, Rule
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import (
    SEVERITY_NAMES,
    CheckOutcome,
    Explained,
    Replacement,
    advised,
)
from serang_plan.rendering.json.encoder import encoded
from serang_plan.wording import Lang, Text, escape_invisible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_ROOT_IS = Text("Akar repositori, atau folder kerja", "The root of the repository, or the working folder")
_LINK = re.compile(r"\[([^\[\]]*)\]\(")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_FIX = Text("Perbaikan yang aman", "A safe fix")

Object = dict[str, object]


def render(outcome: CheckOutcome) -> str:
    """Return one log with one run."""
    return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(outcome)]})


def _run(outcome: CheckOutcome) -> Object:
    rules = {located.finding.rule.code: located.finding.rule for located in outcome.findings}
    numbers = {code: number for number, code in enumerate(sorted(rules))}
    pairs = zip(outcome.findings, outcome.fingerprints(), strict=True)
    return {
        "tool": {"driver": _driver([rules[code] for code in numbers], outcome)},
        "language": outcome.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_IS.for_lang(outcome.lang)}}},
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": _artifact(path), "sourceLanguage": "yaml"} for path in outcome.files],
        "results": [
            _result(located, mark, numbers[located.finding.rule.code], outcome) for located, mark in pairs
        ],
    }


# -- rules --------------------------------------------------------------------------


def _driver(rules: Sequence[Rule], outcome: CheckOutcome) -> Object:
    return {
        "name": "serang-plan",
        "semanticVersion": outcome.version,
        "language": outcome.lang,
        "rules": [_rule(rule, outcome.explained(rule), outcome.lang) for rule in rules],
    }


def _rule(rule: Rule, page: Explained, lang: Lang) -> Object:
    wrong, right = Text("Salah:", "Wrong:").for_lang(lang), Text("Benar:", "Right:").for_lang(lang)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.why},
        "help": {
            "text": f"{page.why}\n\n{wrong}\n\n{page.wrong}\n\n{right}\n\n{page.right}",
            "markdown": f"{page.why}\n\n{wrong}\n\n{_fenced(page.wrong)}\n\n{right}\n\n{_fenced(page.right)}",
        },
        "defaultConfiguration": {"level": SEVERITY_NAMES[rule.severity]},
        "properties": {"tags": ["serang-plan", rule.code[0]]},
    }


def _fenced(example: str) -> str:
    return f"```yaml\n{example}\n```"


# -- results ------------------------------------------------------------------------


def _result(located: Located, mark: str, number: int, outcome: CheckOutcome) -> Object:
    rule, lang = located.finding.rule, outcome.lang
    result: Object = {
        "ruleId": rule.code,
        "ruleIndex": number,
        "level": SEVERITY_NAMES[rule.severity],
        "message": {"text": _message(advised(located, lang)) + _links(located, lang)},
        "locations": [{"physicalLocation": _place(located.at)}],
        "partialFingerprints": {"serangPlanFinding/v1": mark},
    }
    if located.labels:
        result["relatedLocations"] = [
            {"id": nth, "message": {"text": _message(text.for_lang(lang))}, "physicalLocation": _place(span)}
            for nth, (text, span) in enumerate(located.labels, 1)
        ]
    if fixes := outcome.fix(located):
        result["fixes"] = [{"description": {"text": _FIX.for_lang(lang)}, "artifactChanges": _changes(fixes)}]
    return result


def _links(located: Located, lang: Lang) -> str:
    """Return links to the further places: GitHub shows only those that the message leads to."""
    links = [f"[{_in_link(text.for_lang(lang))}]({nth})" for nth, (text, _) in enumerate(located.labels, 1)]
    return f" ({', '.join(links)})" if links else ""


def _in_link(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", escape_invisible(text))


def _message(text: str) -> str:
    """Return plain text: what a viewer would take for a link or for a place to fill in is escaped."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[\1\\](", escape_invisible(text)))


def _place(at: Span) -> Object:
    region = _region(at.line, at.column, at.line, at.column + at.length)
    return {"artifactLocation": _artifact(at.path), "region": region}


def _region(line: int, column: int, end_line: int, end_column: int) -> Object:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _changes(fixes: Sequence[Replacement]) -> list[Object]:
    by_file: dict[str, list[Object]] = {}
    for path, *region, text in fixes:
        replacement = {"deletedRegion": _region(*region), "insertedContent": {"text": text}}
        by_file.setdefault(path, []).append(replacement)
    return [
        {"artifactLocation": _artifact(path), "replacements": replacements}
        for path, replacements in by_file.items()
    ]


def _artifact(path: str) -> dict[str, str]:
    """Return a place below the root, each odd byte of its name as `%xx`; what lies elsewhere is absolute."""
    if re.match(r"[A-Za-z]:/", path):
        return {"uri": f"file:///{path[:2]}{quote(_bytes(path[2:]), safe='/~')}"}
    uri = quote(_bytes(path), safe="/~")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, as Windows allows in names
        return path.encode("utf-8", "surrogatepass")

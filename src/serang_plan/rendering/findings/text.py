"""Findings as text for people: the sentence, the line it stands on, a caret, advice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from unicodedata import east_asian_width

from serang_plan.findings import Located, Severity
from serang_plan.page import Page
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import CheckOutcome, LineOf, counted, one_line
from serang_plan.wording import Lang, Text, escape_invisible

_HELP = Text("saran", "help")
_FIRST = Text("Yang harus diperbaiki lebih dulu:", "What to put right first:")
_MUCH_ELSE, _NAMED_AGAIN = 10, 10
_WIDEST = 100
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BLUE = "1;34"


def render(outcome: CheckOutcome) -> str:
    """Return every finding with its excerpt, what the check fails by, the counts, and what the edit does."""
    parts = (
        excerpts(outcome.findings, outcome.lang, outcome.line_of, colour=outcome.colour),
        _failing(outcome),
        f"{counted(outcome)}\n{_consequences(outcome)}",
    )
    return "\n".join(filter(None, parts))


def excerpts(findings: Sequence[Located], lang: Lang, line_of: LineOf, *, colour: bool) -> str:
    """Return every finding with its excerpt, an empty line between them."""
    return "\n".join(
        "".join(f"{line}\n" for line in _finding(located, lang, line_of, _painter(colour)))
        for located in findings
    )


Paint = Callable[[str, str], str]


def _painter(colour: bool) -> Paint:
    return (lambda text, code: f"\x1b[{code}m{text}\x1b[0m") if colour else (lambda text, code: text)


def _finding(located: Located, lang: Lang, line_of: LineOf, paint: Paint) -> Iterator[str]:
    finding, rule = located.finding, located.finding.rule
    strong = _COLOURS[rule.severity]
    head = paint(f"{rule.severity.word.for_lang(lang)}[{rule.code}]", strong)
    yield f"{head}: {paint(escape_invisible(finding.message.for_lang(lang)), '1')}"
    width = len(str(max([located.at.line, *(span.line for _, span in located.labels)])))
    yield from _excerpt("-->", located.at, "", width, line_of, paint, strong, "^")
    for text, span in located.labels:
        words = escape_invisible(text.for_lang(lang))
        yield from _excerpt(":::", span, words, width, line_of, paint, _BLUE, "-")
    if finding.help is not None:
        yield f"{' ' * width} = {_HELP.for_lang(lang)}: {escape_invisible(finding.help.for_lang(lang))}"


def _excerpt(
    arrow: str, at: Span, words: str, width: int, line_of: LineOf, paint: Paint, strong: str, mark: str
) -> Iterator[str]:
    margin = " " * width
    yield f"{margin}{paint(arrow, _BLUE)} {escape_invisible(at.path)}:{at.line}:{at.column}"
    typed = line_of(at.path, at.line)
    if not typed.strip():
        if words:
            yield f"{margin} = {words}"
        return
    excerpt, before, under = _window(typed, at.column - 1, at.length)
    edge = paint("|", _BLUE)
    carets = paint(mark * max(1, under) + (f" {words}" if words else ""), strong)
    yield f"{margin} {edge}"
    yield f"{paint(str(at.line).rjust(width), _BLUE)} {edge} {excerpt}"
    yield f"{margin} {edge} {' ' * before}{carets}"


def _window(typed: str, start: int, length: int) -> tuple[str, int, int]:
    """Cut a long line around the place; return it with the cells before and under the caret."""
    end = min(start + length, len(typed))
    left = 0 if end <= _WIDEST else max(0, start - 20)
    right = min(len(typed), left + _WIDEST)
    head, tail = ("…" if left else ""), ("…" if right < len(typed) else "")
    before = head + _flat(typed[left:start])
    under = _flat(typed[start : min(end, right)])
    return head + _flat(typed[left:right]) + tail, _cells(before), _cells(under)


def _flat(text: str) -> str:
    return escape_invisible(text.replace("\t", "    "))


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _failing(outcome: CheckOutcome) -> str:
    """Return again, a line each, what a check fails by, if it would be lost among much else."""
    failing, lang = [*filter(outcome.fails, outcome.findings)], outcome.lang
    if not failing or len(outcome.findings) - len(failing) < _MUCH_ELSE:
        return ""
    lines = [one_line(located, located.finding.message.for_lang(lang)) for located in failing[:_NAMED_AGAIN]]
    if (more := len(failing) - _NAMED_AGAIN) > 0:
        lines.append(Text(f"dan {more} lainnya", f"and {more} more").for_lang(lang))
    return "".join(f"{line}\n" for line in (_FIRST.for_lang(lang), *lines))


def _consequences(outcome: CheckOutcome) -> str:
    """Return what the edit does to the plan, where that was asked for."""
    if not outcome.consequences:
        return ""
    from serang_plan.rendering.screen import terminal

    page = Page("", "", tuple(outcome.consequences))
    return "\n" + terminal.render(page, None, colour=outcome.colour).lstrip("\n")

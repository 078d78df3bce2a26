"""Findings as text for people: the sentence, the line it stands on, a caret, advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import fill, shorten
from typing import NamedTuple
from unicodedata import east_asian_width

from serang_plan.findings import Located, Rule, Severity
from serang_plan.page import Page
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import CheckOutcome, LineOf, counted, one_line
from serang_plan.wording import Lang, Text, escape_invisible

_HELP = Text("saran", "help")
_FIRST = Text("Yang harus diperbaiki lebih dulu:", "What to put right first:")
_MUCH_ELSE, _NAMED_AGAIN = 10, 10
_WIDEST = 101
"""Cells of a line where there is no screen; one is for what says that it is cut."""
_HEAD = len("peringatan[C310]")
_AHEAD = _HEAD + len(" 1234  ")
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BLUE = "1;34"


def render(outcome: CheckOutcome) -> str:
    """Return every finding with its excerpt, what the check fails by, the counts, and what the edit does.

    On a screen without room for that, every error, and how many findings of each rule there are besides.
    """
    whole = _text(
        *_answer(outcome),
        _excerpts(outcome, _rest(outcome)),
        _failing(outcome),
        _end(outcome),
    )
    if outcome.height is None or whole.count("\n") <= outcome.height:
        return whole
    errors, end = _excerpts(outcome, _errors(outcome)), f"{_end(outcome)}{_more(outcome)}"
    short = _text(errors, _by_rule(outcome), end)
    if short.count("\n") <= outcome.height:
        return short
    return _text(errors, f"{_by_rule(outcome, Severity.WARNING)}{_notes(outcome)}", end)


def _answer(outcome: CheckOutcome) -> tuple[str, ...]:
    """Return the errors and the counts by rule, where much else would hide them."""
    if not _hides(outcome):
        return ()
    return _excerpts(outcome, _errors(outcome)), _by_rule(outcome)


def _rest(outcome: CheckOutcome) -> Sequence[Located]:
    """Return the findings that the answer does not show, in the order of the files."""
    return _others(outcome) if _hides(outcome) else outcome.findings


def _hides(outcome: CheckOutcome) -> bool:
    return len(_others(outcome)) > _MUCH_ELSE


def _errors(outcome: CheckOutcome) -> Sequence[Located]:
    return [located for located in outcome.findings if located.finding.rule.severity is Severity.ERROR]


def _others(outcome: CheckOutcome) -> Sequence[Located]:
    return [located for located in outcome.findings if located.finding.rule.severity is not Severity.ERROR]


def _text(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _end(outcome: CheckOutcome) -> str:
    return f"{counted(outcome)}\n{_consequences(outcome)}"


def _more(outcome: CheckOutcome) -> str:
    """Say how to see what is only counted; a code of the worst rule stands for any."""
    others = _others(outcome)
    if not others:
        return ""
    code = max(others, key=lambda located: located.finding.rule.severity).finding.rule.code
    words = Text(
        f"Setiap temuan dengan letaknya: --all; dari satu aturan: --rule {code}.",
        f"Every finding with its place: --all; those of one rule: --rule {code}.",
    )
    return f"{words.for_lang(outcome.lang)}\n"


def _by_rule(outcome: CheckOutcome, least: Severity = Severity.NOTE) -> str:
    """Return a line for each rule that has findings besides errors, the worst first."""
    paint, lines = _painter(outcome.colour), []
    for rule, count in _counts(outcome):
        if rule.severity >= least:
            head = f"{rule.severity.word.for_lang(outcome.lang)}[{rule.code}]"
            title = outcome.explained(rule).title
            if outcome.width:
                title = shorten(title, outcome.width - _AHEAD, placeholder="…")
            lines.append(f"{paint(head.ljust(_HEAD), _COLOURS[rule.severity])} {count:>4}  {title}\n")
    return "".join(lines)


def _notes(outcome: CheckOutcome) -> str:
    """Return the counts of notes alone, where there is no room for a line of each."""
    notes = [
        f"{rule.code}\u00a0×{count}" for rule, count in _counts(outcome) if rule.severity is Severity.NOTE
    ]
    words = f"{Severity.NOTE.word.for_lang(outcome.lang)}: {', '.join(notes)}"
    lines = fill(words, outcome.width or _WIDEST, subsequent_indent="  ").replace("\u00a0", " ")
    return f"{lines}\n" if notes else ""


def _counts(outcome: CheckOutcome) -> list[tuple[Rule, int]]:
    """Return the rules that have findings besides errors, the worst first, and how many each has."""
    counts = Counter(located.finding.rule for located in _others(outcome))
    return sorted(counts.items(), key=lambda counted: (-counted[0].severity, counted[0].code))


def _excerpts(outcome: CheckOutcome, findings: Sequence[Located]) -> str:
    return excerpts(findings, outcome.lang, outcome.line_of, colour=outcome.colour, width=outcome.width)


def excerpts(
    findings: Sequence[Located], lang: Lang, line_of: LineOf, *, colour: bool, width: int | None = None
) -> str:
    """Return findings with their excerpts, as wide as the screen, an empty line between them."""
    look = _Look(lang, line_of, _painter(colour), width)
    return "\n".join("".join(f"{line}\n" for line in _finding(located, look)) for located in findings)


Paint = Callable[[str, str], str]


def _painter(colour: bool) -> Paint:
    return (lambda text, code: f"\x1b[{code}m{text}\x1b[0m") if colour else (lambda text, code: text)


class _Look(NamedTuple):
    """How findings are shown: in which language and colours, and how wide."""

    lang: Lang
    line_of: LineOf
    paint: Paint
    width: int | None


def _finding(located: Located, look: _Look) -> Iterator[str]:
    finding, rule, lang = located.finding, located.finding.rule, look.lang
    strong = _COLOURS[rule.severity]
    head = look.paint(f"{rule.severity.word.for_lang(lang)}[{rule.code}]", strong)
    yield f"{head}: {look.paint(escape_invisible(finding.message.for_lang(lang)), '1')}"
    digits = len(str(max([located.at.line, *(span.line for _, span in located.labels)])))
    yield from _excerpt(_Marked("-->", located.at, "", strong, "^"), digits, look)
    for text, span in located.labels:
        words = escape_invisible(text.for_lang(lang))
        yield from _excerpt(_Marked(":::", span, words, _BLUE, "-"), digits, look)
    if finding.help is not None:
        yield f"{' ' * digits} = {_HELP.for_lang(lang)}: {escape_invisible(finding.help.for_lang(lang))}"


class _Marked(NamedTuple):
    """What is marked, by what sign in which colour, and what is said of it."""

    arrow: str
    at: Span
    words: str
    strong: str
    mark: str


def _excerpt(place: _Marked, digits: int, look: _Look) -> Iterator[str]:
    """Give where it is, the line that is typed there, and the sign under what is meant."""
    at, words, margin, edge = place.at, place.words, " " * digits, look.paint("|", _BLUE)
    yield f"{margin}{look.paint(place.arrow, _BLUE)} {escape_invisible(at.path)}:{at.line}:{at.column}"
    typed = look.line_of(at.path, at.line)
    if not typed.strip():
        if words:
            yield f"{margin} = {words}"
        return
    room = look.width - digits - len(" | ") if look.width else _WIDEST
    shown, before, under = _window(typed, at.column - 1, at.length, room)
    signs = place.mark * max(1, under)
    beside = words and (look.width is None or before + len(signs) + 1 + _cells(words) <= room)
    yield f"{margin} {edge}"
    yield f"{look.paint(str(at.line).rjust(digits), _BLUE)} {edge} {shown}"
    yield f"{margin} {edge} {' ' * before}{look.paint(f'{signs} {words}' if beside else signs, place.strong)}"
    if words and not beside:
        yield f"{margin} {edge} {look.paint(words, place.strong)}"


def _window(typed: str, start: int, length: int, room: int) -> tuple[str, int, int]:
    """Cut a line around the place to so many cells; return it with the cells before and under the caret.

    Every character takes a cell or more, so no more of the line is looked at than there is room for.
    """
    end = min(start + length, len(typed))
    left = 0 if end < room and _cells(_flat(typed[:end])) < room else max(0, start - min(20, room // 4))
    head = "…" if left else ""
    right, used = left, len(head)
    for nth, character in enumerate(typed[left : left + room], left + 1):
        used += _cells(_flat(character))
        if used + (nth < len(typed)) > room:
            break
        right = nth
    tail = "…" if right < len(typed) else ""
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

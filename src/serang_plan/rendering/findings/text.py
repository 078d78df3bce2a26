"""Findings as text for people: the sentence, the line it stands on, a caret, advice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from serang_plan.findings import Located, Severity
from serang_plan.places import Span
from serang_plan.rendering.findings.outcome import LineOf
from serang_plan.wording import Lang, Text, escape_invisible

_HELP = Text("saran", "help")
_FIRST = Text("Yang harus diperbaiki lebih dulu:", "What to put right first:")
_MUCH_ELSE, _NAMED_AGAIN = 10, 10
_WIDEST = 100
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def render(findings: Sequence[Located], lang: Lang, line_of: LineOf, *, colour: bool) -> str:
    """Return every finding with its excerpt, an empty line between them."""
    return "\n".join(_finding(one, lang, line_of, colour) for one in findings)


def _finding(one: Located, lang: Lang, line_of: LineOf, colour: bool) -> str:
    paint = _painter(colour)
    rule = one.finding.rule
    strong = _COLOURS[rule.severity]
    head = f"{paint(f'{rule.severity.word.for_lang(lang)}[{rule.code}]', strong)}: "
    lines = [head + paint(escape_invisible(one.finding.message.for_lang(lang)), "1")]
    width = len(str(max([one.at.line, *(span.line for _, span in one.labels)])))
    lines += _excerpt("-->", one.at, "", width, line_of, paint, strong, "^")
    for text, span in one.labels:
        lines += _excerpt(
            ":::", span, escape_invisible(text.for_lang(lang)), width, line_of, paint, "1;34", "-"
        )
    if one.finding.help is not None:
        lines.append(
            f"{' ' * width} = {_HELP.for_lang(lang)}: {escape_invisible(one.finding.help.for_lang(lang))}"
        )
    return "\n".join(lines) + "\n"


Paint = Callable[[str, str], str]


def _painter(colour: bool) -> Paint:
    return (lambda text, code: f"\x1b[{code}m{text}\x1b[0m") if colour else (lambda text, code: text)


def _excerpt(
    arrow: str, at: Span, words: str, width: int, line_of: LineOf, paint: Paint, strong: str, mark: str
) -> Iterator[str]:
    margin = " " * width
    yield f"{margin}{paint(arrow, '1;34')} {escape_invisible(at.path)}:{at.line}:{at.column}"
    typed = line_of(at.path, at.line)
    if not typed.strip():
        if words:
            yield f"{margin} = {words}"
        return
    shown, before, under = _window(typed, at.column - 1, at.length)
    yield f"{margin} {paint('|', '1;34')}"
    yield f"{paint(str(at.line).rjust(width), '1;34')} {paint('|', '1;34')} {shown}"
    carets = paint(mark * max(1, under) + (f" {words}" if words else ""), strong)
    yield f"{margin} {paint('|', '1;34')} {' ' * before}{carets}"


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


def failing(found: Sequence[Located], fails: Callable[[Located], bool], lang: Lang) -> str:
    """Return again, a line each, what a check fails by, if it would be lost among much else."""
    named = [one for one in found if fails(one)]
    if not named or len(found) - len(named) < _MUCH_ELSE:
        return ""
    lines = [_FIRST.for_lang(lang), *(_line(one, lang) for one in named[:_NAMED_AGAIN])]
    if (more := len(named) - _NAMED_AGAIN) > 0:
        lines.append(Text(f"dan {more} lainnya", f"and {more} more").for_lang(lang))
    return "\n".join(lines) + "\n"


def _line(one: Located, lang: Lang) -> str:
    at, finding = one.at, one.finding
    return escape_invisible(
        f"{at.path}:{at.line}:{at.column}: {finding.rule.code} {finding.message.for_lang(lang)}"
    )


def summary(findings: Iterable[Located], files: int, lang: Lang, suppressed: int = 0) -> str:
    """Return one line that counts the findings by severity, and those that a comment ignores."""
    counts = dict.fromkeys(Severity, 0)
    for one in findings:
        counts[one.finding.rule.severity] += 1
    in_files = Text(f"dalam {files} berkas", f"in {files} file{'s' if files != 1 else ''}").for_lang(lang)
    ignored = Text(
        f" {suppressed} diabaikan dengan alasan.", f" {suppressed} ignored with a reason."
    ).for_lang(lang)
    in_files += f".{ignored}" if suppressed else "."
    if not any(counts.values()):
        return f"{Text('Tidak ada temuan', 'No findings').for_lang(lang)} {in_files}"
    parts = [_counted(severity, counts[severity], lang) for severity in sorted(Severity, reverse=True)]
    return f"{', '.join(parts)} {in_files}"


def _counted(severity: Severity, count: int, lang: Lang) -> str:
    plural = "s" if lang == "en" and count != 1 else ""
    return f"{count} {severity.word.for_lang(lang)}{plural}"

"""Parse errors: what the YAML parser says of a broken line, in terms of what somebody typed."""

import re
from functools import partial
from typing import NamedTuple

from yaml import YAMLError

from serang_plan.places import line_start
from serang_plan.reading import faults
from serang_plan.reading.parser import ParseError


class _Report(NamedTuple):
    """What the parser says, with places as indices into the text; nothing before `floor` is to blame."""

    text: str
    problem: str
    context: str
    at: int
    opened: int
    floor: int
    quoted: tuple[int, int]


def read_trouble(
    error: YAMLError, text: str, within: tuple[int, int], shift: int = 0, quoted: tuple[int, int] = (0, 0)
) -> ParseError:
    """Return the place to change, which is rarely where the parser gave up.

    `within` is the stretch that was read, `shift` what its marks lack, `quoted` the last text in quotes.
    """
    floor, ceiling = within
    at, opened = (_index(error, name, shift) for name in ("problem_mark", "context_mark"))
    at = floor if at is None else max(floor, min(at, ceiling - 1))
    problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
    return _named(
        _Report(text, problem, context, at, at if opened is None else opened, floor, quoted)
    )._replace(reached=at)


def _named(report: _Report) -> ParseError:
    return (
        _odd_blank(report)
        or _escape(report)
        or _never_closed(report)
        or _closed_too_late(report)
        or _closed_too_early(report)
        or _by_words(report)
        or _two_colons(report)
        or _indent(report)
        or ParseError(faults.s102_broken_yaml.finding, report.at, 1)
    )


def _index(error: YAMLError, name: str, shift: int) -> int | None:
    mark = getattr(error, name, None)
    return None if mark is None else int(mark.index) + shift


def _line(text: str, at: int) -> tuple[int, str]:
    start, end = line_start(text, at), text.find("\n", at)
    return start, text[start : end if end >= 0 else len(text)].rstrip("\r")


def _odd_blank(report: _Report) -> ParseError | None:
    """Point at a tab or a no-break space where only spaces may stand."""
    start, line = _line(report.text, report.at)
    blank = line[: len(line) - len(line.lstrip())]
    odd = len(blank) - len(blank.lstrip(" "))
    if odd < len(blank) and start + odd <= report.at:
        if blank[odd] == "\t":
            return ParseError(faults.s103_tab_for_indent.finding, start + odd, len(blank) - odd)
        return ParseError(partial(faults.s113_unseen_character.finding, typed=blank[odd]), start + odd, 1)
    return (
        ParseError(faults.s103_tab_for_indent.finding, report.at, 1)
        if report.text.startswith("\t", report.at)
        else None
    )


_ESCAPE_WORDS = ("escape", "hexdecimal", "hexadecimal")
_NO_CHARACTER = re.compile(r"\\(?:u[dD][89a-fA-F]|U(?!000|0010)|U0000[dD][89a-fA-F])")


def _escape(report: _Report) -> ParseError | None:
    """Point at the backslash; the parser names a place a little behind it."""
    if not any(word in report.problem for word in _ESCAPE_WORDS):
        return None
    if "Unicode" in report.problem and (odd := _NO_CHARACTER.search(report.text, report.opened)):
        return ParseError(faults.s123_bad_escape.finding, odd.start(), 2)
    slash = report.text.rfind("\\", report.floor, report.at + 1)
    return ParseError(faults.s123_bad_escape.finding, slash if slash >= 0 else report.at, 2)


def _never_closed(report: _Report) -> ParseError | None:
    opening = report.text[report.opened : report.opened + 1]
    if "quoted scalar" in report.context:
        return _unclosed(report, report.opened)
    if "flow" in report.context or "',' or" in report.problem:
        start = report.opened if opening in ("[", "{") else _last_bracket(report)
        return _unclosed(report, start) if start >= 0 else None
    return None


def _unclosed(report: _Report, start: int) -> ParseError:
    opening = report.text[start : start + 1]
    return ParseError(partial(faults.s105_never_closed.finding, typed=opening), start, 1)


def _last_bracket(report: _Report) -> int:
    return max(report.text.rfind(bracket, report.floor, report.at + 1) for bracket in "[{")


_KEY_IN_QUOTES = re.compile(r"\n[ \t]*(?:- )?[\w-]+:(?=\s)")


def _closed_too_late(report: _Report) -> ParseError | None:
    """Blame a quote that was closed by the opening quote of a later line, with keys in between."""
    start, end = report.quoted
    on_its_last_line = end <= report.at and "\n" not in report.text[end : report.at]
    if on_its_last_line and _KEY_IN_QUOTES.search(report.text, start, end):
        return _unclosed(report, start)
    return None


def _closed_too_early(report: _Report) -> ParseError | None:
    """Blame a value that goes on behind its closing quote, or what closes nothing."""
    start, end = report.quoted
    if end and end <= report.at and not report.text[end : report.at].strip(" "):
        line, rest = _line(report.text, report.at)
        return ParseError(faults.s102_broken_yaml.finding, start, line + len(rest.rstrip()) - start)
    if report.text.startswith(("]", "}", "...\n"), report.at):
        return ParseError(faults.s102_broken_yaml.finding, report.at, 1)
    return None


def _by_words(report: _Report) -> ParseError | None:
    words = f"{report.problem}\n{report.context}"
    if "tag" in words:
        tag = report.text[report.at : report.at + 1]
        return ParseError(partial(faults.s109_explicit_tag.finding, typed=tag), report.at, 1)
    if "anchor" in words or "alias" in words:
        return ParseError(faults.s108_anchor_or_alias.finding, report.at, 1)
    if "directive" in report.problem + report.context or "incompatible" in report.problem:
        start, line = _line(report.text, report.at)
        return ParseError(faults.s102_broken_yaml.finding, start, len(line))
    if "block scalar" in report.context:
        return ParseError(faults.s102_broken_yaml.finding, report.opened, 1)
    if "block sequence entries" in report.problem and _COLON.search(_before(report)):
        return ParseError(faults.s102_broken_yaml.finding, report.at, 1)
    if "document start" in report.problem and _is_next_document(report):
        return ParseError(faults.s110_several_documents.finding, report.at, 3)
    if "could not find expected ':'" in report.problem or _continues_a_word(report):
        return _missing_colon(report)
    return None


_COLON = re.compile(r":(\s|$)")


def _is_next_document(report: _Report) -> bool:
    _, above = _line_above(report.text, report.at, 0)
    return report.text.startswith("---", report.at) or above.startswith("...")


def _continues_a_word(report: _Report) -> bool:
    """Whether the first colon of a line came too late: the line above is a key that lacks its own."""
    start, _ = _line(report.text, report.at)
    if "mapping values" not in report.problem or _COLON.search(_before(report)):
        return False
    above, word = _line_above(report.text, start, report.floor)
    if not word or _COLON.search(word):
        return False
    _, key = _line_above(report.text, above, report.floor)
    is_text = _COLON.search(key) and _indent_of(word) > _indent_of(key) and not word.lstrip().startswith("- ")
    return not is_text


def _before(report: _Report) -> str:
    return report.text[line_start(report.text, report.at) : report.at]


def _line_above(text: str, start: int, floor: int) -> tuple[int, str]:
    """Return the nearest line above that is neither empty nor a comment."""
    while start > floor:
        start, line = _line(text, start - 1)
        if line.strip() and not line.lstrip().startswith("#"):
            return start, line
    return start, ""


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _missing_colon(report: _Report) -> ParseError | None:
    """Point at the line above the one where the parser gave up: it is the one without a colon."""
    start, line = _line(report.text, report.at)
    while not line.strip() or _COLON.search(line):
        if start <= report.floor:
            return None
        start, line = _line_above(report.text, start, report.floor)
    word = line.strip()
    finding = partial(faults.s107_missing_colon.finding, typed=word)
    return ParseError(finding, start + len(line) - len(line.lstrip()), len(word))


def _two_colons(report: _Report) -> ParseError | None:
    start, line = _line(report.text, report.at)
    key = re.match(r"\s*(?:- )*[\w-]+:\s+(?=[^\s'\"\[{|>])", line)
    if key and _COLON.search(line[key.end() :]):
        value = line[key.end() :].rstrip()
        finding = partial(faults.s106_colon_in_text.finding, typed=value)
        return ParseError(finding, start + key.end(), len(value))
    return None


_INDENT = (
    "did not find expected",
    "expected <block end>",
    "document start",
    "mapping values are not allowed",
    "block sequence entries",
    "block mapping",
    "block collection",
)


def _indent(report: _Report) -> ParseError | None:
    if not any(words in report.problem or words in report.context for words in _INDENT):
        return None
    start, line = _line(report.text, report.at)
    while not line.strip() and start > report.floor:
        start, line = _line(report.text, start - 1)
    blank = len(line) - len(line.lstrip())
    finding = partial(faults.s104_wrong_indent.finding, indent=blank)
    return ParseError(finding, start + blank, max(1, len(line.strip())))

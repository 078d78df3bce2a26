"""Trouble: what the YAML parser says of a broken line, in terms of what somebody typed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml


class Trouble(NamedTuple):
    """A broken place: the name of its fault, its first character and length, and the facts to tell."""

    name: str
    start: int
    length: int
    facts: dict[str, Any] = {}


def read_trouble(error: yaml.YAMLError, text: str) -> Trouble:
    """Return the place to change, which is rarely where the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    at = min(mark.index if mark else 0, max(len(text) - 1, 0))
    problem = getattr(error, "problem", None) or ""
    context = getattr(error, "context", None) or ""
    opened = getattr(error, "context_mark", None)
    start = opened.index if opened else at
    return (
        _tab(text, at)
        or _never_closed(problem, context, text, start, at)
        or _escape(problem, at)
        or _by_words(problem, text, at)
        or _two_colons(text, at)
        or _indent(problem, context, text, at)
        or Trouble("broken-yaml", at, 1)
    )


def _line(text: str, at: int) -> tuple[int, str]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, text[start : end if end >= 0 else len(text)]


def _tab(text: str, at: int) -> Trouble | None:
    start, line = _line(text, at)
    blank = line[: len(line) - len(line.lstrip())]
    tab = blank.find("\t")
    if tab >= 0 and start + tab <= at:
        return Trouble("tab-for-indent", start + tab, len(blank) - tab)
    return None


def _never_closed(problem: str, context: str, text: str, opened: int, at: int) -> Trouble | None:
    if "quoted scalar" in context and "end of stream" in problem:
        return Trouble("never-closed", opened, 1, {"typed": text[opened : opened + 1]})
    if "flow" in context or "',' or" in problem:
        bracket = text[opened : opened + 1]
        return Trouble("never-closed", opened, 1, {"typed": bracket if bracket in "[{" else "["})
    return None


def _escape(problem: str, at: int) -> Trouble | None:
    if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
        return Trouble("bad-escape", max(at - 1, 0), 2)
    return None


_BY_WORDS = (
    ("tag", "explicit-tag"),
    ("anchor", "anchor-or-alias"),
    ("alias", "anchor-or-alias"),
    ("document start", "several-documents"),
)


def _by_words(problem: str, text: str, at: int) -> Trouble | None:
    for words, name in _BY_WORDS:
        if words in problem:
            return Trouble(name, at, 1, {"typed": text[at : at + 1]})
    if "could not find expected ':'" in problem:
        return _missing_colon(text, at)
    return None


def _missing_colon(text: str, at: int) -> Trouble:
    """Point at the line above the one where the parser gave up: it is the one without a colon."""
    start, line = _line(text, at)
    while start and (not line.strip() or re.search(r":(\s|$)", line)):
        start, line = _line(text, start - 1)
    word = line.strip()
    return Trouble("missing-colon", start + len(line) - len(line.lstrip()), len(word), {"typed": word})


def _two_colons(text: str, at: int) -> Trouble | None:
    start, line = _line(text, at)
    key = re.match(r"\s*(?:- )*[\w-]+:\s+(?=[^\s'\"\[{|>])", line)
    if key and re.search(r":(\s|$)", line[key.end() :]):
        value = line[key.end() :].rstrip()
        return Trouble("colon-in-text", start + key.end(), len(value), {"typed": value})
    return None


_INDENT = ("did not find expected", "mapping values are not allowed", "block sequence entries", "block mapping")


def _indent(problem: str, context: str, text: str, at: int) -> Trouble | None:
    if not any(words in problem or words in context for words in _INDENT):
        return None
    start, line = _line(text, at)
    if not line.strip() and start:
        start, line = _line(text, start - 1)
    blank = len(line) - len(line.lstrip())
    return Trouble("wrong-indent", start + blank, max(1, len(line.strip())), {"indent": blank})

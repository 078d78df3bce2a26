"""Directives: a comment to the program, taken apart.

`# serang-plan: abaikan V501, V503 — alasan, sampai 2027-12-31`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from serang_plan.findings import Finding
from serang_plan.model.when import parse_when
from serang_plan.places import Comment, Span
from serang_plan.policy.p901_unread_comment import no_date, no_mark, no_rule, unknown_verb

LONGEST = 2_000
"""What stands further behind in a comment is not read."""


class NamedRule(NamedTuple):
    """A rule's code as it was typed, and where."""

    code: str
    at: Span


class Directive(NamedTuple):
    """What a comment asks for: which findings of which line are to be ignored, why and until when."""

    named: tuple[NamedRule, ...]
    reason: str
    until: date | None
    at: Span
    line: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that were typed."""
        return tuple(named.code for named in self.named)


_VERBS = ("abaikan", "ignore")
_HEAD = re.compile(r"#+[ \t]*serang-plan[ \t]*:[ \t]*([^\s:]*)[\s:]*", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:(abaikan|ignore)[ \t:]*)?([a-z]\d{3}\b.*)", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,20}(?:-[a-z]{1,20}){1,6}\b|(?:[a-z]-(?=\d))?\w{1,20}", re.IGNORECASE)
"""A code, nearly one, or the name of a rule."""
_AND = re.compile(
    r"[ \t]{0,3}[,;&+/][ \t]{0,3}(?:(?:dan|and)[ \t])?(?=\w{0,9}\d)|[ \t](?:dan|and)[ \t](?=\w{0,9}\d)"
    r"|[ \t]{1,3}(?=[a-z]\d{3}\b)",
    re.IGNORECASE,
)
_DAY = r"((?:\d{1,2}[ \t])?(?:[a-z]{3,9}[ \t])?[\w./-]{0,9}\d{4}[\w./-]{0,9})"
_UNTIL = rf"[\s,;(]{{0,3}}\b(?:sampai|hingga|until)[ \t]{_DAY}\)?"
_FIRST_UNTIL = re.compile(_UNTIL, re.IGNORECASE)
_LAST_UNTIL = re.compile(rf"{_UNTIL}[\s).;]{{0,9}}$", re.IGNORECASE)
_NOTHING = " \t:;,.…=>→~-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Dashes of every kind, and what else may stand before a reason without being one."""
_NO_REASON = frozenset({"", "alasan", "alasannya", "reason", "todo", "tbd", "xxx"})
_PREFIX = re.compile(r"\A(?:alasan(?:nya)?|reason)[ \t]?[:=]", re.IGNORECASE)


def read_remark(comment: Comment) -> Directive | Finding:
    """Return what a comment asks for, or why it cannot be read."""
    text = comment.text[:LONGEST]
    head = _HEAD.match(text)
    if head is None:
        return no_mark(_meant(text), comment.at)
    verb = head.group(1)
    if verb.casefold() not in _VERBS:
        return unknown_verb(verb, _meant(text), _part(comment, head.span(1)) if verb else comment.at)
    named = tuple(_named(comment, text, head.end()))
    if not named:
        return no_rule(comment.at)
    behind = named[-1].at.column - comment.at.column + named[-1].at.length
    return _reasoned(comment, named, text, behind)


def _meant(text: str) -> str:
    """Return what a comment seems to ask for, in the form in which it would be read."""
    request = _ASKED.search(text)
    verb, named = (request[1] or _VERBS[0], request[2].strip()) if request else (_VERBS[0], "V501")
    return f"{verb.lower()} {named}{'' if ' ' in named else ' — …'}"


def _named(comment: Comment, text: str, at: int) -> Iterator[NamedRule]:
    """Give the codes that stand from an index on."""
    code = _CODE.match(text, at)
    while code is not None:
        name = code.group()
        as_code = name.upper() if any(map(str.isdigit, name)) else name.lower()
        yield NamedRule(as_code, _part(comment, code.span()))
        more = _AND.match(text, code.end())
        code = _CODE.match(text, more.end()) if more else None


def _reasoned(comment: Comment, named: tuple[NamedRule, ...], text: str, at: int) -> Directive | Finding:
    """Take the reason and the last day off what stands behind the codes; the day may come first or last."""
    day = _FIRST_UNTIL.match(text, at) or _LAST_UNTIL.search(text, at)
    if day is None:
        return Directive(named, _reason(text[at:]), None, comment.at, comment.line)
    until = _last_day(day.group(1))
    if until is None:
        return no_date(day.group(1), _part(comment, day.span(1)))
    reason = text[at : day.start()] or text[day.end() :]
    return Directive(named, _reason(reason), until, comment.at, comment.line)


def _last_day(text: str) -> date | None:
    try:
        when = parse_when(text.upper().rstrip("."))
    except ValueError:  # the calendar has no such day
        return None
    return when.last if when else None


def _reason(text: str) -> str:
    """Return a reason without what parts it from the codes; empty if nothing is said."""
    bare = _PREFIX.sub("", text.strip(_NOTHING)).strip(_NOTHING)
    return "" if bare.casefold() in _NO_REASON or not any(map(str.isalnum, bare)) else bare


def _part(comment: Comment, stretch: tuple[int, int]) -> Span:
    start, end = stretch
    return comment.at._replace(column=comment.at.column + start, length=end - start)

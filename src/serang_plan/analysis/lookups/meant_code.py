"""Meant code: the code that somebody meant who typed another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from serang_plan.wording import Text, ask_back, nearest

_MOST_SEARCHES = 100
_MOST_CANDIDATES = 500
_MOST_DOUBLED = 20

_LOOK_ALIKE = str.maketrans("oil", "011")
_BETWEEN = re.compile(r"[\W_]+")
_IDLE_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


class KnownCodes:
    """Codes under all their names, to find the one that somebody meant.

    Writing apart (`m1`, `M-01`, `MO1`), numbers must agree: `M17` is no slip for `M16`.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_name: dict[str, str] = {}
        self._by_form: dict[str, str] = {}
        self._by_number: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
        self._meant: dict[str, str | None] = {}
        for name, code in names:
            if name != code:
                self._by_name.setdefault(name.casefold(), code)
            self._by_form.setdefault(_form(name), code)
            self._by_number[_numbers(name)].setdefault(name, code)

    def named(self, typed: str) -> str | None:
        """Return the code whose name was typed instead."""
        return self._by_name.get(typed.casefold())

    def meant(self, typed: str) -> str | None:
        """Return the code that was probably meant; after many searches only what differs in writing."""
        if typed not in self._meant:
            self._meant[typed] = self._by_form.get(_form(typed)) or self._near(typed)
        return self._meant[typed]

    def _near(self, typed: str) -> str | None:
        if len(self._meant) >= _MOST_SEARCHES:
            return None
        rivals = self._by_number.get(_numbers(typed), {})
        near = nearest(typed, list(rivals)[:_MOST_CANDIDATES])
        return rivals[near] if near is not None else None


def code_meant(typed: str, codes: Iterable[str]) -> Text | None:
    """Return the question that names the code that was probably meant, `A03` for `A033` too; or None."""
    codes = tuple(codes)
    doubled = [nth for nth, pair in enumerate(pairwise(typed)) if pair[0] == pair[1]]
    once = {typed[:nth] + typed[nth + 1 :] for nth in doubled[:_MOST_DOUBLED]}.intersection(codes)
    if len(once) == 1:
        return ask_back(typed, *once)
    return called_so(typed, ((code, code) for code in codes))


def called_so(typed: str, names: Iterable[tuple[str, str]]) -> Text | None:
    """Return the same of codes under all their names."""
    meant = KnownCodes(names).meant(typed)
    return None if meant is None else ask_back(typed, meant)


def _form(word: str) -> str:
    return _IDLE_ZEROS.sub("", _BETWEEN.sub("", word.casefold()).translate(_LOOK_ALIKE))


def _numbers(word: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") for number in re.findall(r"\d+", word))

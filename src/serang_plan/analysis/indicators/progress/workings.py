"""Workings: a formula, the numbers put into it, and what comes out, so that anyone can follow."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.year_fractions import day_of
from serang_plan.wording import Lang, Number, Text, number, short_date

HIGHEST = 10**18
"""A larger result says nothing that can be read; it is written as "more than"."""


class Step(NamedTuple):
    """One line of working.

    The formula is written with symbols and a decimal point; what is shown is made from it, so that formula
    and substitution cannot differ.
    """

    symbol: str
    name: Text
    formula: str
    inputs: tuple[tuple[str, Fraction], ...]
    result: Fraction

    def formula_in(self, lang: Lang) -> str:
        """Return the formula as it is written in a language."""
        return _replaced(self.formula, {}, lang)

    def substitution(self, lang: Lang) -> str:
        """Return the formula with its numbers in place of its symbols."""
        return _replaced(self.formula, dict(self.inputs), lang)


def step(symbol: str, name: Text, formula: str, result: Number, **inputs: Number) -> Step:
    """Make a line of working; what stands for a symbol is given by its name."""
    put_in = tuple((key, Fraction(value)) for key, value in inputs.items())
    return Step(symbol, name, formula, put_in, Fraction(result))


def written(symbol: str, value: Fraction, lang: Lang) -> str:
    """Write a number as it stands in a working: four decimals, a time (`t`, `t0`, `tT`) as year or day."""
    if symbol.startswith("t"):
        return str(value) if value.denominator == 1 else short_date(day_of(value), lang)
    if abs(value) > HIGHEST:
        return f"{'<' if value < 0 else '>'} {number(HIGHEST if value > 0 else -HIGHEST, lang)}"
    return number(value, lang, 8 if abs(value) < Fraction(1, 1000) else 4)


_TOKEN = re.compile(r"(?P<later>t\w*) - (?P<earlier>t\w*)|\d+\.\d+|[^\W\d_]\w*")
"""The difference of two times, a number with a decimal point, or a symbol."""


def _replaced(formula: str, known: dict[str, Fraction], lang: Lang) -> str:
    return _TOKEN.sub(lambda found: _put_in(found, known, lang), formula)


def _put_in(found: re.Match[str], known: dict[str, Fraction], lang: Lang) -> str:
    """Put numbers into one token; between times that are no whole years stands their difference."""
    if found["later"] is None or found["later"] not in known:
        return _one(found.group(), known, lang)
    later, earlier = known[found["later"]], known[found["earlier"]]
    if later.denominator > 1 or earlier.denominator > 1:
        return number(later - earlier, lang, 4)
    return f"{later} - {earlier}"


def _one(token: str, known: dict[str, Fraction], lang: Lang) -> str:
    if token[0].isdigit():
        return number(Fraction(token), lang, 4)
    if token not in known:
        return token
    value = written(token, known[token], lang)
    return f"({value})" if known[token] < 0 else value

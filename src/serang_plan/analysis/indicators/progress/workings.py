"""Workings: a formula, the numbers put into it, and what comes out, so that anyone can follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.year_fractions import day_of
from serang_plan.wording import Lang, Number, Text, number, rounded_beside, short_date

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
    limits: tuple[Number, ...] = ()
    """What the result is compared with; it is never rounded across one."""

    def beside(self, *limits: Number) -> Step:
        """Return the step with what its result is compared with."""
        return self._replace(limits=limits)

    def formula_in(self, lang: Lang) -> str:
        """Return the formula as it is written in a language."""
        return _replaced(self.formula, {}, lang)

    def substitution(self, lang: Lang) -> str:
        """Return the formula with its numbers in place of its symbols."""
        return _replaced(self.formula, dict(self.inputs), lang)


def step(symbol: str, name: Text, formula: str, result: Number, **inputs: Number) -> Step:
    """Make a line of working; what stands for a symbol is given by its name."""
    values = tuple((key, Fraction(value)) for key, value in inputs.items())
    return Step(symbol, name, formula, values, Fraction(result))


def symbols_in(formula: str) -> tuple[str, ...]:
    """Return the symbols of a formula, each once, as they come."""
    return tuple(dict.fromkeys(_SYMBOL.findall(formula)))


def written(symbol: str, value: Fraction, lang: Lang, limits: Iterable[Number] = ()) -> str:
    """Write a number as it stands in a working: four decimals, a time (`t`, `t0`, `tT`) as year or day."""
    if symbol.startswith("t"):
        return str(value) if value.denominator == 1 else short_date(day_of(value), lang)
    if abs(value) > HIGHEST:
        return f"{'<' if value < 0 else '>'} {number(HIGHEST if value > 0 else -HIGHEST, lang)}"
    places = 8 if abs(value) < Fraction(1, 1000) else 4
    others = (limit for limit in limits if limit != value)
    return number(rounded_beside(value, *others, places=places), lang)


_SYMBOL = re.compile(r"[^\W\d_]\w*")
_TOKEN = re.compile(rf"(?P<later>t\w*) - (?P<earlier>t\w*)|\d+\.\d+|{_SYMBOL.pattern}")
"""The difference of two times, a number with a decimal point, or a symbol."""


def _replaced(formula: str, inputs: dict[str, Fraction], lang: Lang) -> str:
    return _TOKEN.sub(lambda token: _substituted(token, inputs, lang), formula)


def _substituted(token: re.Match[str], inputs: dict[str, Fraction], lang: Lang) -> str:
    """Put numbers into one token; between times that are no whole years stands their difference."""
    if token["later"] is None or token["later"] not in inputs:
        return _number_or_symbol(token.group(), inputs, lang)
    later, earlier = inputs[token["later"]], inputs[token["earlier"]]
    if later.denominator > 1 or earlier.denominator > 1:
        return number(later - earlier, lang, 4)
    return f"{later} - {earlier}"


def _number_or_symbol(token: str, inputs: dict[str, Fraction], lang: Lang) -> str:
    if token[0].isdigit():
        return number(Fraction(token), lang, 4)
    if token not in inputs:
        return token
    value = written(token, inputs[token], lang, inputs.values())
    return f"({value})" if inputs[token] < 0 else value

"""Plain scalars: what a value without quotes means, if every reader of YAML agrees on it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

LONGEST_NUMBER = 30

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBER_LIKE = re.compile(
    r"""[-+]?(?:
        0[0-9_]+ | 0o?[0-7_]+ | 0x[0-9a-fA-F_]+ | 0b[01_]+          # 010, 0o10, 0x1F
      | [0-9][0-9_]*_[0-9_.]*                                       # 1_000
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?                 # 12:30
      | (?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?  # .5, 1., 01.5
      | [0-9]+[eE][-+]?[0-9]+                                       # 1e3
      | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_TWO_FACED = frozenset(
    form
    for word in ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
    for form in (word, word.capitalize(), word.upper())
) - {"true", "false", "null"} | {"=", "<<"}
"""Words that YAML 1.1 and 1.2 read differently, or that only look like a word."""


PlainFault = Literal["endless-number", "two-faced-word"]


class RefusedError(ValueError):
    """A plain scalar that cannot be taken, by the name of its fault."""

    def __init__(self, fault: PlainFault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_plain(text: str) -> str | int | Decimal | bool | None:
    """Return what a plain scalar means; dates stay text. Raises RefusedError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789":
        if number := _NUMBER.fullmatch(text):
            if len(text) > LONGEST_NUMBER:
                raise RefusedError("endless-number")
            return Decimal(text) if number.group(1) else int(text)
        if _NUMBER_LIKE.fullmatch(text):
            raise RefusedError("two-faced-word")
    elif text in _TWO_FACED:
        raise RefusedError("two-faced-word")
    return text

"""Words that no planner knows: those of Python, of its libraries, and of a program that broke off."""

from __future__ import annotations

import re

_FOREIGN = re.compile(
    r"Traceback|pydantic|validation error|Input should be|object at 0x"
    r"|(?<![!\w])(?:dict|str|int|float|bool|tuple|list\[|frozenset|None|NoneType|[A-Z][a-z]+Error)(?!\w)",
)
"""`!!str` is no word of Python: YAML marks a type so, and a finding quotes it."""


def foreign_words(text: str) -> list[str]:
    """Return the words of a text that belong to the program and not to its users."""
    return _FOREIGN.findall(text)

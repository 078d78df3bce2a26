"""Build logs: lines of a log that its runner would obey, and how they are made plain text."""

from __future__ import annotations

import re

_COMMAND = re.compile(
    r"(?<![^\r\n])([\s\x00-\x1f\xad\u200b-\u200f\u2060\ufeff]*)(?=::(?!:))|(?<=##)(?=\w*\[)"
)
"""`::command` at the start of a line, behind any space; `##[command]`, `##vso[…]` and the like anywhere."""


def inert(text: str) -> str:
    """Return text in which a runner finds no command: a backslash stands where one would begin."""
    return _COMMAND.sub(lambda match: f"{match.group(1) or ''}\\", text)

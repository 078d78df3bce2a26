"""A build log as the runner of GitHub Actions reads it: which of its lines it obeys.

The rule is that of the runner's `ActionCommand`: `::name properties::data` at the start of a line, behind any
space, or `##[name properties]data` anywhere in it, for the names that it knows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KNOWN = frozenset(
    [
        "error",
        "warning",
        "notice",
        "debug",
        "group",
        "endgroup",
        "add-mask",
        "add-matcher",
        "remove-matcher",
        "set-env",
        "add-path",
        "set-output",
        "save-state",
        "echo",
        "stop-commands",
        "internal-set-repo-path",
    ]
)


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def obeyed(log: str) -> list[Command]:
    """Return what the runner would do; it reads lines as .NET does, which end in CR, LF or both."""
    found = (_with_colons(line) or _with_hashes(line) for line in re.split(r"\r\n|\r|\n", log))
    return [command for command in found if command is not None]


def _with_colons(line: str) -> Command | None:
    line = line.lstrip().lstrip("\u200b\u200c\u200d\u2060\ufeff\u00ad").lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    return (
        Command(name, _properties(rest.strip(), ",", PROPERTY), unescaped(line[end + 2 :], DATA))
        if name in KNOWN
        else None
    )


def _with_hashes(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, rest = line[start + 3 : end].partition(" ")
    return (
        Command(name, _properties(rest, ";", HASHES), unescaped(line[end + 1 :], HASHES))
        if name in KNOWN
        else None
    )


DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
HASHES = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%"}


def _properties(text: str, between: str, escapes: dict[str, str]) -> dict[str, str]:
    pairs = (one.split("=", 1) for one in text.split(between) if "=" in one)
    return {name: unescaped(value, escapes) for name, value in pairs}


def unescaped(text: str, escapes: dict[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text

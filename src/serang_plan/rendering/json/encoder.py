"""JSON text that every reader takes and no terminal or build log takes for a command."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

_ALONE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Described(NamedTuple):
    """What the schema of a record says of a value, in words and by a keyword; stands in its `Annotated`."""

    description: str
    keyword: str = ""
    limit: object = None


def encoded(value: object) -> str:
    """Return a record, or anything made of records and plain values, as JSON.

    Bytes of a file name that are no text are shown as `\\udcff`, as in the other formats, and the second
    of two `#` is written as an escape, which says the same and is no `##[command]`; so are characters that
    turn text around or steer a terminal.
    """
    text = json.dumps(plain(value), ensure_ascii=False, indent=2, allow_nan=False)
    text = _ALONE.sub(lambda match: f"\\\\u{ord(match.group()):04x}", text)
    text = _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace("##", "#\\u0023") + "\n"


def plain(value: object) -> object:
    """Return records as mappings with their fields in order, words of a list as values, days as text."""
    match value:
        case Enum():
            return plain(value.value)
        case date():
            return value.isoformat()
        case Mapping():
            return {key: plain(part) for key, part in value.items()}
        case tuple() if hasattr(value, "_asdict"):
            return plain(value._asdict())
        case tuple() | list():
            return [*map(plain, value)]
        case _:
            return value

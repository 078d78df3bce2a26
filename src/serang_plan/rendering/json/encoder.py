"""JSON text that every reader takes and no build log takes for a command."""

from __future__ import annotations

import json
import re
from typing import Any

_ALONE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def dumped(value: Any) -> str:
    """Return a value as JSON.

    Bytes of a file name that are no text are shown as `\\udcff`, as in the other formats, and the second
    of two `#` is written as an escape, which says the same and is no `##[command]`; so are characters that
    turn text around or steer a terminal.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = _ALONE.sub(lambda found: f"\\\\u{ord(found.group()):04x}", text)
    text = _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return text.replace("##", "#\\u0023") + "\n"

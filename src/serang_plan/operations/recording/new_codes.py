"""New codes: the next number of a section, written as its neighbours are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBERED = re.compile(r"(\D*?)(\d+)")


def next_code(codes: Iterable[str], first: str) -> str:
    """Return the code behind the highest of the most usual kind; `first` where none is numbered."""
    forms = [form.groups() for code in codes if (form := _NUMBERED.fullmatch(code))]
    if not forms:
        return first
    (word, _), *_ = Counter(word for word, _ in forms).most_common(1)
    highest = max((digits for prefix, digits in forms if prefix == word), key=int)
    return f"{word}{str(int(highest) + 1).zfill(len(highest))}"

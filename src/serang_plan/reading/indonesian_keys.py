"""The Indonesian words that people type for keys and sections, which are English ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import all_fields


@cache
def keys_by_word() -> Mapping[str, frozenset[str]]:
    """Return what each Indonesian word can stand for, depending on where it is typed."""
    keys: dict[str, set[str]] = defaultdict(set)
    for section, kind in SECTIONS.items():
        for word in kind.section.typed.split():
            keys[word].add(section)
    for _, field in all_fields():
        for word in field.facts.typed.split() if field.facts else ():
            keys[word].add(field.key)
    return {word: frozenset(these) for word, these in keys.items()}


def translated(typed: str, known: Iterable[str]) -> str:
    """Return the one known key that an Indonesian word stands for, or nothing; other words as typed.

    Of a key and its plural it is the key.
    """
    keys = keys_by_word().get("_".join(typed.casefold().replace("-", " ").split()))
    if keys is None:
        return typed
    here = keys.intersection(known)
    shortest = min(here, key=len, default="")
    return shortest if all(key in (shortest, f"{shortest}s") for key in here) else ""

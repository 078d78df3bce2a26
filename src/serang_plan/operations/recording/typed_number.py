"""Typed numbers: what a hand means by `73,5 %`, `1.234,5`, `73.5` or `Rp2.500.000,-`."""

from __future__ import annotations

import re
from decimal import Decimal

_INDONESIAN = re.compile(r"([-+−]?)(\d{1,3}(?:\.\d{3})+|\d{1,18})(?:,(\d{1,9}|-))?")
_RUPIAH = re.compile(r"^rp\.? ?")
_ENGLISH = re.compile(r"([-+−]?)(\d{1,3}(?:,\d{3}){2,}|\d{1,3},\d{3}(?=\.)|\d{1,18})(?:\.(\d{1,9}))?")


def typed_number(text: str, unit: str) -> Decimal | None:
    """Return the number that a text tells, with or without its unit; None if it tells none.

    Dots before groups of three digits part thousands, as Indonesians write them.
    """
    folded = " ".join(text.split()).casefold().rstrip(".").replace("persen", "%")
    digits = _without_unit(_RUPIAH.sub("", folded), unit.casefold().replace("persen", "%"))
    form = _INDONESIAN.fullmatch(digits) or _ENGLISH.fullmatch(digits)
    if form is None:
        return None
    sign, whole, fraction = form.groups()
    number = Decimal(f"{re.sub('[.,]', '', whole)}.{(fraction or '').strip('-') or 0}")
    return -number if sign in ("-", "−") else number


def _without_unit(text: str, unit: str) -> str:
    """Return what stands before the unit, or the first word of it."""
    for ending in (unit, unit.partition(" ")[0]):
        if ending and text.endswith(ending):
            return text.removesuffix(ending).rstrip()
    return text

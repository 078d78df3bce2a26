"""Wording: both languages of a sentence, and numbers, money and dates as Indonesians write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

Lang = Literal["id", "en"]
LANGS: tuple[Lang, ...] = ("id", "en")

Number = int | Decimal | Fraction


class Text(NamedTuple):
    """One sentence in every language."""

    id: str
    en: str

    def for_lang(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return self.en if lang == "en" else self.id


def untranslated(text: str) -> Text:
    """Return a text that reads the same in every language, such as a name."""
    return Text(text, text)


# -- numbers -----------------------------------------------------------------


def rounded(value: Number, places: int) -> Decimal:
    """Round half up, from the exact value, so that 1/8 of 100 is 13 and not 12."""
    above, below = value.as_integer_ratio()
    half_up = (abs(above) * 10**places * 2 // below + 1) // 2
    return Decimal(half_up if above >= 0 else -half_up).scaleb(-places)


def rounded_beside(value: Number, *limits: Number, places: int = 2) -> Decimal:
    """Round what was computed, so finely that two digits show and that it stays on its side of each limit."""
    exact = Fraction(value)
    while abs(exact) < Fraction(1, 10) and 0 < abs(exact) * 10**places < 10 and places < 12:
        places += 1
    result = rounded(exact, places)
    while any(_crosses(result, exact, limit, places) for limit in limits):
        places += 1
        result = rounded(exact, places)
    return result


def _crosses(result: Decimal, exact: Fraction, limit: Number, places: int) -> bool:
    """Whether a rounded number lies elsewhere than the exact one, seen from a limit or from its like."""
    if exact == limit:
        return result != limit and decimals(limit) > places
    below, alike = exact < limit, rounded(limit, places)
    return result in (limit, alike) or (result < limit) != below or (result < alike) != below


def number(value: Number, lang: Lang, places: int | None = None) -> str:
    """Write a number: `1.234,5` in Indonesian, `1,234.5` in English; no idle zeros behind it.

    Unless told to how many places, it is written as exactly as it is, so that what somebody stated never
    passes for another figure; one with no end, such as a third, to two places.
    """
    whole, _, fraction = f"{rounded(value, decimals(value) if places is None else places):,f}".partition(".")
    fraction = fraction.rstrip("0")
    if not fraction:
        return _dotted("0" if whole == "-0" else whole, lang)
    return f"{_dotted(whole, lang)}{',' if lang == 'id' else '.'}{fraction}"


def decimals(*values: Number) -> int:
    """Return how many places the number has that was given most exactly; one with no end has two."""
    return max(map(_decimals, values))


def _decimals(value: Number) -> int:
    if isinstance(value, Decimal):
        return max(0, -int(value.as_tuple().exponent))
    ends = (places for places in range(_MOST_PLACES) if 10**places % value.denominator == 0)
    return next(ends, 2)


_MOST_PLACES = 40
"""Two numbers of 18 digits give no more when one is taken from the other."""


def _dotted(whole: str, lang: Lang) -> str:
    return whole.replace(",", ".") if lang == "id" else whole


def is_percent(unit: str) -> bool:
    """Whether a unit is a percentage of something."""
    return unit.startswith("%")


LONGEST_UNIT = 9
"""A longer one stands beside a value only in a sentence, where nothing else says what is measured."""


def with_unit(
    value: Number, unit: str, lang: Lang, places: int | None = None, longest: int = LONGEST_UNIT
) -> str:
    """Write a value with its unit: `12%`, `538,75 ha`; an index has none, and a long unit is left out."""
    written = number(value, lang, places)
    if is_percent(unit):
        return f"{written}%"
    if not unit or unit.casefold().startswith(("indeks", "index")) or len(unit) > longest:
        return written
    return f"{written} {_singular(unit) if lang == 'en' and abs(value) == 1 else unit}"


def _singular(unit: str) -> str:
    """Return the unit of one: `1 corridor`; an Indonesian `ruas` or `kios` is no plural."""
    return unit[:-1] if re.search("[bcdfghjklmnpqrtvwxyz]s$", unit) else unit


_SCALES: tuple[tuple[int, Text], ...] = (
    (10**12, Text("triliun", "trillion")),
    (10**9, Text("miliar", "billion")),
    (10**6, Text("juta", "million")),
)
RUPIAH_WORDS = {"ribu": 10**3, "milyar": 10**9, **{word.id: scale for scale, word in _SCALES}}
"""What people write behind an amount of rupiah, and how many rupiah each word means."""


def money(rupiah: int, lang: Lang, *limits: int) -> str:
    """Write whole rupiah as an official says them: `Rp2,5 miliar`; all digits below a million."""
    sign = "-" if rupiah < 0 else ""
    for scale, word in _SCALES:
        if abs(rupiah) >= scale:
            size = rounded_beside(Fraction(abs(rupiah), scale), *(Fraction(limit, scale) for limit in limits))
            return f"{sign}Rp{number(size, lang)} {word.for_lang(lang)}"
    return f"{sign}Rp{number(abs(rupiah), lang)}"


def count_of(part: int, whole: int, lang: Lang) -> str:
    """Write `8 dari 16`."""
    return f"{part} {'of' if lang == 'en' else 'dari'} {whole}"


def many(count: int, noun: str) -> str:
    """Write how many in English: `1 error`, `2 errors`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


# -- dates -------------------------------------------------------------------

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_DAYS: dict[Lang, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_QUARTERS = ("I", "II", "III", "IV")


def long_date(day: date, lang: Lang) -> str:
    """Write `Selasa, 10 Maret 2020`."""
    return f"{_DAYS[lang][day.weekday()]}, {full_date(day, lang)}"


def full_date(day: date, lang: Lang) -> str:
    """Write `10 Maret 2020`."""
    return f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"


def short_date(day: date, lang: Lang) -> str:
    """Write `10 Mar 2020`."""
    return f"{day.day} {short_month(day, lang)}"


_DAYS_A_YEAR = 365


def lasting(days: int, lang: Lang) -> str:
    """Write how long something has lasted: `71 hari`, from a year on `lebih dari 2 tahun`."""
    if days > _DAYS_A_YEAR:
        return long_time(days * 12 // _DAYS_A_YEAR, lang)
    return f"{days} {'hari' if lang == 'id' else 'day' if days == 1 else 'days'}"


def long_time(months: int, lang: Lang) -> str:
    """Write so many months as people say them: `7 bulan`, from two years on `lebih dari 8 tahun`."""
    years, rest = divmod(months, 12)
    if years <= 1:
        return f"{months} {'bulan' if lang == 'id' else 'month' if months == 1 else 'months'}"
    more = Text("lebih dari ", "more than ").for_lang(lang) if rest else ""
    return f"{more}{years} {'tahun' if lang == 'id' else 'years'}"


def year_spans(years: Iterable[int]) -> list[str]:
    """Write years in order as spans: `2026`, `2028–2029`."""
    spans: list[tuple[int, int]] = []
    for year in years:
        first = spans.pop()[0] if spans and spans[-1][1] == year - 1 else year
        spans.append((first, year))
    return [str(first) if first == last else f"{first}–{last}" for first, last in spans]


def short_month(day: date, lang: Lang) -> str:
    """Write `Mar 2020`."""
    return f"{_SHORT_MONTHS[lang][day.month - 1]} {day.year}"


def quarter(year: int, nth: int, lang: Lang) -> str:
    """Write `TW III 2020`, in English `Q3 2020`."""
    return f"Q{nth} {year}" if lang == "en" else f"TW {_QUARTERS[nth - 1]} {year}"


# -- words -------------------------------------------------------------------


def capitalised(words: str) -> str:
    """Begin a sentence with a capital letter."""
    return words[:1].upper() + words[1:]


_UNCUT = ContextVar("uncut", default=False)


@contextmanager
def uncut() -> Iterator[None]:
    """Let no list be cut within: that is for screens, not for paper and files."""
    before = _UNCUT.set(True)
    try:
        yield
    finally:
        _UNCUT.reset(before)


def room_for(count: int, most: int) -> int:
    """Return how many of a list are shown: at most so many, unless it is to stand in full."""
    return count if _UNCUT.get() else min(count, most)


def listed(words: Sequence[str], lang: Lang, most: int | None = None) -> str:
    """Write `a, b, dan c`; beyond `most` words, `a, b, dan 3 lainnya`, but one that is left is named."""
    if most is not None and len(words) > room_for(len(words), most + 1):
        rest = len(words) - most
        words = [*words[:most], f"{rest} {'others' if lang == 'en' else 'lainnya'}"]
    last = "and" if lang == "en" else "dan"
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"


_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Characters that move the cursor, hide, turn text around or look like a plain space."""


def escape_invisible(text: str) -> str:
    """Return the text with every unseen character written out, as in `\\u00a0`."""
    return _UNSEEN.sub(lambda hit: written_out(hit.group()), text)


def written_out(letter: str) -> str:
    """Return a letter as the number that it has, as in `\\u00a0`."""
    return f"\\U{ord(letter):08x}" if ord(letter) > 0xFFFF else f"\\u{ord(letter):04x}"


_DIGITS = re.compile(r"(\d+)")


def code_order(code: str) -> tuple[object, ...]:
    """Return a key that sorts codes as people do: `A2` before `A10`."""
    return (*(_part_order(part) for part in _DIGITS.split(code) if part), (0, 0, code))


def _part_order(part: str) -> tuple[int, int, str]:
    """Compare numbers by their length first: Python makes no number of very many digits."""
    digits = part.lstrip("0")
    return (1, len(digits), digits) if part.isdecimal() else (0, 0, part)


def backquoted(text: object, most: int = 60) -> str:
    """Quote what somebody typed, in backticks, on one line, no longer than `most`."""
    visible = escape_invisible(str(text).replace("`", "'"))
    return f"`{visible if len(visible) <= most else visible[: most - 1] + '…'}`"


def backquoted_path(path: str, most: int = 240) -> str:
    """Quote the path of a file or folder; of one that is far too long the end counts, where the name is."""
    visible = escape_invisible(path.replace("`", "'"))
    return f"`{visible if len(visible) <= most else '…' + visible[1 - most :]}`"


def quoted(words: Iterable[str], most: int = 12) -> str:
    """Write `a`, `b`, `c`, each in backticks, as findings quote what can be typed."""
    words = list(words)
    more = ", …" if len(words) > most else ""
    return ", ".join(f"`{word}`" for word in words[:most]) + more


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the known word that somebody probably meant, if there is one."""
    from difflib import get_close_matches

    folded = {_folded(known): known for known in words}
    near = get_close_matches(_folded(word[:200]), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else only_near(word, folded.values())


def only_near(word: str, words: Iterable[str]) -> str | None:
    """Return the one known word that can have been meant: no other is as few letters away."""
    folded = _folded(word[:_LONGEST])
    most = 0 if len(folded) < 3 else 1 if len(folded) < 6 else 2
    by_slips: dict[int, list[str]] = {}
    for known in words:
        form = _folded(known)
        by_slips.setdefault(0 if form == folded else _slips(folded, form, most), []).append(known)
    fewest = min(by_slips, default=most + 1)
    alike = by_slips[fewest] if fewest <= most and len(word) <= _LONGEST else []
    return alike[0] if len(alike) == 1 else None


_LONGEST = 40


def _slips(typed: str, meant: str, most: int) -> int:
    """Count the letters to add, drop, change, or swap with the next; more than `most` is just more."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    two_above: list[int] = []
    above = list(range(len(meant) + 1))
    for row, char in enumerate(typed, 1):
        here = [row]
        for column, other in enumerate(meant, 1):
            best = min(above[column] + 1, here[-1] + 1, above[column - 1] + (char != other))
            if row > 1 and column > 1 and char == meant[column - 2] and other == typed[row - 2]:
                best = min(best, two_above[column - 2] + 1)
            here.append(best)
        two_above, above = above, here
    return above[-1]


_LOOKALIKES = str.maketrans("авекмнорстухіјѕԁһԛԝαικνορτυ", "abekmhopctyxijsdhqwaikvoptu")
"""Letters of other scripts that nobody can tell from Latin ones."""


def _folded(word: str) -> str:
    from unicodedata import normalize

    folded = normalize("NFKC", word).casefold().translate(_LOOKALIKES)
    return folded.replace("-", " ").replace("_", " ").strip()


def without_form(text: str) -> str:
    """Return a text as it is compared with others: capitals and the width of spaces say nothing."""
    return " ".join(text.casefold().split())


def did_you_mean(word: str, words: Iterable[str]) -> Text | None:
    """Return "maksud Anda …?" when a known word is near."""
    near = nearest(word, words)
    return None if near is None else ask_back(word, near)


def ask_back(word: str, near: str) -> Text:
    """Return "maksud Anda …?" with a known word, and which letter of the typed one only looks right."""
    odd = next((char for char in word if ord(char) > 127 and char not in near), None)
    if odd is None:
        return Text(f"maksud Anda `{near}`?", f"did you mean `{near}`?")
    point = f"`{escape_invisible(odd)}` (U+{ord(odd):04X})"
    return Text(
        f"maksud Anda `{near}`? {point} bukan huruf Latin biasa",
        f"did you mean `{near}`? {point} is no ordinary Latin letter",
    )

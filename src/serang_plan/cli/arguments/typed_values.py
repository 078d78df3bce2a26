"""Typed values: numbers and times as a hand writes them, with decimal comma, dots and unit."""

from __future__ import annotations

import re
from decimal import Decimal

from serang_plan.cli.arguments.options import today
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.model.when import YEARS, When, as_semester, meant_time, parse_when
from serang_plan.operations.recording.typed_number import typed_number
from serang_plan.operations.typed_day import named_day
from serang_plan.wording import RUPIAH_WORDS, Text, ask_back, backquoted, only_near

_SHORT = {"rb": "ribu", "jt": "juta", "m": "miliar", "t": "triliun"}
AMOUNT = rf"(?:rp\.? *)?[\d.,-]+(?: *(?:{'|'.join((*RUPIAH_WORDS, *_SHORT))}|mil\w+|tril\w+)\b)?"
"""A pattern of an amount of rupiah; what may be meant by its word is asked back."""
_TIMES = Text(
    "tulis `2025`, `2025-TW3`, `2025-12` atau `2025-12-23`",
    "write `2025`, `2025-TW3`, `2025-12` or `2025-12-23`",
)
_YEAR = re.compile(r"\d{4}")
_LIKE_DIGITS = str.maketrans("OoIl", "0011")


def with_digits(text: str) -> str:
    """Return a text with digits for the letters that look like them: `2O27`."""
    return text.translate(_LIKE_DIGITS) if any(char.isdigit() for char in text) else text


def number_of(text: str, unit: str) -> Decimal:
    """Return a number: `73,5 %`, `1.234,5`, `73.5`. Raises UsageProblemError for anything else."""
    number = typed_number(text, unit)
    if number is not None:
        return number
    digits = with_digits(text)
    raise usage_problem(
        f"{backquoted(text)} tidak terbaca sebagai angka dalam satuan {backquoted(unit)}",
        f"{backquoted(text)} cannot be read as a number in the unit {backquoted(unit)}",
        ask_back(text, digits)
        if typed_number(digits, unit) is not None
        else Text("tulis seperti `73,5` atau `1.234,5`", "write it like `73,5` or `1.234,5`"),
    )


def time_of(text: str, option: str) -> When:
    """Return a time: `2025`, `2025-TW3`, `2025-12` or `2025-12-23`. Raises UsageProblemError otherwise."""
    try:
        when = parse_when(text.strip().upper())
    except ValueError:
        raise usage_problem(
            f"waktu {backquoted(text)} tidak ada di kalender",
            f"the calendar has no time {backquoted(text)}",
            _TIMES,
        ) from None
    if when is not None and when.year in YEARS:
        return when
    meant = _meant_time(text)
    raise usage_problem(
        f"{backquoted(text)} bukan waktu untuk `{option}`",
        f"{backquoted(text)} is no time for `{option}`",
        ask_back(text, meant.iso) if meant else as_semester(text) or _TIMES,
    )


def _meant_time(text: str) -> When | None:
    try:
        when = named_day(text, today()) or meant_time(text) or parse_when(with_digits(text).upper())
    except ValueError:
        return None
    return when if when and when.year in YEARS else None


def year_of(text: str) -> int:
    """Return a year. Raises UsageProblemError for anything else."""
    if _is_year(text.strip()):
        return int(text)
    digits = with_digits(text.strip())
    raise usage_problem(
        f"{backquoted(text)} bukan tahun",
        f"{backquoted(text)} is not a year",
        ask_back(text, digits)
        if _is_year(digits)
        else Text("tulis empat angka, misalnya `2027`", "write four digits, such as `2027`"),
    )


def _is_year(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) and int(text) in YEARS


def count_of(text: str) -> int:
    """Return a whole number from 0 on. Raises UsageProblemError for anything else."""
    if re.fullmatch(r"\d{1,9}", text.strip()):
        return int(text)
    raise usage_problem(
        f"{backquoted(text)} bukan bilangan",
        f"{backquoted(text)} is not a count",
        Text("tulis angka saja, misalnya `16`", "write digits only, such as `16`"),
    )


def percent_of(text: str) -> int:
    """Return a whole percentage. Raises UsageProblemError for anything else."""
    number = typed_number(text, "%")
    if number is not None and 0 <= number <= 100 and number == number.to_integral_value():
        return int(number)
    raise usage_problem(
        f"{backquoted(text)} bukan persen bulat dari 0 sampai 100",
        f"{backquoted(text)} is not a whole percentage from 0 to 100",
        Text("tulis angka saja, misalnya `60`", "write digits only, such as `60`"),
    )


def rupiah_of(text: str) -> int:
    """Return whole rupiah: `2.500.000`, `Rp2,5 juta`. Raises UsageProblemError for anything else."""
    folded = text.strip().casefold()
    word = next((word for word in RUPIAH_WORDS if folded.endswith(word)), "")
    number = typed_number(folded.removesuffix(word), "")
    amount = None if number is None else number * RUPIAH_WORDS.get(word, 1)
    if amount is not None and amount >= 0 and amount == amount.to_integral_value():
        return int(amount)
    raise usage_problem(
        f"{backquoted(text)} bukan rupiah bulat",
        f"{backquoted(text)} is not a whole amount of rupiah",
        _amount_meant(text)
        or Text(
            "tulis seperti `1.250.000.000` atau `1,25 miliar`",
            "write it like `1.250.000.000` or `1,25 miliar`",
        ),
    )


def _amount_meant(text: str) -> Text | None:
    """Ask back with the whole word for `jt`, `M` or `milyard`: some read `M` as a million."""
    form = re.fullmatch(r"(.*\d) *([a-z]+)", text.strip(), re.I)
    many = form and (_SHORT.get(form[2].casefold()) or only_near(form[2], RUPIAH_WORDS))
    return ask_back(text, f"{form[1]} {many}") if form and many else None


def text_of(text: str) -> str:
    """Return a text that says something. Raises UsageProblemError for an empty one."""
    if text.strip():
        return text.strip()
    raise usage_problem("isinya kosong", "it is empty", Text("tulis sesuatu", "write something"))

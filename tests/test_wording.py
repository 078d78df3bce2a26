"""Wording: numbers, money and dates as Indonesians write them; Babel is the judge, rounding is ours."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.wording import (
    LANGS,
    backquoted,
    code_order,
    count_of,
    decimals,
    did_you_mean,
    escape_invisible,
    lasting,
    listed,
    long_date,
    long_time,
    money,
    nearest,
    number,
    quarter,
    quoted,
    rounded,
    short_date,
    short_month,
    untranslated,
    with_unit,
)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_dates_are_those_of_babel(day: date) -> None:
    assert long_date(day, "id") == format_date(day, "EEEE, d MMMM y", locale="id_ID")
    assert short_date(day, "id") == format_date(day, "d MMM y", locale="id_ID")
    assert short_month(day, "id") == format_date(day, "MMM y", locale="id_ID")
    assert long_date(day, "en") == format_date(day, "EEEE, d MMMM y", locale="en")


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_those_of_babel(value: int) -> None:
    assert number(value, "id") == format_decimal(value, locale="id_ID")
    assert number(value, "en") == format_decimal(value, locale="en")


@given(st.decimals(-(10**9), 10**9, places=2))
def test_decimals_are_those_of_babel(value: Decimal) -> None:
    assert number(value, "id") == format_decimal(value, "#,##0.##", locale="id_ID")


@pytest.mark.parametrize(
    ("value", "unit", "shown", "english"),
    [
        (Decimal("5.70"), "% penduduk", "5,7%", "5.7%"),
        (Decimal("538.752"), "ha", "538,752 ha", "538.752 ha"),
        (Decimal("3.1"), "Indeks SPBE", "3,1", "3.1"),
        (Decimal("3.1"), "index", "3,1", "3.1"),
        (7, "", "7", "7"),
        (1, "corridors", "1 corridors", "1 corridor"),
        (1, "ruas", "1 ruas", "1 ruas"),
        (9, "123456789", "9 123456789", "9 123456789"),
        (9, "1234567890", "9", "9"),
    ],
)
def test_a_value_stands_with_its_unit(value: Decimal | int, unit: str, shown: str, english: str) -> None:
    assert [with_unit(value, unit, lang) for lang in LANGS] == [shown, english]


def test_a_longer_unit_is_written_where_there_is_room_for_it() -> None:
    assert with_unit(Fraction(1, 3), "kepala keluarga", "id", places=1, longest=15) == "0,3 kepala keluarga"


def test_the_value_that_was_given_most_exactly_says_how_many_places_there_are() -> None:
    assert decimals(Decimal("12.50"), 7, Decimal("1E+3"), Fraction(1, 8)) == 3
    assert decimals(Decimal("1E+3"), 7) == 0
    assert decimals(Fraction(1, 3)) == 2


@given(st.integers(0, 200), st.integers(1, 200))
def test_rounding_is_half_up_from_the_exact_share(part: int, whole: int) -> None:
    exact = Fraction(part * 100, whole)
    off = Fraction(rounded(exact, 1)) - exact

    assert -Fraction(1, 20) < off <= Fraction(1, 20)
    assert rounded(-exact, 1) == -rounded(exact, 1)


@pytest.mark.parametrize(
    ("part", "shown"), [(Fraction(1, 8), "13"), (Fraction(9, 16), "56"), (Fraction(5, 16), "31")]
)
def test_a_half_goes_up(part: Fraction, shown: str) -> None:
    assert number(part * 100, "id", 0) == shown


@pytest.mark.parametrize(
    ("rupiah", "indonesian", "english"),
    [
        (0, "Rp0", "Rp0"),
        (950_000, "Rp950.000", "Rp950,000"),
        (2_500_000_000, "Rp2,5 miliar", "Rp2.5 billion"),
        (1_427_700_004_962, "Rp1,43 triliun", "Rp1.43 trillion"),
        (-67_000_000_000, "-Rp67 miliar", "-Rp67 billion"),
    ],
)
def test_money_is_said_as_officials_say_it(rupiah: int, indonesian: str, english: str) -> None:
    assert (money(rupiah, "id"), money(rupiah, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_reads_as_a_sentence(words: list[str], shown: str) -> None:
    assert listed(words, "id") == shown


def test_a_long_list_says_how_many_more() -> None:
    assert listed(["a", "b", "c", "d", "e"], "id", most=2) == "a, b, dan 3 lainnya"
    assert listed(["a", "b", "c", "d", "e"], "en", most=2) == "a, b, and 3 others"
    assert listed(["a", "b", "c"], "en", most=3) == "a, b, and c"


def test_a_long_list_names_the_only_one_that_is_left() -> None:
    assert listed(["a", "b", "c"], "id", most=2) == "a, b, dan c"


@pytest.mark.parametrize(
    ("days", "shown", "english"),
    [
        (1, "1 hari", "1 day"),
        (71, "71 hari", "71 days"),
        (365, "365 hari", "365 days"),
        (514, "16 bulan", "16 months"),
        (2706, "lebih dari 7 tahun", "more than 7 years"),
    ],
)
def test_a_long_time_is_said_as_people_say_it(days: int, shown: str, english: str) -> None:
    assert (lasting(days, "id"), lasting(days, "en")) == (shown, english)


def test_whole_years_are_not_more_than_that() -> None:
    assert (long_time(24, "id"), long_time(97, "id")) == ("2 tahun", "lebih dari 8 tahun")


def test_a_count_and_a_quarter_are_said_in_both_languages() -> None:
    assert (count_of(8, 16, "id"), count_of(8, 16, "en")) == ("8 dari 16", "8 of 16")
    assert (quarter(2020, 3, "id"), quarter(2020, 3, "en")) == ("TW III 2020", "Q3 2020")


def test_a_name_reads_the_same_in_every_language() -> None:
    assert {untranslated("DPRKP").for_lang(lang) for lang in LANGS} == {"DPRKP"}


def test_the_nearest_word_is_found_or_none() -> None:
    assert nearest("DPRPK", ["DPRKP", "DLH"]) == "DPRKP"
    assert nearest("zebra", ["DPRKP", "DLH"]) is None


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("measurement", "measurements"),
        ("Measurements", "measurements"),
        ("measure-ments", "measurements"),
        ("ｍｅａｓｕｒｅｍｅｎｔｓ", "measurements"),
        ("name en", "name_en"),
        (" NAME_EN", "name_en"),
        ("nаmе_еn", "name_en"),
    ],
)
def test_a_word_is_known_whatever_its_case_its_joints_and_the_script_of_its_letters(
    written: str, known: str
) -> None:
    assert nearest(written, ["measurements", "name_en"]) == known


def test_a_letter_that_only_looks_right_is_named() -> None:
    text = did_you_mean("nаik", ["naik", "turun"])

    assert text is not None
    assert text.en == "did you mean `naik`? `а` (U+0430) is no ordinary Latin letter"


def test_what_was_typed_is_quoted_on_one_line_and_cut() -> None:
    assert backquoted("a`b\n\x1b[31m\u202e") == r"`a'b\u000a\u001b[31m\u202e`"
    assert backquoted("x" * 100) == f"`{'x' * 59}…`"


def test_many_words_are_quoted_up_to_a_point() -> None:
    assert quoted(["a", "b"]) == "`a`, `b`"
    assert quoted(["a", "b", "c"], most=2) == "`a`, `b`, …"


TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_what_is_visible_moves_no_cursor_and_turns_no_text(text: str) -> None:
    shown = escape_invisible(text)

    assert {unicodedata.category(char) for char in shown}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert {unicodedata.bidirectional(char) for char in shown}.isdisjoint(TURNS)
    assert len(backquoted(text)) <= 62


@given(
    st.text(
        st.characters(
            categories=["L", "N", "P", "S"], max_codepoint=0x2FFF, exclude_characters="\u115f\u1160"
        )
    )
)
def test_what_can_be_seen_is_shown_as_it_is(text: str) -> None:
    assert escape_invisible(text) == text


def test_codes_are_sorted_as_people_do_however_long_their_numbers_are() -> None:
    longest, longer = f"A2{'0' * 5000}", f"A1{'0' * 5000}"

    found = sorted(["B1", longest, longer, "A10", "A2", "A02", "A"], key=code_order)

    assert found == ["A", "A02", "A2", "A10", longer, longest, "B1"]

"""Limits of reading: the advice of a fault fits what was typed, on both sides of where it tips."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from serang_plan.findings import Finding, in_reading_order
from serang_plan.places import Span
from serang_plan.reading import faults
from serang_plan.reading.decoding import read_text
from serang_plan.reading.equivalence import said_without
from serang_plan.reading.faults import (
    f106_thousands_dot,
    f107_rupiah_amount,
    f108_impossible_date,
    f110_not_a_number,
    s106_colon_in_text,
    s116_two_faced_word,
)
from serang_plan.reading.folder import files_to_read, read_texts
from serang_plan.reading.indonesian_keys import translated
from tests.conftest import AS_OF, read

AT = Span("plan.yaml", 1, 1, 1)


def advice(finding: Finding) -> str:
    return finding.help.en if finding.help else ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3.000", "type `3000`, or `3` if it really is only 3"),
        ("2.000", "type `2000`, or `2` if it really is only 2"),
        ("1.234", "type `1234`"),
        ("1.234.567", "type `1234567`"),
    ],
)
def test_dots_between_thousands(typed: str, said: str) -> None:
    assert advice(f106_thousands_dot.finding(AT, typed)) == said


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("Rp2 ribu", "2000"),
        ("2,5 juta", "2500000"),
        ("Rp 2 miliar", "2000000000"),
        ("2 milyar rupiah", "2000000000"),
        ("1,5 triliun", "1500000000000"),
        ("Rp1.000.000,-", "1000000"),
        (f"Rp{'1' * 24}", "1" * 24),
    ],
)
def test_an_amount_in_words_is_advised_in_digits(typed: str, digits: str) -> None:
    assert advice(f107_rupiah_amount.finding(AT, typed)) == f"type `{digits}`"


@pytest.mark.parametrize("typed", ["Rp1.2.3", "Rp0,5", "seratus juta", f"Rp{'1' * 25}"])
def test_of_an_amount_that_is_not_clear_all_digits_are_asked_for(typed: str) -> None:
    assert advice(f107_rupiah_amount.finding(AT, typed)).startswith("type all its digits")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2020-01-32", "31 Jan"),
        ("2020-12-32", "31 Dec"),
        ("2020-13-01", "no month 13"),
        ("2020-02-30", "29 Feb"),
    ],
)
def test_the_day_or_the_month_is_named_that_there_is_not(typed: str, said: str) -> None:
    assert said in f108_impossible_date.finding(AT, typed).message.en


def test_a_key_that_lacks_its_space_is_only_advised_if_it_is_one() -> None:
    (near,) = (
        finding
        for finding in read(opd="- {code: DLH, 'name:Dinas': }").findings
        if finding.rule.code == "F101"
    )
    (far,) = (
        finding
        for finding in read(opd="- code: DLH\n  name: x\n  'xyzzy:Dinas': y").findings
        if finding.rule.code == "F101"
    )

    assert advice(near) == "type `name: Dinas`"
    assert "xyzzy: Dinas" not in advice(far)


def test_an_indonesian_key_is_translated_where_it_may_stand() -> None:
    assert translated("diumumkan", ["announced", "name"]) == "announced"
    assert translated("diumumkan", ["name"]) == ""
    assert translated("xyzzy", ["name"]) == "xyzzy"


def test_a_comment_in_the_first_place_of_a_file_is_one() -> None:
    for text in (
        "# serang-plan: abaikan V503 — alasan\nopd: []\n",
        "# serang-plan: abaikan V503 — alasan\nopd: []",
        "opd: [] # serang-plan: abaikan V503 — alasan\n",
        "\n@rusak\nopd: [] # serang-plan: abaikan V503 — alasan\n",
    ):
        assert len(read_texts(iter([("plan.yaml", text)]), AS_OF).comments) == 1


@pytest.mark.parametrize(("over", "refused"), [(0, False), (1, True)])
def test_64_megabytes_are_read_and_not_one_byte_more(over: int, refused: bool) -> None:
    _, finding = read_text("plan.yaml", b" " * ((64 << 20) + over))

    assert (finding is not None) == refused


@pytest.mark.parametrize(("over", "refused"), [(0, False), (1, True)])
def test_the_same_holds_on_the_disk(over: int, refused: bool, tmp_path: Path) -> None:
    with (tmp_path / "plan.yaml").open("wb") as file:
        file.write(b"#" * 64)
        file.truncate((64 << 20) + over)

    text, finding = read_text(str(tmp_path / "plan.yaml"))

    assert (len(text), finding is not None) == (0 if refused else 64 << 20, refused)
    assert finding is None or "65 MB" in finding.message.en


def test_a_file_that_cannot_be_opened_is_told_at_its_very_beginning(tmp_path: Path) -> None:
    _, finding = read_text(str(tmp_path / "none.yaml"))

    assert finding is not None
    assert finding.at == Span(str(tmp_path / "none.yaml"), 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "is_conflict"), [("<<<<<<< a\n=======\n", True), ("=======\n=======\n", False)]
)
def test_two_kinds_of_marks_are_a_conflict_and_a_ruled_line_is_none(text: str, is_conflict: bool) -> None:
    findings = read_texts(iter([("plan.yaml", text)]), AS_OF).findings

    assert ("S119" in [finding.rule.code for finding in findings]) == is_conflict


def test_of_many_marks_of_a_conflict_the_first_three_are_shown() -> None:
    text = "<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n"

    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)

    (located,) = in_reading_order(reading.findings, reading.sources)
    assert [place.line for place in (located.at, *(place for _, place in located.labels))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("RTH: taman", 'type `"RTH: taman"`'),
        (f"RTH: {'x' * 93}", "type `"),
        (f"RTH: {'x' * 94}", "put quotes around"),
        ("RTH: `ha`", "put quotes around"),
    ],
)
def test_a_text_with_a_colon_is_advised_in_quotes_if_it_can_be_shown_whole(typed: str, said: str) -> None:
    assert advice(s106_colon_in_text.finding(AT, typed)).startswith(said)


def test_what_is_no_file_is_advised_to_be_replaced() -> None:
    assert "ordinary YAML file" in advice(faults.s121_unreadable_file.finding(AT, "opd.yaml", "not-a-file"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0" * 35 + "1", "type `1`; if"),
        ("0" * 36 + "1", 'type `"0'),
        ("1e18", f"type `1{'0' * 18}`; if"),
        ("1e19", 'type `"1e19"`'),
    ],
)
def test_a_number_is_advised_as_it_must_be_typed_unless_it_is_too_long(typed: str, said: str) -> None:
    assert advice(s116_two_faced_word.finding(AT, typed)).startswith(said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.234.567 orang", "type `1234567`;"),
        ("1.234.567 persen", "type a number only"),
        ("1.234 persen", "type `1.234`;"),
    ],
)
def test_dots_before_a_unit_part_thousands_but_not_of_percent(typed: str, said: str) -> None:
    assert advice(f110_not_a_number.finding(AT, typed)).startswith(said)


@pytest.mark.parametrize(("typed", "number"), [("0x1f", 31), ("0b101", 5), ("0o17", 15)])
def test_a_number_of_another_base_is_advised_as_it_is_counted(typed: str, number: int) -> None:
    assert advice(s116_two_faced_word.finding(AT, typed)).startswith(f"type `{number}`; if")


def test_three_bytes_are_no_utf_16_whatever_is_between_them() -> None:
    assert read_text("plan.yaml", b"\0a\0") == ("\0a\0", None)
    _, finding = read_text("plan.yaml", b"\0a\0b")
    assert finding is not None


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_out_is_told_at_its_very_beginning(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    link = tmp_path / "data" / "plan.yaml"
    link.symlink_to("../secret.yaml")

    ((_, finding),) = files_to_read(str(tmp_path / "data"))

    assert finding is not None
    assert finding.at == Span(str(link), 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "is_number"),
    [("{value: 98,63}", True), ("{value: 98,63: 5}", False), ("{value: 98, 63}", False)],
)
def test_a_number_with_a_comma_in_braces_is_one_value_if_nothing_follows_it(
    text: str, is_number: bool
) -> None:
    digest = said_without(text, [(8, 13)])

    assert digest is not None
    assert (digest.left_out == [(8, 13)]) == is_number

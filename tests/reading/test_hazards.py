"""Everything that people type and YAML lies about: each is read as it looks, or refused once, in its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from serang_plan.findings import in_reading_order
from serang_plan.reading import parser
from serang_plan.reading.folder import Reading, read_texts
from tests.conftest import AS_OF


def read(text: str) -> Reading:
    return read_texts(iter([("plan.yaml", text)]), AS_OF)


def said(reading: Reading) -> list[str]:
    found = in_reading_order(reading.findings, reading.sources)
    return [f"{one.at.line}:{one.at.column} {one.finding.rule.code}" for one in found]


def marked(reading: Reading) -> list[str]:
    """What the carets of the findings stand under."""
    found = in_reading_order(reading.findings, reading.sources)
    lines = [(reading.sources.line(one.at.path, one.at.line), one.at) for one in found]
    return [line[at.column - 1 : at.column - 1 + at.length] for line, at in lines]


# -- values: each stands in line 4, column 11 -------------------------------------------


def with_note(value: str) -> str:
    return f"actions:\n  - code: A1\n    name: Taman\n    note: {value}\n"


def with_count(value: str) -> str:
    return f"claims:\n  - code: K1\n    by: Sekda\n    met:  {value}\n    indicators: 16\n"


def with_wait(value: str) -> str:
    return (
        "plan:\n  {title: x, city: Kota Serang, first_year: 2020, last_year: 2029, settings: {escalate: [\n"
        f"   {{to: S, late_days: {value}}}]}}}}\n"
    )


def with_amount(value: str) -> str:
    return (
        "indicators:\n  - {code: M1, name: RTH, aspect: fisik, unit: ha, direction: naik, measurements: [\n"
        f"  #\n  {{as_of: {value}}}]}}\n"
    )


def with_day(value: str) -> str:
    return f"rakor:\n  # rapat\n  -\n    date: {value}\n"


def with_time(value: str) -> str:
    return f"opd:\n  - code: DLH\n    name: Dinas\n    from: {value}\n"


WORDS = """
NO no No off on yes YES y Y n N True TRUE False NULL Null = << 12:30 190:20:30 190:20:30.15 -1:30 010 08 -010 00 0x1F
0o17 0b101 1_000 1_000.5 1__0 .5 5. -.5 +5. 1e3 1E3 1.5e3 1.0e+400 01.5 .nan .NaN .inf -.inf +.INF
"""
TWO_FACED = WORDS.split()


@pytest.mark.parametrize("value", [*TWO_FACED, "0x" + "F" * 4000, "1:2:3" * 30])
def test_a_word_with_two_readings_is_refused_as_it_was_typed(value: str) -> None:
    reading = read(with_note(value))

    assert said(reading) == ["4:11 S116"]
    assert marked(reading) == [value]


@pytest.mark.parametrize("value", TWO_FACED)
def test_quotes_make_any_word_text(value: str) -> None:
    reading = read(with_note(f"'{value}'"))

    assert (said(reading), reading.plan.actions[0].note) == ([], value)


@pytest.mark.parametrize(
    "value",
    [
        "tidak", "No.", "on time", "12:30 WIB", "45%", "1.234,5", "2020-03-10", "2020-3-1", "2020-02-30", "+62 254",
        "2020-03-10 25:00:00", "36.73.01.1003", "S-1", "--", "a#b", "a:b", "C:\\rakor", "it's", 'a "b"', "a\tb",
        "é漢字\U0001f333", "a\u00a0b", "‘a’ – b…",
    ],
)  # fmt: skip
def test_plain_text_is_read_as_it_looks(value: str) -> None:
    reading = read(with_note(value))

    assert (said(reading), reading.plan.actions[0].note) == ([], value)


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_an_optional_field_may_be_left_empty(value: str) -> None:
    reading = read(with_note(value))

    assert (said(reading), reading.plan.actions[0].note) == ([], None)


REFUSED: list[tuple[Any, str, str]] = [
    # a number, a word or a list where text belongs
    (with_note, "5", "4:11 F117"),
    (with_note, "true", "4:11 F117"),
    (with_note, "12345678901234567890", "4:11 F117"),
    (with_note, "9" * 31, "4:11 S117"),
    (with_note, "9" * 5_000, "4:11 S117"),
    (with_note, "0." + "3" * 40, "4:11 S117"),
    (with_note, "[a]", "4:11 F103"),
    (with_note, "{a: b}", "4:12 F103"),
    # marks that copy values or change their kind
    (with_note, "&a x", "4:11 S108"),
    (with_note, "*a", "4:11 S108"),
    (with_note, "*", "4:12 S108"),
    (with_note, "&", "4:12 S108"),
    *((with_note, mark, "4:11 S109") for mark in (
        "!!str x", "!!int foo", "!!bool foo", "!!timestamp foo", "!!float ''", "!!binary aGk=", "!ENV x", "! x",
        "!include x.yaml", "!!null", "!!python/object:os.system x", "!!int 010", "!<tag:a,2000:b> x",
    )),
    # text cut by a comment
    (with_note, "RTH #1", "4:15 S120"),
    (with_note, "RTH #a", "4:15 S120"),
    (with_note, "RTH  #1", "4:16 S120"),
    (with_note, "#1 RTH", "4:11 S120"),
    # broken lines
    (with_note, "@infoserang", "4:11 S102"),
    (with_note, "% luas", "4:11 S102"),
    (with_note, "`a`", "4:11 S102"),
    (with_note, "- a", "4:11 S102"),
    (with_note, "> a b", "4:11 S102"),
    (with_note, '"a" b', "4:11 S102"),
    (with_note, '"a"b', "4:11 S102"),
    (with_note, "[a]]", "4:14 S102"),
    (with_note, "a: b", "4:11 S106"),
    (with_note, "'abc", "4:11 S105"),
    (with_note, '"abc', "4:11 S105"),
    (with_note, "[a, b", "4:11 S105"),
    (with_note, "{a: b", "4:11 S105"),
    (with_note, "[[[[", "4:14 S105"),
    # characters
    *((with_note, f"a{unseen}b", "4:12 S113") for unseen in (
        "\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9f", "\xad", "\u200b", "\u200e", "\u202e", "\u2028", "\u2029",
        "\u2060", "\u2066", "\ufeff", "\uffff", "\U000e0041",
    )),
    (with_note, '"\\u200b"', "4:11 S113"),
    (with_note, '"a\\x00"', "4:11 S113"),
    (with_note, '"\\ud800"', "4:12 S123"),
    (with_note, '"\\U00110000"', "4:12 S123"),
    (with_note, '"a\\q"', "4:13 S123"),
    (with_note, '"D:\\xls"', "4:14 S123"),
    # numbers
    (with_count, "1_000", "4:11 S116"),
    (with_count, "1.234", "4:11 F106"),
    (with_count, "1.234.567", "4:11 F106"),
    (with_count, "1.234,5", "4:11 F105"),
    (with_count, "12,5", "4:11 F105"),
    (with_count, "45%", "4:11 F110"),
    (with_count, "Rp 5", "4:11 F107"),
    (with_count, "'5'", "4:11 F110"),
    (with_count, "5.0", "4:11 F112"),
    (with_count, "-5", "4:11 F122"),
    (with_count, "٣", "4:11 F110"),
    (with_count, "true", "4:11 F110"),
    (with_count, "9" * 19, "4:11 F113"),
    (with_count, "9" * 31, "4:11 S117"),
    (with_count, "1.0e+400", "4:11 S116"),
    (with_count, ".nan", "4:11 S116"),
    (with_wait, "null", "3:23 F116"),
    (with_wait, "", "3:12 F116"),
    (with_count, "[5]", "4:11 F103"),
    (with_amount, "2019, value: 98,63", "4:24 F105"),
    (with_amount, "2019, value: 1.234,5", "4:24 F105"),
    (with_amount, "2019, value: 2,5 juta", "4:24 F107"),
    (with_amount, "2019, value: 1e3", "4:24 S116"),
    (with_amount, "2019, value: 0.1234567890123456789", "4:24 F113"),
    # time
    *((with_day, day, "4:11 F108") for day in ("2020-02-30", "2020-13-01", "2020-00-10", "0000-01-01")),
    *((with_day, day, "4:11 F109") for day in (
        "0", "2020-3-1", "10-03-2020", "10 Maret 2020", "2020-03-10T10:00", "2020-03-10 25:00:00", "2020", "2020-TW3",
    )),
    (with_day, "9999-01-01", "4:11 F114"),
    (with_day, "", "4:5 F116"),
    *((with_time, time, "4:11 F109") for time in ("2020-TW5", "0", "12020", "2020.5", "20-03-10", "2020-1")),
    (with_time, "2020-13", "4:11 F108"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "where"), REFUSED)
def test_a_value_that_cannot_be_taken_gets_one_finding_in_its_place(
    field: Any, value: str, where: str
) -> None:
    assert said(read(field(value))) == [where]


@pytest.mark.parametrize(
    ("value", "taken"),
    [("5", 5), ("0", 0), ("9" * 18, 999_999_999_999_999_999), ("+5", 5)],
)
def test_a_count_is_read_as_it_looks(value: str, taken: int) -> None:
    assert read(with_count(value)).plan.claims[0].met == taken


@pytest.mark.parametrize(
    ("value", "taken"),
    [("9.44", Decimal("9.44")), ("-0.5", Decimal("-0.5")), ("13", 13), ("1.50", Decimal("1.5"))],
)
def test_an_amount_is_exact(value: str, taken: int | Decimal) -> None:
    reading = read(with_amount(f"2019, value: {value}"))

    assert reading.plan.indicators[0].measurements[0].value == taken


@pytest.mark.parametrize("value", ["a # b", "a  # b", "# b", "'a' #1", '"a" #b'])
def test_a_comment_is_a_comment(value: str) -> None:
    assert said(read(with_note(value))) == []


# -- keys, entries, sections, documents ----------------------------------------------------

OPD = "opd:\n  - {code: DLH, name: Dinas}\n"
ENTRY = "opd:\n  - code: DLH\n    name: Dinas\n"
BROKEN = "opd:\n  - {code: A, name: 'x}\n"

STRUCTURES: list[tuple[str, list[str]]] = [
    # keys
    (ENTRY + "    code: X\n", ["4:5 S101"]),
    (ENTRY + "    'code': X\n", ["4:5 S101"]),
    (ENTRY + "    code: X\n    code: Z\n", ["4:5 S101", "5:5 S101"]),
    ("opd:\n  - {code: DLH, name: Dinas, code: X}\n", ["2:30 S101"]),
    (OPD + OPD, ["3:1 S101"]),
    (ENTRY + "    1: a\n    true: b\n    1.0: c\n", ["4:5 F101", "5:5 F101", "6:5 F101"]),
    (ENTRY + "    null: a\n    ~: b\n", ["4:5 F101", "5:5 F101"]),
    (ENTRY + "    ? [a]\n    : b\n", ["4:7 S118"]),
    (ENTRY + "    [a]: b\n", ["4:5 S118"]),
    (ENTRY + "    {a: b}: c\n", ["4:5 S118"]),
    (ENTRY + "    *a : c\n", ["4:5 S108"]),
    (ENTRY + "    &a note: c\n", ["4:5 S108"]),
    (ENTRY + "    !!str note: c\n", ["4:5 S109"]),
    (ENTRY + "    <<: {a: 1}\n", ["4:5 S108"]),
    ("opd:\n  - {code:DLH, name: Dinas}\n", ["2:6 F101"]),
    ("opd:\n  - {c\u200bode: DLH, name: Dinas}\n", ["2:7 S113"]),
    ("opd:\n  - {\u0441ode: DLH, name: Dinas}\n", ["2:6 F101"]),
    (ENTRY + "    \u200bnote: x\n", ["4:5 S113"]),
    (ENTRY + "\u00a0\u00a0\u00a0\u00a0note: x\n", ["4:1 F101"]),
    # anchors, aliases and tags around entries
    ("opd:\n  - &x {code: DLH, name: Dinas}\n  - *x\n", ["2:5 S108", "3:5 S108"]),
    ("opd:\n  - !!map {code: DLH, name: Dinas}\n", ["2:5 S109"]),
    ("opd: !!seq\n  - {code: DLH, name: Dinas}\n", ["1:6 S109"]),
    ("!!map\n" + OPD, ["1:1 S109"]),
    ("opd: &a [*a]\n", ["1:6 S108", "1:10 S108"]),
    ("opd: *x\n", ["1:6 S108"]),
    # entries
    ("opd:\n  -\n", ["2:4 F116"]),
    ("opd:\n  - DLH\n", ["2:5 F103"]),
    ("opd:\n  - [a, b]\n", ["2:5 F103"]),
    ("opd: DLH\n", ["1:6 F103"]),
    ("opd:\n  code: DLH\n  name: Dinas\n", ["2:3 F103"]),
    ("plan: [a, b]\n", ["1:1 F103"]),
    ("plan: 5\n", ["1:7 F103"]),
    ("opd:\n", []),
    ("opd: []\n", []),
    ("indikators:\n  - {code: A}\n  - {code: B}\n", ["1:1 F101"]),
    ("? [opd]\n: x\n", ["1:3 S118"]),
    # broken lines
    ("opd:\n\t- {code: DLH, name: Dinas}\n", ["2:1 S103"]),
    ("opd:\n  - code: DLH\n\tname: Dinas\n", ["3:1 S103"]),
    ("opd:\n  -\tcode: DLH\n", ["2:4 S103"]),
    ("opd:\n\u00a0\u00a0- {code: DLH, name: Dinas}\n", ["2:1 S113"]),
    (ENTRY + "     note: x\n", ["4:6 S104"]),
    ('opd:\n  - code: "DLH"\n     name: Dinas\n', ["3:6 S104"]),
    (ENTRY + "   note: x\n", ["4:4 S104"]),
    ("opd:\n  - code: DLH\n   name: Dinas\n", ["3:4 S104"]),
    ("plan:\n  title: Judul\n city: Serang\n", ["3:2 S104"]),
    ("  " + OPD.replace("\n", "\n  ") + "\npartners: []\n", ["4:1 S104"]),
    ("opd:\n  - {code: DLH, name: Dinas}}\n", ["2:29 S102"]),
    ("opd:\n  - {code: DLH, name: Dinas]\n", ["2:5 S105"]),
    ("opd:\n  - {code: DLH name: Dinas}\n", ["2:5 S105"]),
    ("opd:\n  - code DLH\n    name: Dinas\n", ["2:3 S107"]),
    ("opd:\n  - code: DLH\n    name Dinas\n    note: x\n", ["3:5 S107"]),
    ("halo\n\nopd: []\n", ["1:1 S107"]),
    ("opd:\n\u00a0  - [a, b]\n", ["2:1 S113"]),
    ("opd:\n  - [[a,\nb]\n", ["2:5 S105"]),
    ("opd: []\n[", ["2:1 S105"]),
    ("rakor:\n  # rapat\n opd -\n    date: 0\n", ["4:5 S104"]),
    (
        "opd:\n  - code: DLH\n    name: Dinas Lingkungan Hidup\n      dan air\n      bersih: ya\n",
        ["5:7 S104"],
    ),
    ("\n@infoserang\n", ["2:1 S102"]),
    ("# kota\n@infoserang\n", ["2:1 S102"]),
    ("%YAML 1.1\n\n\n", ["1:1 S104"]),
    ("{opd: []\n", ["1:1 S105"]),
    ("opd:\n  - {code: DLH, aliases: [LH], name: Dinas\n", ["2:5 S105"]),
    ('opd:\n  - code: DLH\n    name: "Dinas\n    note: " x"\n', ["3:11 S105"]),
    ('opd:\n  - code: DLH\n    name: "Dinas\n      note: x"\n     head: y\n', ["5:6 S104"]),
    ("opd:\n  - code: DLH\n    name: >-\n      Dinas\n]\n", ["5:1 S102"]),
    # behind a broken record
    (BROKEN + "  - {code: DLH, name: RTH #1\n    }\n", ["2:21 S105", "3:27 S120"]),
    (BROKEN + with_amount("2019, value: 98,63"), ["2:21 S105", "6:24 F105"]),
    (BROKEN + "---\n" + OPD, ["2:21 S105", "3:1 S110"]),
    ("opd:\n  - {code: A, name: 'x}\n  - " + "[" * 50 + "]" * 50 + "\n", ["2:21 S105", "3:44 S111"]),
    (ENTRY + "    name: " + "[" * 50 + "]" * 50 + "\n", ["4:5 S101", "4:49 S111"]),
    (OPD + "  - {!!str code: DPUPR, name: Dinas}\n", ["3:6 S109"]),
    ("halo\n---\n" + OPD, ["1:1 S114", "2:1 S110"]),
    ("opd\n  - code: DLH\n    name: Dinas\n", ["1:1 S107"]),
    ("opd\uff1a\n  - {code: DLH, name: Dinas}\n", ["1:1 S107"]),
    ("halo semua\n" + OPD, ["1:1 S107"]),
    ("opd:\n  - " + "[" * 50 + "]" * 50 + "\n", ["2:44 S111"]),
    ("opd:\n  - " + "- " * 50 + "a\n", ["2:83 S111"]),
    # documents
    ("", ["1:1 S115"]),
    ("\n\n", ["1:1 S115"]),
    ("# nanti\n", ["1:1 S115"]),
    ("---\n", ["1:1 S115"]),
    ("{}\n", ["1:1 S115"]),
    ("null\n", ["1:1 S114"]),
    ("halo\n", ["1:1 S114"]),
    ("12\n", ["1:1 S114"]),
    ("- a\n", ["1:1 S114"]),
    ("[a, b]\n", ["1:1 S114"]),
    ("---\n" + OPD + "...\n", []),
    (OPD + "---\n" + OPD, ["3:1 S110"]),
    (OPD + "...\n" + OPD, ["4:1 S110"]),
    (OPD + "---\n", ["3:1 S110"]),
    ("%YAML 1.1\n---\n" + OPD, []),
    ("%YAML 1.2\n---\n" + OPD, []),
    ("%YAML 2.0\n---\n" + OPD, ["1:1 S102"]),
    ("%FOO bar\n---\n" + OPD, ["1:1 S102"]),
    ("<<<<<<< HEAD\n" + OPD + "=======\n" + OPD + ">>>>>>> cabang\n", ["1:1 S119"]),
    ("opd:\n  - code: DLH\n<<<<<<< HEAD\n    name: A\n=======\n    name: B\n>>>>>>> cabang\n", ["3:1 S119"]),
    # lines
    (OPD.replace("\n", "\r\n"), []),
    (OPD.replace("\n", "\r"), []),
    (OPD.replace("\n", "\r", 1), []),
    ("\ufeff" + OPD, []),
    ("opd:\u2028  - {code: DLH, name: Dinas}\n", ["1:5 S113"]),
    (OPD + "\u200b\n", ["3:1 S113"]),
    (OPD + "# \u200b\n", ["3:3 S113"]),
]


@pytest.mark.parametrize(("text", "where"), STRUCTURES, ids=[ascii(text)[:50] for text, _ in STRUCTURES])
def test_a_structure_is_read_or_refused_once(text: str, where: list[str]) -> None:
    assert said(read(text)) == where


@pytest.mark.parametrize("text", [text for text, where in STRUCTURES if not where and "{" in text])
def test_a_sound_structure_holds_its_record(text: str) -> None:
    assert [(opd.code, opd.name) for opd in read(text).plan.opd] == [("DLH", "Dinas")]


def test_a_section_in_two_documents_is_no_repeated_section() -> None:
    reading = read(OPD + "---\n" + OPD.replace("DLH", "DPUPR"))

    assert [opd.code for opd in reading.plan.opd] == ["DLH", "DPUPR"]


def test_of_records_on_one_line_each_that_stands_is_kept_once() -> None:
    reading = read("opd: [{code: A, name: X}, {code: B, name: Y}, {code: C name: Z}]\n")

    assert [opd.code for opd in reading.plan.opd] == ["A", "B"]


def test_what_is_refused_for_its_two_faces_is_kept_as_it_was_typed() -> None:
    reading = read(with_note("010"))

    assert (said(reading), reading.plan.actions[0].note) == (["4:11 S116"], "010")


def test_behind_a_broken_record_a_fault_is_marked_from_end_to_end() -> None:
    reading = read("opd:\n  - {code: A, name: 'x}\nindikators:\n  - {code: M01}\n  - {code: M02}\n")

    assert marked(reading) == ["'", "indikators"]
    assert len(reading.findings) == 2


def test_behind_a_broken_record_a_text_that_goes_on_behind_its_quotes_is_marked_whole() -> None:
    reading = read('opd:\n  - {code: A, name: \'x}\n  - code: B\n    name: "x" y\n')

    assert marked(reading) == ["'", '"x" y']


def test_below_an_empty_first_line_a_section_without_its_colon_is_told_like_any_other() -> None:
    assert said(read("\n  opd\n    - code: DLH\nx: 1\n")) == ["2:3 S107", "4:1 F101"]


@pytest.mark.parametrize(("deep", "is_too_deep"), [(39, False), (40, True)])
def test_braces_may_stand_in_braces_as_deep_as_a_plan_is_read(deep: int, is_too_deep: bool) -> None:
    found = said(read("opd:\n  - " + "{a: " * deep + "x" + "}" * deep + "\n"))

    assert any(finding.endswith("S111") for finding in found) == is_too_deep


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("opd:\n  - code: DLH\n  \tname: Dinas\n", "\t"),
        ("opd:\n  - code: DLH\n   \u00a0name: Dinas\n", "\u00a0"),
        ("opd:\n  - [a, b]\n", "[a, b]"),
        (with_note('"a" b  '), '"a" b'),
        ("opd:\n  - {code: DX, name: Asosiasi, kind: swasta}\n", "code: DX"),
    ],
)
def test_what_is_to_be_changed_is_marked_and_nothing_else(text: str, covered: str) -> None:
    assert marked(read(text)) == [covered]


def test_a_letter_that_only_looks_right_is_named() -> None:
    reading = read("opd:\n  - {\u0441ode: DLH, name: Dinas}\n")

    help = reading.findings[0].help
    assert help is not None
    assert help.id == "maksud Anda `code`? `\u0441` (U+0441) bukan huruf Latin biasa"


@pytest.mark.parametrize("deep", ["[{a: ", "{a: [", "- a: ", "? ", "{? ", "- ? "])
@pytest.mark.parametrize("before", ["", "opd: ", "opd:\n  - name: ", "plan:\n  settings: "])
def test_a_place_in_what_is_nested_too_deep_is_found(before: str, deep: str) -> None:
    assert said(read(before + deep * 1_000))


def test_an_unclosed_quote_is_told_where_it_opens_and_swallows_no_entry() -> None:
    reading = read(
        'opd:\n  - code: A1\n    name: "Dinas\n    note: "x"\n  - code: A2\n    name: "B"\n  - code: A3\n    name: "C\n'
        "  - code: A4\n    name: 'D'\npartners:\n  - {code: P1, name: X, kind: bumn}\n"
    )

    assert said(reading) == ["3:11 S105", "8:11 S105"]
    assert [opd.code for opd in reading.plan.opd] == ["A2", "A4"]
    assert [partner.code for partner in reading.plan.partners] == ["P1"]


@pytest.mark.parametrize("bomb", ["{a: &a [x], b: *a, c: {<<: *a}}", "&a [*a, *a]"])
def test_a_bomb_is_refused_at_each_of_its_marks_and_grows_nothing(bomb: str) -> None:
    assert {code.split()[1] for code in said(read(f"opd: {bomb}\n"))} <= {"S108", "F103"}


# -- the parser for a Python without libyaml -----------------------------------------------

WITHOUT_LIBYAML = [*(field(value) for field, value, _ in REFUSED), *(text for text, _ in STRUCTURES)]


def everything(reading: Reading) -> tuple[Any, ...]:
    found = in_reading_order(reading.findings, reading.sources)
    return [(one.at, one.finding.rule.code, one.finding.message) for one in found], reading.plan.unread


def test_without_libyaml_every_hazard_is_told_in_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = [everything(read(text)) for text in WITHOUT_LIBYAML]
    monkeypatch.setattr(parser, "Parser", parser.PureParser)
    slow = [everything(read(text)) for text in WITHOUT_LIBYAML]

    assert [text for text, one, other in zip(WITHOUT_LIBYAML, fast, slow, strict=True) if one != other] == []

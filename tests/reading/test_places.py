"""Places: a pointer leads to what was typed, counted as editors count, and finding it reads little."""

from __future__ import annotations

import gc

import pytest

from serang_plan.findings import in_reading_order
from serang_plan.places import Pointer, SourceFile, SourceFiles, Span, anchor
from serang_plan.reading import parser
from serang_plan.reading.folder import read_texts
from serang_plan.reading.positions import open_mapping
from tests.conftest import AS_OF

RECORD = """\
opd:
  - code: DLH  # Lingkungan
    name: "Dinas 'Lingkungan' Hidup"
    aliases: [LH, "Badan, LH"]
    from:
    funding:
      - {year: 2020, amount: 98,63, note: é漢字, [a]: b}
      - year: 2021
        amount: 5
    note: >-
      panjang
      sekali
    code: X
  - code: DPUPR
"""


def typed(text: str, *keys: str | int, of_name: bool = False, start: int | None = None) -> str:
    """Return what a pointer into the first record covers."""
    sources = SourceFiles(open_mapping)
    file = sources.add("plan.yaml", text)
    index = text.index("code") if start is None else start
    span = sources.span(Pointer(anchor(file, index), keys, of_name))
    return sources.line(span.path, span.line)[span.column - 1 : span.column - 1 + span.length]


@pytest.mark.parametrize(
    ("keys", "covered"),
    [
        (("code",), "DLH"),
        (("name",), "\"Dinas 'Lingkungan' Hidup\""),
        (("aliases",), '[LH, "Badan, LH"]'),
        (("aliases", 1), '"Badan, LH"'),
        (("from",), "from"),
        (("funding",), "- {year: 2020"),
        (("funding", 0), "year: 2020"),
        (("funding", 0, "amount"), "98,63"),
        (("funding", 0, "note"), "é漢字"),
        (("funding", 1), "year: 2021"),
        (("funding", 1, "amount"), "5"),
        (("note",), ">-"),
        ((), "code: DLH"),
    ],
)
def test_a_value_is_covered_exactly(keys: tuple[str | int, ...], covered: str) -> None:
    assert typed(RECORD, *keys) == covered


@pytest.mark.parametrize(
    ("keys", "covered"),
    [
        (("code",), "code"),
        (("from",), "from"),
        (("funding", 0, "amount"), "amount"),
        (("funding", 1, "year"), "year"),
    ],
)
def test_a_name_is_covered_exactly(keys: tuple[str | int, ...], covered: str) -> None:
    assert typed(RECORD, *keys, of_name=True) == covered


@pytest.mark.parametrize(
    ("keys", "around"),
    [
        (("unit",), "code: DLH"),
        (("code", "x"), "DLH"),
        (("aliases", 7), '[LH, "Badan, LH"]'),
        (("funding", 0, "unit"), "year: 2020"),
        (("funding", 9, "unit"), "- {year: 2020"),
    ],
)
def test_what_is_not_there_is_shown_by_the_nearest_thing_around(
    keys: tuple[str | int, ...], around: str
) -> None:
    assert typed(RECORD, *keys) == around
    assert typed(RECORD, *keys, of_name=True) == around


@pytest.mark.parametrize("text", ["{code: A, name: B}", "- {code: A, name: B}", "[{code: A, name: B}]"])
def test_a_record_in_braces_is_found_on_any_line(text: str) -> None:
    assert typed(text, "name", start=text.index("{")) == "B"


def test_a_mark_in_braces_ends_before_its_comma() -> None:
    assert typed("opd: {code: *x1,5, name: B}", "code", start=5) == "*x1"


def test_what_stands_behind_a_broken_line_is_shown_by_what_stands_before_it() -> None:
    text = "opd:\n  - code: DLH\n    name: 'Dinas\n"

    assert typed(text, "code") == "DLH"
    assert typed(text, "note") == "code: DLH"


@pytest.mark.parametrize(
    ("text", "start"),
    [("", 0), ("opd: ", 5), ("a: 1", 4), ("'", 0), ("[", 0), ("'opd", 0), ("opd:\n  'x", 7)],
)
def test_a_place_in_next_to_nothing_is_still_a_place(text: str, start: int) -> None:
    sources = SourceFiles(open_mapping)
    sources.add("plan.yaml", text)

    span = sources.span(Pointer(start, ("x",)))
    above, _, before = text[:start].rpartition("\n")
    assert (span.line, span.column, span.length) == (1 + bool(above), len(before) + 1, 1)


def test_a_pointer_is_built_key_by_key() -> None:
    assert Pointer(7) / "funding" / 0 / "amount" == Pointer(7, ("funding", 0, "amount"))
    assert (Pointer(7) / "code").name == Pointer(7, ("code",), of_name=True)


def test_without_files_a_place_has_no_file() -> None:
    assert SourceFiles(open_mapping).span(Pointer(0)) == Span("", 1, 1, 1)


# -- lines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("ab\r\r\ncd", 5, (3, 1)),
        ("ab\x85\u2028\u2029\x0b\x0ccd", 7, (1, 8)),
        ("é漢\U0001f333x", 3, (1, 4)),
        ("ab\n", 3, (2, 1)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns_are_those_of_an_editor(text: str, index: int, place: tuple[int, int]) -> None:
    assert SourceFile("plan.yaml", text).line_and_column(index) == place


def test_a_line_comes_without_its_end_and_beyond_the_last_it_is_empty() -> None:
    source = SourceFile("plan.yaml", "satu\r\ndua\rtiga\n")

    assert [source.line(number) for number in range(6)] == ["", "satu", "dua", "tiga", "", ""]


def test_a_span_ends_with_its_line_and_is_never_empty() -> None:
    source = SourceFile("plan.yaml", "satu\ndua\n")

    assert source.span(2, 8) == Span("plan.yaml", 1, 3, 2)
    assert source.span(9, 9) == Span("plan.yaml", 3, 1, 1)
    assert SourceFile("plan.yaml", "satu\r\ndua").span(5, 6) == Span("plan.yaml", 1, 5, 1)


# -- little is read -----------------------------------------------------------------------


@pytest.fixture(name="read_again")
def read_again_fixture(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many characters were given to the parser, piece by piece."""
    pieces: list[int] = []
    read = parser._Stretch.read

    def counted(self: parser._Stretch, size: int) -> str:
        piece = read(self, size)
        pieces.append(len(piece))
        return piece

    monkeypatch.setattr(parser._Stretch, "read", counted)
    return pieces


def test_a_sound_plan_is_read_once(read_again: list[int]) -> None:
    text = "opd:\n" + "".join(f"  - {{code: D{nth}, name: Dinas}}\n" for nth in range(1_000))

    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)
    in_reading_order(reading.findings, reading.sources)

    assert sum(read_again) == len(text)


def test_a_thousand_faults_in_a_long_file_are_found_without_reading_it_a_thousand_times(
    read_again: list[int],
) -> None:
    text = "opd:\n" + "".join(f"  - {{code: D{nth}, nama: Dinas}}\n" for nth in range(10_000))
    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)
    read_again.clear()

    found = in_reading_order(reading.findings[:1_000], reading.sources)

    assert len(found) == 1_000
    assert sum(read_again) <= 1_000 * 1_024


def test_a_record_with_a_thousand_faults_is_read_again_once(read_again: list[int]) -> None:
    sources = SourceFiles(open_mapping)
    text = "".join(f"key{nth}: 1\n" for nth in range(1_000))
    sources.add("plan.yaml", text)

    lines = [sources.span(Pointer(0, (f"key{nth}",))).line for nth in reversed(range(1_000))]

    assert lines == list(range(1_000, 0, -1))
    assert sum(read_again) == len(text)


def notes_kept() -> set[int]:
    """Return which notes of mappings there are, also those that other tests still hold."""
    return {id(held) for held in gc.get_objects() if type(held).__name__ == "_Notes"}


def test_a_mapping_that_is_done_with_is_freed_without_the_garbage_collector() -> None:
    """A run switches the collector off: a parser kept in a cycle would stay, for each mapping that is looked at."""
    gc.collect()
    gc.disable()
    try:
        text = "{code: A1, name: x}\n"
        before = notes_kept()
        open_mapping(text, 0, 0)(("code",), False)
        kept = notes_kept() - before
    finally:
        gc.enable()

    assert kept == set()


def test_a_place_far_along_one_line_is_found_too() -> None:
    many = ", ".join(f"{{code: D{nth}, name: x}}" for nth in range(60))
    text = f"{{opd: [{many}, {{code: DLH,\n name: Dinas, nama: x}}]}}\n"

    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)

    located = in_reading_order(reading.findings, reading.sources)
    assert [(one.at.line, one.at.column, one.at.length) for one in located] == [(2, 15, 4)]


def test_a_place_in_lines_that_are_indented_far_is_found_too() -> None:
    far = " " * 201
    text = f"opd:\n{far}- code: DLH\n{far}  name: Dinas\n{far}  nama: x\n"

    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)

    (located,) = in_reading_order(reading.findings, reading.sources)
    assert (located.at.line, located.at.column, located.at.length) == (4, 204, 4)


def test_a_record_far_along_one_line_is_read_again_without_the_line_before_it(read_again: list[int]) -> None:
    sources = SourceFiles(open_mapping)
    text = " " * 20_000 + "{code: DLH, name: Dinas}"
    sources.add("plan.yaml", text)

    assert sources.span(Pointer(20_000, ("name",))).column == 20_019
    assert sum(read_again) == 24

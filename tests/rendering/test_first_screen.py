"""On a terminal a report prints what matters on one screen, and says how to see all of it."""

from __future__ import annotations

from functools import partial

import pytest

from serang_plan.cli.main import run
from serang_plan.page import (
    Cell,
    Column,
    Fact,
    Facts,
    Figure,
    Group,
    Heading,
    Item,
    Items,
    KeyFigures,
    Notes,
    Page,
    Paragraph,
    Table,
)
from serang_plan.rendering.screen import first_screen, terminal
from serang_plan.reports.registry import REPORTS, AnyReport
from tests.conftest import ROOT
from tests.readers.terminal_session import at_a_terminal

WIDTH, HEIGHT = 80, 23
LONG = "kata " * 60


def drawn(*blocks: object, answer: int = 0, height: int = HEIGHT, options: tuple[str, ...] = ()) -> str:
    page = Page("Judul", "per hari ini", blocks, lang="id", answer=answer)  # type: ignore[arg-type]
    draw = partial(terminal.render, width=WIDTH)
    return first_screen.on_one_screen(page, page, draw, first_screen.Room(WIDTH, height, options))


def items(count: int) -> Items:
    return Items(tuple(Item(f"butir {nth}") for nth in range(1, count + 1)), numbered=True)


def test_what_fits_is_shown_as_it_is() -> None:
    text = drawn(Heading("Daftar"), items(15), Notes("Sumber", ()))

    assert "15. butir 15" in text
    assert "Sumber" in text
    assert "--all" not in text


def test_a_long_list_is_cut_to_the_room_and_says_how_much_there_is_more() -> None:
    text = drawn(Heading("Daftar"), items(100), options=("--opd", "--year"))

    assert text.count("\n") <= HEIGHT
    assert "1. butir 1\n" in text
    assert "… dan 83 lainnya" in text
    assert "Seluruhnya, 103 baris: tambahkan --all; persempit dengan\n--opd, --year." in text


def test_the_first_list_has_the_room_and_none_is_lost() -> None:
    text = drawn(Heading("Satu"), items(10), Heading("Dua"), items(50))

    assert text.count("\n") <= HEIGHT
    assert text.count("10. butir 10") == 1
    assert "Dua" in text
    assert "… dan 44 lainnya" in text


def test_the_answer_comes_before_the_details() -> None:
    text = drawn(Heading("Jawaban"), items(17), Heading("Rincian"), items(50), answer=2)

    assert "17. butir 17" in text
    assert "Rincian" not in text


def test_room_that_the_answer_leaves_is_for_the_details() -> None:
    text = drawn(
        Heading("Jawaban"), items(2), Heading("Rincian"), items(50), Heading("Lagi"), items(9), answer=2
    )

    assert text.count("\n") == HEIGHT
    assert "Rincian\n1. butir 1" in text
    assert "Lagi" not in text


def test_a_thing_is_one_line_with_what_matters_most_of_it() -> None:
    facts = (Fact("Ambang", "≥ 20%"), Fact("Pengampu", "DLH; pendukung DPUPR", main=True))
    text = drawn(*(Facts(f"M{nth:02}", facts) for nth in range(1, 31)))

    assert "M01 · DLH\n" in text
    assert "Ambang" not in text


def test_small_print_and_what_is_nothing_are_left_out_with_their_headings() -> None:
    figures = KeyFigures((Figure("ada", 3), Figure("nihil", 0)), 3)
    small = Paragraph("huruf kecil", "muted")
    text = drawn(figures, Heading("Catatan"), small, Heading("Daftar"), items(50))

    assert "3 ada" in text
    assert "nihil" not in text
    assert "Catatan" not in text
    assert "huruf kecil" not in text


def test_a_long_item_is_one_line_and_keeps_its_command() -> None:
    many = Items(tuple(Item(LONG, "serang-plan gaps") for _ in range(40)))
    lines = drawn(many).splitlines()

    assert lines[1].endswith("… → serang-plan gaps")
    assert len(lines[1]) <= WIDTH


def test_a_fact_takes_two_lines_at_most_and_a_word_without_end_is_cut() -> None:
    text = drawn(Facts("Hal", (Fact("Panjang", LONG), Fact("Alamat", "x" * 500))), items(60))

    assert text.count("kata") < 30
    assert "xxx…" in text
    assert "xxx" * 50 not in text.replace("\n", "").replace(" ", "")


def test_where_even_the_beginning_of_everything_is_too_much_the_end_is_left_out() -> None:
    sections = [block for nth in range(30) for block in (Heading(f"Bagian {nth}"), items(5))]
    text = drawn(*sections)

    assert text.count("\n") <= HEIGHT
    assert "Bagian 0" in text
    assert "Bagian 29" not in text
    assert "--all" in text


def test_rows_of_a_table_are_cut_with_their_groups() -> None:
    rows = tuple((Cell(f"baris {nth}"),) for nth in range(30))
    table = Table("Tabel", (Column("Nama"),), (Group("satu", rows[:3]), Group("dua", rows[3:])))
    text = drawn(table)

    assert "baris 2\nDUA\nbaris 3" in text
    assert "baris 15\n… dan 14 lainnya" in text


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)
def test_every_report_prints_one_screen_at_a_terminal(report: AnyReport) -> None:
    if report.compares or report.name == "proposed-targets":
        pytest.skip("is about two folders, or to be pasted into the plan whole")
    for typed in report.examples.values():
        with at_a_terminal(*typed.split(), cwd=ROOT, COLUMNS="80", LINES="24") as terminal:
            assert terminal.ends() == 0, terminal.said
        assert len(terminal.said.rstrip("\n").splitlines()) <= HEIGHT, terminal.said
        assert max(map(len, terminal.said.splitlines())) <= WIDTH


def test_all_prints_at_a_terminal_what_a_pipe_gets() -> None:
    with at_a_terminal("gaps", "--all", cwd=ROOT, COLUMNS="80", LINES="24") as whole:
        assert whole.ends() == 0
    with at_a_terminal("gaps", cwd=ROOT, COLUMNS="80", LINES="24") as short:
        assert short.ends() == 0

    assert "Menutupnya" in whole.said
    assert len(whole.said.splitlines()) > 100
    assert f"Seluruhnya, {len(whole.said.splitlines())} baris: tambahkan --all" in short.said


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)
def test_what_is_said_to_narrow_a_report_is_an_option_of_its_command(
    report: AnyReport, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (word for word in report.command.split() if not word.startswith("-"))
    run([*words, "--help"])
    options = capsys.readouterr().out.split()

    assert [option for option in (*report.narrowed_by, "--all") if option not in options] == []

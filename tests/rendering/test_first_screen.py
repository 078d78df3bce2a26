"""On a terminal a report prints what matters on one screen, and says how to see all of it."""

from __future__ import annotations

import re
from functools import partial

import pytest

from serang_plan.cli.main import run
from serang_plan.page import (
    Bar,
    Bars,
    Cell,
    Checklist,
    Code,
    Column,
    Fact,
    Facts,
    Fields,
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
    Task,
)
from serang_plan.rendering.screen import first_screen, terminal
from serang_plan.reports.registry import REPORTS, AnyReport
from tests.readers.begun import program_on_a_screen

WIDTH, HEIGHT = 80, 23
LONG = "kata " * 60


def on_a_screen(*words: str, columns: str = str(WIDTH)) -> str:
    code, said = program_on_a_screen(*words, COLUMNS=columns, LINES="24")
    assert code == 0, said
    return said


def drawn(*blocks: object, answer: int = 0, height: int = HEIGHT, options: tuple[str, ...] = ()) -> str:
    page = Page("Judul", "per hari ini", blocks, lang="id", answer=answer)  # type: ignore[arg-type]
    draw = partial(terminal.render, width=WIDTH)
    return first_screen.on_one_screen(page, page, draw, first_screen.Room(WIDTH, height, options))


def lines_of(*blocks: object, height: int = HEIGHT) -> list[str]:
    return drawn(*blocks, height=height).splitlines()


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


def test_a_text_is_cut_after_a_thought_and_within_its_brackets() -> None:
    lines = lines_of(
        Items(
            (
                Item("Penetapan target tahunan: M01 RTH publik, M02 Sampah tertangani, M03 Permukiman kumuh"),
                Item(
                    "Kolam retensi yang sudah lama tertunda (belum diketahui keadaannya; terlambat 22 bulan)"
                ),
                Item(
                    "Kesatu, lalu sebuah kalimat yang panjang sekali tanpa tanda baca sampai di ujung baris ini"
                ),
            )
        ),
        items(60),
    )

    assert lines[1] == "Penetapan target tahunan: M01 RTH publik, M02 Sampah tertangani, …"
    assert lines[2] == "Kolam retensi yang sudah lama tertunda (belum diketahui keadaannya; …)"
    assert lines[3] == "Kesatu, lalu sebuah kalimat yang panjang sekali tanpa tanda baca sampai di…"


def test_what_the_first_sentence_says_is_not_cut_for_the_sake_of_a_list() -> None:
    headings = [block for nth in range(6) for block in (Heading(f"Bagian {nth}"), items(9))]
    text = drawn(Paragraph(f"Jawabannya {'panjang ' * 9}sampai di sini."), *headings)

    assert "sampai di sini." in text.replace("\n", " ")


def test_texts_are_as_long_as_there_is_room_the_first_ones_first() -> None:
    many = Items(tuple(Item(f"{nth} {'kata ' * 20}habis") for nth in range(1, 5)))
    lines = lines_of(many, Notes("Sumber", ()), Paragraph("kecil", "muted"), Code("x\n" * 20), height=28)

    assert [line for line in lines if line.endswith("habis")] == lines[2:6:2]
    assert lines[5].endswith("…")


def test_a_task_keeps_until_when_it_is_due() -> None:
    tasks = tuple(
        Task(f"R1-{nth} {'kata ' * 20}: tenggat {nth} Mei 2026; terlambat 3 hari") for nth in range(40)
    )
    first = lines_of(Checklist(tasks))[1]

    assert first.startswith("☐ R1-0 kata kata")
    assert first.endswith("kata…: tenggat 0 Mei 2026; terlambat 3 hari")
    assert len(first) <= WIDTH


def test_a_checklist_that_was_cut_already_gives_no_count_of_the_rest() -> None:
    text = drawn(Checklist(tuple(Task(f"tugas {nth}") for nth in range(40)), "… dan 12 lainnya"))

    assert "12" not in text.partition("tugas 15")[2]
    assert "\n… dan lainnya\n" in text


def test_a_cell_is_cut_after_a_sentence_only() -> None:
    cells = (
        Cell(
            "Nilai yang dipakai, dari turunan, sumber lemah, bukan nilai kota, dan tanpa tanggal terbit sama sekali"
        ),
        Cell(
            "Nilai yang dipakai berasal dari berita; nilai kota sendiri belum diterbitkan sampai hari ini juga, "
            + "meskipun sudah diminta " * 9
        ),
    )
    column = Column("Nilai", wrap=True)
    text = drawn(Table("", (column, column), (Group("", (cells,) * 12),)))

    assert "sama sekali" in text
    assert "dari berita;\n" in text
    assert "nilai kota sendiri" not in text


def test_the_head_of_a_letter_leaves_the_room_to_what_it_says() -> None:
    head = Fields(tuple((name, f"{name} dari nota ini") for name in ("Yth.", "Dari", "Tanggal", "Hal")))
    sections = [block for nth in range(5) for block in (Heading(f"Bagian {nth}"), items(9))]
    page = Page("NOTA", "", (head, *sections), letterhead=("PEMERINTAH KOTA", "BADAN"))
    draw = partial(terminal.render, width=WIDTH)
    lines = first_screen.on_one_screen(page, page, draw, first_screen.Room(WIDTH, HEIGHT)).splitlines()

    assert lines[:2] == [
        "NOTA",
        "Yth. Yth. dari nota ini · Dari Dari dari nota ini · Tanggal Tanggal dari nota",
    ]
    assert lines[-2].startswith("… dan")


def test_a_chart_stands_without_its_small_print() -> None:
    chart = Bars("Batang", (Bar("2026", 1, "satu"),), 2, remark="keterangan", source="sumber batang")
    text = drawn(chart, items(60))

    assert "2026 ████████████ satu" in text
    assert "keterangan" not in text
    assert "sumber batang" not in text


def test_where_all_is_another_page_its_lines_are_not_counted() -> None:
    page = Page("Judul", "", (items(100),))
    room = first_screen.Room(WIDTH, HEIGHT, ("--opd",), all_is_more=True)
    text = first_screen.on_one_screen(page, page, partial(terminal.render, width=WIDTH), room)

    assert text.endswith("Ini ringkasannya. Seluruhnya: tambahkan --all; persempit dengan --opd.\n")


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


def test_what_has_no_room_beside_a_wide_column_stands_below_it_from_the_left() -> None:
    columns = (Column("Keputusan", wrap=True), Column("Tenggat"), Column("Keadaan", drop=1))
    row = (
        Cell("Keputusan yang namanya panjang sekali"),
        Cell("31 Desember 2026"),
        Cell("sedang dikerjakan " * 2),
    )
    lines = drawn(Table("", columns, (Group("", (row,)),))).splitlines()

    assert lines[-1].strip() == "Keadaan sedang dikerjakan sedang dikerjakan"
    assert lines[-1].startswith("  K")


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)
def test_every_report_prints_one_screen_at_a_terminal(report: AnyReport) -> None:
    if report.compares or report.name == "proposed-targets":
        pytest.skip("is about two folders, or to be pasted into the plan whole")
    for typed in report.examples.values():
        said = on_a_screen(*typed.split())
        assert len(said.rstrip("\n").splitlines()) <= HEIGHT, said
        assert max(map(len, said.splitlines())) <= WIDTH


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)
def test_all_prints_as_many_lines_as_the_first_screen_says(report: AnyReport) -> None:
    if report.compares or report.name == "proposed-targets":
        pytest.skip("is about two folders, or to be pasted into the plan whole")
    for typed in {report.command, *report.examples.values()}:
        _, short = program_on_a_screen(*typed.split(), COLUMNS="80", LINES="24")
        if counted := re.search(r"Seluruhnya, (\d+) baris", short):
            assert len(on_a_screen(*typed.split(), "--all").splitlines()) == int(counted[1])


def test_the_first_screen_of_the_forecast_has_all_three_scenarios() -> None:
    said = on_a_screen("forecast")

    assert [line.partition(":")[0] for line in said.splitlines() if ": bila" in line] == [
        "Tren",
        "Rencana",
        "Target",
    ]
    assert "target 3–16." in said


def test_all_prints_at_a_terminal_what_a_pipe_gets() -> None:
    whole, short = on_a_screen("gaps", "--all"), on_a_screen("gaps")

    assert "Menutupnya" in whole
    assert len(whole.splitlines()) > 100
    assert f"Seluruhnya, {len(whole.splitlines())} baris: tambahkan --all" in short


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.name)
def test_what_is_said_to_narrow_a_report_is_an_option_of_its_command(
    report: AnyReport, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (word for word in report.command.split() if not word.startswith("-"))
    run([*words, "--help"])
    options = capsys.readouterr().out.split()

    assert [option for option in (*report.narrowed_by, "--all") if option not in options] == []


@pytest.mark.parametrize("columns", ["20", "40", "60", "80", "120", "300"])
def test_no_line_is_wider_than_the_screen(columns: str) -> None:
    said = on_a_screen("status", "--all", "--as-of", "2020-03-10", columns=columns)

    assert max(map(len, said.splitlines())) <= max(int(columns), 40)

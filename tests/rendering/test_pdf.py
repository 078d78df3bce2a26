"""PDF: what stands on the page can be read out of it again, by people and by programs, and does nothing."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from itertools import product
from math import ceil
from pathlib import Path
from unicodedata import bidirectional, category

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from serang_plan.page import (
    Cell,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Matrix,
    MatrixRow,
    Page,
    Panels,
    Paragraph,
    Signature,
    Table,
)
from serang_plan.rendering import fonts
from serang_plan.rendering.paper import pdf
from serang_plan.rendering.paper.column_widths import shares, text_width
from serang_plan.rendering.paper.outline import PaperTable, every_text, in_lengths, without_commands
from serang_plan.reports.parts.phrases import VALUES_OF_PLAN
from serang_plan.wording import LANGS
from tests.conftest import ROOT
from tests.properties.test_rendering_properties import PAYLOADS
from tests.readers.paper import every_block, lines_of, squeezed, words_of
from tests.readers.reports import PLANS, TYPED, page_of
from tests.sampling import sample

NAUGHTY = ROOT.parent / "shared" / "corpora" / "naughty-strings.json"

FOOT = re.compile(r"\n.*(Halaman|Page) \d+ (dari|of) \d+\s*$")
"""The foot of a sheet stands in the middle of a paragraph that goes over to the next."""


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    *sheets, last = (page.extract_text() for page in opened(content).pages)
    return squeezed("".join((*(FOOT.sub("", sheet) for sheet in sheets), last)))


def missing(page: Page) -> list[str]:
    """Return what the page says and its PDF does not."""
    found = text_of(pdf.render(page))
    shown = every_text(without_commands(page), pdf._drawable)
    return [words for words in words_of(shown) if squeezed(words) not in found]


READ_BACK = [case for case in product(TYPED, PLANS, LANGS) if case[0] != "stages-propose"]


@pytest.mark.parametrize(("example", "plan", "lang"), sample(READ_BACK, 16))
def test_the_text_of_every_report_can_be_read_back(example: str, plan: str, lang: str) -> None:
    assert missing(page_of(TYPED[example], plan, lang)) == []


def test_on_paper_nobody_is_told_what_to_type() -> None:
    lists = (
        Items((Item("Belum ada nilai: M04", "serang-plan gaps"),), numbered=True),
        Heading("Berikutnya"),
        Items((Item("Rincian 2027", "serang-plan stages --year 2027"),), hints=True),
    )

    assert text_of(pdf.render(Page("Judul", "", lists))).startswith("Judul1.Belumadanilai:M04Halaman1")


def test_a_signature_does_not_stand_alone_on_a_sheet() -> None:
    lines = tuple(Heading(f"Baris {nth}") for nth in range(19))
    for count in range(len(lines)):
        closing = (Paragraph("Demikian disampaikan."), Signature(("Kepala",), ("NIP",)))
        last = opened(pdf.render(Page("Judul", "", (*lines[:count], *closing)))).pages[-1].extract_text()
        assert "Demikian disampaikan." in last


def test_small_charts_follow_the_text_on_its_sheet_and_their_source_fills_its_line() -> None:
    source = VALUES_OF_PLAN.id
    panels = Panels("Nilai tiap indikator", (lines_of("RTH publik"),) * 7, source=source)

    (sheet,) = opened(pdf.render(Page("Judul", "", (Paragraph("Isi."), panels)))).pages

    assert source in sheet.extract_text().splitlines()


def test_every_block_can_be_read_back() -> None:
    assert missing(every_block("Taman Kota & Sungai <b>")) == []


@settings(max_examples=settings.default.max_examples // 4)
@example("\u0300")
@example("\u0627\u0644\u0633\u0644\u0627\u0645")
@example("a\u0301\u0489\u1ab0")
@example("中文 😀 🏳️‍🌈")
@given(st.text(max_size=60))
def test_any_text_makes_a_pdf(text: str) -> None:
    assert pdf.render(every_block(text)).startswith(b"%PDF")


def test_hostile_text_is_shown_and_does_nothing() -> None:
    rows = tuple((Cell(str(nth)), Cell(text)) for nth, text in enumerate(PAYLOADS))
    page = Page("Uji", "", (Table("", (Column("No"), Column("Teks")), (Group("", rows),)),))

    assert missing(page) == []
    assert links_of(pdf.render(page)) == []


def links_of(content: bytes) -> list[object]:
    return [note["/A"] for page in opened(content).pages for note in page.get("/Annots", []) if "/A" in note]


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the corpus is not here")
def test_naughty_strings_are_shown() -> None:
    texts = [text for text in json.loads(NAUGHTY.read_text(encoding="utf-8")) if text.strip()]
    shown = sample([text for text in texts if not is_reordered(text)], 100)
    pages = (Page("Uji", "", (Paragraph(text),)) for text in shown)

    assert [words for page in pages for words in missing(page)] == []


def is_reordered(text: str) -> bool:
    """Return whether letters run from right to left or pile up: a PDF keeps them in the order of their look."""
    return any(bidirectional(letter) in ("R", "AL") or category(letter) == "Mn" for letter in text)


@pytest.mark.parametrize("text", ["x" * 8_000, "kata " * 1600])
def test_text_of_any_length_is_drawn_in_every_block(text: str) -> None:
    page = every_block(text)._replace(stamp="serang-plan 1.2.3")  # the stamp is ours

    assert len(opened(pdf.render(page)).pages) > 10


def test_a_list_of_three_hundred_repeats_the_head_of_its_table() -> None:
    rows = tuple((Cell(f"nomor-{nth}"), Cell("isi")) for nth in range(300))
    table = Table("Tabel", (Column("Kepala"), Column("B")), (Group("", rows),))

    sheets = [one.extract_text() for one in opened(pdf.render(Page("Uji", "", (table,)))).pages]

    assert len(sheets) > 5
    assert all("Kepala" in sheet for sheet in sheets)
    assert sum(sheet.count("nomor-") for sheet in sheets) == 300


def test_a_long_table_is_set_in_lengths_of_the_same_columns_in_which_every_row_stands_once() -> None:
    groups = [
        Group(f"Kelompok {nth}", tuple((Cell(f"{nth}-{row}"),) for row in range(nth))) for nth in range(9)
    ]
    table = PaperTable("Judul", "Legenda", (Column("Kepala"),), tuple(groups))

    lengths = [*in_lengths(table, 5)]

    rows = [row for part in lengths for group in part.groups for row in group.rows]
    assert rows == [row for group in groups for row in group.rows]
    assert max(sum(len(group.rows) for group in part.groups) for part in lengths) == 5
    assert [group.title for part in lengths for group in part.groups if group.title] == [
        group.title for group in groups
    ]
    assert [part.caption for part in lengths] == ["Judul"] + [""] * (len(lengths) - 1)
    assert all(part.groups[0].title for part in lengths[:4])


def test_what_no_font_can_draw_is_written_out() -> None:
    assert "\\u4e2d\\u6587\\U0001f9ed" in text_of(pdf.render(Page("Uji", "", (Paragraph("中文🧭"),))))


def test_typst_can_draw_what_the_fonts_say_that_they_can() -> None:
    letters = sorted(map(chr, fonts.drawable()))
    alone = [letter for letter in letters if letter.isprintable() and pdf._drawable(letter) == letter]
    page = Page("Uji", "", tuple(Paragraph(" ".join(alone[at : at + 60])) for at in range(0, len(alone), 60)))

    pdf._typeset(page)


def test_the_properties_are_those_of_the_page() -> None:
    reader = opened(pdf.render(every_block("Nota")))

    assert reader.metadata is not None
    assert reader.metadata.title == "Nota"
    assert reader.metadata["/CreationDate"].startswith("D:20260630")
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [one.title for one in reader.outline if not isinstance(one, list)] == ["Nota"]


def test_the_same_page_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    made = []
    for nth, zone in enumerate(("Asia/Jakarta", "America/New_York")):
        folder = tmp_path / str(nth)
        folder.mkdir()
        code = (
            "import sys; from tests.readers.paper import every_block; "
            "from serang_plan.rendering.paper import pdf;"
            "sys.stdout.buffer.write(pdf.render(every_block('Taman')))"
        )
        surroundings = {
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": str(nth),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        }
        made.append(
            subprocess.run(
                [sys.executable, "-c", code], cwd=folder, env=surroundings, capture_output=True, check=True
            ).stdout
        )

    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")


def test_a_page_that_asks_for_it_fits_on_one_sheet() -> None:
    blocks = tuple(Paragraph("Lima dari enam belas indikator terpenuhi. " * 6) for _ in range(17))

    assert len(opened(pdf.render(Page("Nota", "", blocks))).pages) == 2
    assert len(opened(pdf.render(Page("Nota", "", blocks, compact=True))).pages) == 1


@pytest.mark.parametrize("before", range(47, 55))
def test_the_name_of_a_group_never_ends_a_sheet(before: int) -> None:
    rows = tuple((Cell(f"{nth}"), Cell("isi")) for nth in range(before))
    groups = (Group("", rows), Group("KELOMPOK", rows[:12]))
    page = Page("Uji", "", (Table("", (Column("No"), Column("Teks")), groups),))

    sheets = [sheet.extract_text() for sheet in opened(pdf.render(page)).pages]
    lines = [line for line in next(sheet for sheet in sheets if "KELOMPOK" in sheet).splitlines() if line]

    assert not lines[-2].startswith("KELOMPOK"), lines[-3:]


def test_a_column_keeps_its_short_texts_whole_where_most_rows_would_break() -> None:
    often = ["Laju", *["belum ada target"] * 15]
    seldom = ["Ambang", "hanya satu ini", *["–"] * 14]

    widths = shares([["Kode", *["kata " * 9] * 15], seldom, often], 22)

    assert widths[2] >= text_width("belum ada target") + 1
    assert widths[1] < text_width("hanya satu ini") + 1


def test_a_column_gives_room_to_another_where_that_makes_the_table_lower() -> None:
    names, needed = ["Indikator", *["M01 RTH publik", "M02 Sampah tertangani"] * 4], "kata " * 13
    columns = [names, ["Nilai", *["angka " * 9] * 8], ["Yang diperlukan", *[needed] * 4, *["kata"] * 4]]

    lines = [
        max(ceil(text_width(text.strip()) / (width - 1.4)) for width, text in zip(widths, row, strict=True))
        for widths in [shares(columns, 40)]
        for row in zip(*columns, strict=True)
    ]

    assert sum(lines) <= 21


@pytest.mark.parametrize("level", [False, True])
def test_level_paper_is_wider_than_high_and_has_room_for_ten_columns(level: bool) -> None:
    columns = tuple(Column(f"Kolom {nth}", drop=nth) for nth in range(12))
    table = Table("", columns, (Group("", (tuple(Cell("isi") for _ in columns),)),))

    (sheet,) = opened(pdf.render(Page("Judul", "", (table,), level=level))).pages

    assert (sheet.mediabox.width > sheet.mediabox.height) == level
    shown = sum(f"Kolom{nth}" in squeezed(sheet.extract_text()) for nth in range(12))
    assert shown == (10 if level else 7)


def test_a_code_stays_on_one_line() -> None:
    codes = ", ".join(f"{'K' * nth}EC-CIPOCOK-JAYA" for nth in range(1, 8))
    (sheet,) = opened(pdf.render(Page("Judul", "", (Paragraph(codes * 3),)))).pages

    assert "-\n" not in sheet.extract_text()


def test_the_names_beside_a_matrix_of_sixteen_columns_have_room_in_a_letter() -> None:
    names = ("DINKOPUKMPERINDAG", "KEC-CIPOCOK-JAYA")
    rows = tuple(MatrixRow(name, tuple((nth, Cell("P")) for nth in range(16))) for name in names)
    matrix = Matrix("Pembagian tugas", "OPD", tuple(f"M{nth:02}" for nth in range(1, 17)), rows)
    placed: dict[str, float] = {}

    def keep(text: str, outer: list[float], at: list[float], *_font: object) -> None:
        placed.setdefault(text.strip(), outer[4] + outer[0] * at[4])

    (sheet,) = opened(pdf.render(Page("NOTA", "", (matrix,), letterhead=()))).pages
    sheet.extract_text(visitor_text=keep)

    assert placed.keys() >= {*names, "M01"}
    width_of_the_longest = 11.28 * 0.82 * 11
    assert placed["M01"] - placed[names[0]] > width_of_the_longest

"""DOCX: real styles and structure, the words of the page, and nothing of the time or place of its making."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from datetime import datetime
from itertools import product
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from serang_plan.page import (
    Bar,
    Bars,
    Cell,
    Column,
    Group,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Signature,
    Table,
    Timeline,
    TimelineRow,
)
from serang_plan.rendering.paper.column_widths import text_width
from serang_plan.rendering.paper.outline import every_text, without_commands
from serang_plan.rendering.word import document as docx
from serang_plan.wording import LANGS, escape_invisible
from tests.conftest import ROOT
from tests.properties.test_rendering_properties import PAYLOADS
from tests.readers.paper import every_block, squeezed, words_of
from tests.readers.reports import PLANS, TYPED, page_of
from tests.sampling import sample

NAUGHTY = ROOT.parent / "shared" / "corpora" / "naughty-strings.json"


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """Return every word of a document, its foot included."""
    document = opened(content)
    roots = (document.element.body, document.sections[-1].footer._element)
    return squeezed("".join(one.text or "" for root in roots for one in root.iter(qn("w:t"))))


def missing(page: Page, reference: bytes | None = None) -> list[str]:
    """Return what the page says and its document does not."""
    found = text_of(docx.render(page, reference))
    shown = every_text(without_commands(page), escape_invisible)
    return [words for words in words_of(shown) if squeezed(words) not in found]


READ_BACK = [case for case in product(TYPED, PLANS, LANGS) if case[0] != "stages-propose"]


@pytest.mark.parametrize(("example", "plan", "lang"), sample(READ_BACK, 16))
def test_the_text_of_every_report_can_be_read_back(example: str, plan: str, lang: str) -> None:
    assert missing(page_of(TYPED[example], plan, lang)) == []


def test_every_block_can_be_read_back() -> None:
    assert missing(every_block("Taman Kota & Sungai <b>")) == []


@settings(max_examples=settings.default.max_examples // 12)
@example("\u0000\ufffe\U0001fffe]]>")
@example("中文 😀 🏳️‍🌈 \u0627\u0644")
@given(st.text(max_size=60))
def test_any_text_stands_in_the_document_as_typed(text: str) -> None:
    assert missing(every_block(text)) == []


def test_hostile_text_is_shown_and_does_nothing() -> None:
    texts = [*PAYLOADS, *(json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.exists() else ())]
    rows = tuple((Cell(str(nth)), Cell(text)) for nth, text in enumerate(texts))
    page = Page("Uji", "", (Table("", (Column("No"), Column("Teks")), (Group("", rows),)),))

    content = docx.render(page)

    assert missing(page) == []
    assert opened(content).element.body.xpath(".//w:hyperlink | .//w:instrText | .//w:object") == []
    assert "TargetMode" not in files_of(content)["word/_rels/document.xml.rels"].decode()


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_headings_are_headings_and_skip_no_level() -> None:
    blocks = (Heading("Satu"), Heading("Dalam", 4), Heading("Dua"), Heading("Tengah", 3), Heading("Kecil", 4))

    names = [one.style.name for one in opened(docx.render(Page("Judul", "", blocks))).paragraphs if one.text]

    assert names == ["Title", "Heading 1", "Heading 2", "Heading 1", "Heading 2", "Heading 3"]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    rows = tuple((Cell(f"baris {nth}"), Cell("isi")) for nth in range(80))
    page = Page("Uji", "", (Table("Tabel", (Column("A"), Column("B", "right")), (Group("", rows),)),))

    (table,) = opened(docx.render(page)).tables

    assert table.style.name == "Tabel Rencana"
    assert len(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(table._tbl.xpath("./w:tr/w:trPr/w:tblHeader")) == 1
    assert len(table._tbl.xpath("./w:tr/w:trPr/w:cantSplit")) == 81


def test_no_row_of_a_table_stands_alone_on_a_sheet() -> None:
    for count, tied in ((3, [0, 1]), (11, [0, 9])):
        rows = tuple((Cell(str(nth)),) for nth in range(count))
        table = Table("Tabel", (Column("A"),), (Group("", rows),))

        body = opened(docx.render(Page("Uji", "", (table,)))).tables[0]._tbl

        written = body.xpath("./w:tr[position() > 1]")
        assert [nth for nth, row in enumerate(written) if row.xpath(".//w:keepNext")] == tied


def test_what_word_wants_behind_the_last_table_takes_no_sheet_of_its_own() -> None:
    table = Table("Tabel", (Column("Nama"),), (Group("", ((Cell("isi"),),)),))
    last = opened(docx.render(Page("Judul", "", (table,)))).paragraphs[-1]

    assert last.text == ""
    assert last.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert last.paragraph_format.line_spacing.pt <= 1
    assert (last.paragraph_format.space_before, last.paragraph_format.space_after) == (0, 0)


def test_a_signature_stays_with_the_sentence_above_it() -> None:
    blocks = (Paragraph("Isi."), Paragraph("Demikian."), Signature(("Kepala",), ("NIP",)))

    written = opened(docx.render(Page("Nota", "", blocks))).paragraphs[1:-1]

    kept = [
        bool(one._p.xpath("./w:pPr/w:keepNext")) or one.style.paragraph_format.keep_with_next
        for one in written
    ]
    assert kept[:2] == [None, True]
    assert all(kept[2:])


def test_nobody_is_told_what_to_type() -> None:
    lists = (
        Items((Item("Belum ada nilai: M04", "serang-plan gaps"),), numbered=True),
        Heading("Berikutnya"),
        Items((Item("Rincian 2027", "serang-plan stages --year 2027"),), hints=True),
    )

    assert text_of(docx.render(Page("Judul", "", lists))).startswith("JudulBelumadanilai:M04Halaman1")


@pytest.mark.parametrize(("count", "pictures"), [(0, 1), (36, 1), (100, 3)])
def test_a_long_chart_is_drawn_in_parts_that_fit_on_a_sheet(count: int, pictures: int) -> None:
    bars = Bars("Bagan", tuple(Bar(f"baris {nth}", 0.5, "5") for nth in range(count)), 1.0)
    lanes = Timeline("Garis", ("2026",), 4, tuple(TimelineRow(f"l{nth}", (), "") for nth in range(count)), ())
    room = Mm(297).twips * 635 - 2 * 1247 * 635

    shapes = opened(docx.render(Page("Uji", "", (bars, lanes)))).inline_shapes

    assert len(shapes) == 2 * pictures
    assert all(shape.height < room for shape in shapes)


def test_a_picture_stands_between_the_margins() -> None:
    (picture,) = opened(
        docx.render(Page("Uji", "", (Bars("Bagan", (Bar("2027", 0.5, "5"),), 1.0),)))
    ).inline_shapes

    assert [picture._inline.get(side) for side in ("distT", "distB", "distL", "distR")] == ["0"] * 4


def test_marks_lead_to_their_notes() -> None:
    body = opened(docx.render(every_block("Nota"))).element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]

    assert names == ["catatan_1"]
    assert {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} == {"catatan_1"}


def test_boxes_can_be_ticked() -> None:
    xml = files_of(docx.render(every_block("Tugas")))["word/document.xml"].decode()

    assert re.findall(r'<w14:checked w14:val="(\d)"/>', xml) == ["0", "1"]


def test_pictures_say_what_they_show() -> None:
    body = opened(docx.render(every_block("Bagan"))).element.body
    described = [one.get("descr") for one in body.iter(qn("wp:docPr"))]

    assert len(described) == 5
    assert all(text.startswith("Bagan. ") for text in described)


def test_numbers_are_unique_where_word_wants_them_to_be() -> None:
    body = opened(docx.render(every_block("Nota"))).element.body
    for path in (".//w:sdtPr/w:id/@w:val", ".//wp:docPr/@id", ".//w:bookmarkStart/@w:id"):
        found = body.xpath(path)
        assert len(found) == len(set(found))


def test_the_properties_are_those_of_the_page_and_name_nobody() -> None:
    known = opened(docx.render(every_block("Nota"))).core_properties

    assert (known.title, known.language) == ("Nota", "id-ID")
    assert known.created == known.modified == datetime(2026, 6, 30, tzinfo=known.created.tzinfo)
    assert known.author == known.last_modified_by == "serang-plan"


def test_the_page_is_a4_and_numbered() -> None:
    section = opened(docx.render(every_block("Nota"))).sections[-1]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_the_same_page_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    made = []
    for nth, zone in enumerate(("Asia/Jakarta", "America/New_York")):
        folder = tmp_path / str(nth)
        folder.mkdir()
        code = (
            "import sys; from tests.readers.paper import every_block; "
            "from serang_plan.rendering.word import document as docx;"
            "sys.stdout.buffer.write(docx.render(every_block('Taman')))"
        )
        surroundings = {
            **os.environ,
            "TZ": zone,
            "USER": f"pengguna{nth}",
            "PYTHONHASHSEED": str(nth),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        }
        made.append(
            subprocess.run(
                [sys.executable, "-c", code], cwd=folder, env=surroundings, capture_output=True, check=True
            ).stdout
        )

    assert made[0] == made[1]
    assert len(made[0]) > 10_000


# -- through another program --------------------------------------------------------------


@pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not here")
def test_every_block_opens_in_another_program(tmp_path: Path) -> None:
    path = tmp_path / "semua.docx"
    path.write_bytes(docx.render(every_block("Taman Kota")))

    text = squeezed("".join(page.extract_text() for page in through_libreoffice(path).pages))

    assert text.count("TamanKota") > 30
    assert "Halaman1dari" in text


def through_libreoffice(path: Path) -> PdfReader:
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return PdfReader(path.with_suffix(".pdf"))


def test_text_of_any_length_is_drawn() -> None:
    assert missing(Page("Uji", "", (Paragraph("kata " * 5000), Paragraph("x" * 40_000)))) == []


@pytest.mark.parametrize("plan", PLANS)
def test_a_column_of_a_page_made_small_has_room_for_its_longest_word_in_the_print_of_tables(
    plan: str,
) -> None:
    page = page_of(TYPED["status"], plan, "id")
    table = next(table for table in Document(io.BytesIO(docx.render(page))).tables if len(table.columns) == 7)

    rows = [[cell.text for cell in row.cells] for row in table.rows]
    for column, texts in zip(
        table.columns, zip(*(row for row in rows if len({*row}) > 1), strict=True), strict=True
    ):
        longest = max(text_width(word) for text in texts for word in text.split())
        assert column.width.pt >= 9 * longest + 8.5

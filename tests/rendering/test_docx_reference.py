"""A city's own Word file: its styles, head, foot and paper win; its old text is gone; a broken one is named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from serang_plan.cli.main import run
from serang_plan.page import Fields, Heading, Item, Items, Page, Paragraph, Table
from serang_plan.rendering.paper.column_widths import text_width
from serang_plan.rendering.word import document as docx
from serang_plan.rendering.word.template import BrokenReferenceError, HugeReferenceError
from tests.readers.paper import every_block, squeezed
from tests.readers.reports import PLANS
from tests.rendering.test_docx import files_of, missing, opened, text_of


def kop(*, without: tuple[str, ...] = (), head: str = "", foot: str = "") -> bytes:
    """Return a city's Word file: serif print, green headings, long paper, and some old text."""
    document: Any = Document()
    paper = document.sections[0]
    paper.page_width, paper.page_height, paper.left_margin = Mm(215), Mm(330), Mm(30)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Liberation Serif", Pt(12)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0, 0x80, 0)
    for name in without:
        element = document.styles[name]._element
        element.getparent().remove(element)
    if head:
        paper.header.paragraphs[0].text = head
        paper.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    if foot:
        paper.footer.paragraphs[0].text = foot
    document.add_paragraph("Isi lama yang rahasia")
    document.add_picture(
        io.BytesIO(docx._pixels('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'))
    )
    return as_bytes(document)


def as_bytes(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_template(document: bytes) -> bytes:
    """Return the document as Word saves a template."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"document.main+xml", b"template.main+xml"))
    return written.getvalue()


PAGE = Page(
    "Judul", "", (Heading("Bab"), Paragraph("Isi baru."), Items((Item("satu"),), numbered=True)), "stempel"
)


def test_the_citys_styles_and_paper_win() -> None:
    document = opened(docx.render(PAGE, kop()))
    paper = document.sections[-1]

    assert document.styles["Normal"].font.name == "Liberation Serif"
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0, 0x80, 0)
    assert (round(paper.page_width.mm), round(paper.page_height.mm)) == (215, 330)


def test_the_title_of_a_letter_looks_as_the_citys_titles_do() -> None:
    city: Any = Document(io.BytesIO(kop()))
    city.styles["Title"].font.size, city.styles["Title"].font.color.rgb = Pt(22), RGBColor(0x80, 0, 0)

    title = opened(docx.render(PAGE._replace(letterhead=()), as_bytes(city))).paragraphs[0].style

    assert title.base_style.font.size == Pt(22)
    assert (title.font.size, title.font.color.rgb) == (None, None)


@pytest.mark.parametrize("size", [12, 14, 16])
def test_the_names_of_a_letters_fields_are_never_broken(size: int) -> None:
    city: Any = Document(io.BytesIO(kop()))
    city.styles["Normal"].font.size = Pt(size)
    letter = PAGE._replace(blocks=(Fields((("Tembusan", "Inspektur"), ("Classification", "Urgent"))),))

    names = opened(docx.render(letter, as_bytes(city))).tables[0].columns[0]

    assert names.width.pt > text_width("Classification") * size


def test_the_old_text_and_its_pictures_are_gone() -> None:
    files = files_of(docx.render(PAGE, kop()))

    assert b"rahasia" not in b"".join(files.values())
    assert [name for name in files if "media" in name] == []


def test_its_head_and_foot_stay_and_the_stamp_goes_below_the_text() -> None:
    letter = PAGE._replace(letterhead=("PEMERINTAH KOTA CONTOH",))

    document = opened(docx.render(letter, kop(head="Kop kota", foot="Kaki kota")))

    said = [one.text for one in document.paragraphs]
    assert document.sections[-1].header.paragraphs[0].text == "Kop kota"
    assert document.sections[-1].footer.paragraphs[0].text == "Kaki kota"
    assert said[-1] == "stempel"
    assert "PEMERINTAH KOTA CONTOH" not in said


def test_without_its_own_the_letterhead_and_numbered_pages_are_ours() -> None:
    content = docx.render(PAGE._replace(letterhead=("PEMERINTAH KOTA CONTOH",)), kop())

    assert "PEMERINTAHKOTACONTOH" in text_of(content)
    assert "stempelHalaman1dari1" in squeezed(text_of(content))


@pytest.mark.parametrize(
    "without", [(), ("Title", "List Number", "List Bullet", "Caption", "Heading 2", "Footer")]
)
def test_styles_that_it_lacks_are_added_and_every_block_is_drawn(without: tuple[str, ...]) -> None:
    page = every_block("Taman Kota")
    content = docx.render(page, kop(without=without))
    styles = opened(content).styles.element
    known = {one.get(qn("w:styleId")) for one in styles.iter(qn("w:style"))}
    used = {
        one.get(qn("w:val"))
        for part in (opened(content).element.body, styles)
        for name in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
        for one in part.iter(qn(name))
    }

    assert missing(page, kop(without=without)) == []
    assert used <= known


def test_each_numbered_list_begins_at_one() -> None:
    lists = (Items((Item("a"), Item("b")), numbered=True), Items((Item("c"),), numbered=True))
    for reference in (None, kop(), kop(without=("List Number",))):
        body = opened(docx.render(Page("Uji", "", lists), reference)).element.body
        numbers = body.xpath(".//w:pPr/w:numPr/w:numId/@w:val")
        assert len(numbers) == 3
        assert numbers[0] == numbers[1] != numbers[2]


def test_a_reference_without_numbering_gets_some() -> None:
    with zipfile.ZipFile(io.BytesIO(kop(without=("List Number",)))) as before:
        kept = {name: before.read(name) for name in before.namelist() if "numbering" not in name}
    kept = {
        name: b"".join(part for part in data.split(b"\n"))
        .replace(b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-'
                 b'officedocument.wordprocessingml.numbering+xml"/>', b"")
        for name, data in kept.items()
    }  # fmt: skip
    relations = kept["word/_rels/document.xml.rels"].split(b"<Relationship ")
    kept["word/_rels/document.xml.rels"] = b"<Relationship ".join(
        one for one in relations if b"numbering.xml" not in one or one.endswith(b"</Relationships>")
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in kept.items():
            archive.writestr(name, data)

    assert missing(PAGE, written.getvalue()) == []


@pytest.mark.parametrize(
    "reference",
    [
        b"", b"bukan zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x05\x06" + b"\0" * 18,
        kop()[:4000],
    ],
    ids=["kosong", "teks", "doc-lama", "zip-kosong", "terpotong"],
)  # fmt: skip
def test_what_is_no_word_file_is_refused(reference: bytes) -> None:
    with pytest.raises(BrokenReferenceError):
        docx.render(PAGE, reference)


@settings(max_examples=settings.default.max_examples * 2 // 5)
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=30))
def test_a_damaged_reference_is_used_or_refused(at: int, damage: bytes) -> None:
    whole = REFERENCE
    damaged = whole[: at % len(whole)] + damage + whole[at % len(whole) + len(damage) :]

    try:
        content = docx.render(PAGE, damaged)
    except BrokenReferenceError:
        return
    assert "Isibaru." in text_of(content)


REFERENCE = kop(head="Kop kota")


def test_a_spreadsheet_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(BrokenReferenceError):
        docx.render(PAGE, written.getvalue())


@pytest.mark.parametrize("bound", ["_LARGEST", "_LARGEST_XML", "_MOST_PARTS", "_MOST_STYLES"])
def test_one_that_unfolds_to_too_much_is_refused(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"serang_plan.rendering.word.template.{bound}", 10)

    with pytest.raises(HugeReferenceError):
        docx.render(PAGE, kop())


def test_a_million_styles_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    style, end = b'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style>', b"</w:styles>"
    with (
        zipfile.ZipFile(io.BytesIO(kop())) as before,
        zipfile.ZipFile(tmp_path / "kop.docx", "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(end, style * 1_000_000 + end))
    folder, as_of = PLANS["contoh"]
    monkeypatch.chdir(tmp_path)
    typed = ["status", "--data", folder, "--as-of", as_of, "-o", "a.docx", "--reference", "kop.docx"]
    start = process_time()

    code = run(typed)

    assert code == 2
    assert "berkas acuan `kop.docx` terlalu besar" in capsys.readouterr().err
    assert process_time() - start < 5


def test_the_same_reference_gives_the_same_bytes() -> None:
    reference = kop(head="Kop kota")

    assert docx.render(every_block("Taman"), reference) == docx.render(every_block("Taman"), reference)


def test_a_narrow_paper_still_has_room() -> None:
    document: Any = Document()
    document.sections[0].page_width = Mm(60)
    page = Page("Uji", "", (Fields((("Yth.", "Wali Kota"),)), Table("T", (), ())))

    assert docx.render(page, as_bytes(document))


# -- on the command line ------------------------------------------------------------------


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    folder, as_of = PLANS["contoh"]
    code = run(["status", "--data", folder, "--as-of", as_of, *arguments])
    return code, capsys.readouterr().err


def test_a_report_takes_over_the_styles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kop.docx").write_bytes(kop(head="Kop kota"))
    written = tmp_path / "status.docx"

    code, said = said_by(capsys, "-o", str(written), "--reference", str(tmp_path / "kop.docx"))

    assert (code, said) == (0, "")
    assert opened(written.read_bytes()).sections[-1].header.paragraphs[0].text == "Kop kota"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tidak-ada.docx", "tidak dapat dibuka"),
        (".", "adalah folder, bukan berkas Word"),
        ("teks.docx", "bukan berkas Word"),
        ("kop.dotx", "adalah templat Word, bukan dokumen"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "teks.docx").write_text("teks")
    (tmp_path / "kop.dotx").write_bytes(as_template(kop()))

    code, said = said_by(capsys, "-o", str(tmp_path / "x.docx"), "--reference", str(tmp_path / name))

    assert code == 2
    assert words in said
    assert not (tmp_path / "x.docx").exists()


def test_it_is_only_for_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = said_by(capsys, "-o", str(tmp_path / "x.md"), "--reference", "kop.docx")

    assert code == 2
    assert "hanya untuk keluaran docx" in said

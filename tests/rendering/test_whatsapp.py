"""WhatsApp: what a telephone shows; a stricter reader than any telephone looks for markup and addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linkify_it import LinkifyIt

from serang_plan.page import (
    Callout,
    Cell,
    Checklist,
    Code,
    Column,
    Fact,
    Facts,
    Group,
    Heading,
    Item,
    Items,
    Matrix,
    MatrixRow,
    Note,
    Notes,
    Page,
    Paragraph,
    Signature,
    Table,
    Task,
)
from serang_plan.rendering.text.whatsapp import BREAK, MOST_LINES, bold, inert, render
from serang_plan.wording import LANGS, escape_invisible
from tests.readers.reports import PLANS, TYPED, written

BOLD, ITALIC, STRUCK = (
    re.compile(rf"(?:^|[\W_]){mark}(?=\S)[^\n]*?(?<=\S){mark}(?=$|[\W_])", re.M) for mark in (r"\*", "_", "~")
)
MARKUP = st.text(alphabet="*_~`ab1 .>#-", max_size=20)


def formats(line: str) -> list[str]:
    found = [one.group() for mark in (BOLD, ITALIC, STRUCK) for one in mark.finditer(line)]
    return found + re.findall(r"`\S", line)


def typed(shown: str) -> str:
    return shown.replace(BREAK, "")


# -- data is text ----------------------------------------------------------------------


@given(MARKUP)
def test_no_markup_in_a_text_formats_anything(text: str) -> None:
    assert formats(inert(text)) == []


@given(MARKUP.filter(str.strip))
def test_a_bold_line_is_bold_from_end_to_end_and_nowhere_else(text: str) -> None:
    line = bold(text)

    assert line[0] == line[-1] == "*"
    assert formats(line[1:-1]) == []


@given(st.text(max_size=60) | MARKUP)
def test_a_text_shows_as_it_was_typed(text: str) -> None:
    assert typed(inert(text)) == " ".join(escape_invisible(text).split())


@pytest.mark.parametrize(
    "text",
    [
        "https://contoh.go.id/a?b=c",
        "http://10.20.30.40/x",
        "www.contoh.co.id",
        "bantennews.co.id",
        "nama@contoh.go.id",
        "mailto:nama@contoh.go.id",
        "ftp://contoh.id",
    ],
)
def test_no_address_can_be_tapped(text: str) -> None:
    links = LinkifyIt()

    assert links.test(text)
    assert not links.test(inert(text))
    assert typed(inert(text)) == text


@pytest.mark.parametrize("text", ["> kutipan", "- butir", "* butir", "1. satu", "# kepala", "• titik"])
def test_a_line_that_begins_with_data_opens_no_list_and_no_quotation(text: str) -> None:
    said = render(Page("Judul", "", (Paragraph(text),)))

    line = said.splitlines()[-1]
    assert not re.match(r"[>#*\-•]|\d+[.)]", line)
    assert typed(line) == text


def test_ordinary_words_and_numbers_have_nothing_in_them_that_was_not_typed() -> None:
    for text in (
        "DPUPR, 22,2% (2019)",
        "Rp2,5 miliar",
        "1.234.567 jiwa",
        "A_1 snake_case",
        "~ kira-kira",
        "S.d. 2029",
    ):
        assert inert(text) == text


def test_code_cannot_be_left_early() -> None:
    said = render(Page("Judul", "", (Code("a: 1\n```\n*b*"),)))

    assert said.count("```") == 2


# -- blocks as lines -------------------------------------------------------------------


def test_a_row_is_a_line_and_what_is_unknown_is_left_out_of_it() -> None:
    columns = (
        Column("Kode"),
        Column("Indikator", wrap=True, bare=True),
        Column("Nilai", "right", bare=True),
        Column("Ambang", drop=2),
        Column("OPD", drop=1),
        Column("Laju", drop=8),
    )
    rows = (
        (Cell("✗ M01"), Cell("RTH"), Cell("12%"), Cell("≥ 20%"), Cell("DLH"), Cell("tertinggal")),
        (Cell("M02"), Cell("Sampah"), Cell("–"), Cell("≥ 70%"), Cell(""), Cell("–")),
    )

    said = render(Page("Judul", "", (Table("Semua", columns, (Group("Fisik", rows),)),)))

    assert said == (
        "*Judul*\n\n*Semua*\n\n_Fisik_\n✗ M01 RTH: 12%, ambang ≥ 20%, OPD DLH\n• M02 Sampah: ambang ≥ 70%\n"
    )


def test_boxes_warnings_and_lists_show_as_such() -> None:
    blocks = (
        Callout("Masih KANDIDAT."),
        Checklist((Task("Bawa data"), Task("Tanda tangan", done=True)), "… dan 2 lainnya"),
        Items((Item("Satu", "serang-plan gaps"), Item("Dua")), numbered=True),
        Heading("Berikutnya"),
        Items((Item("Rincian", "serang-plan status"),), hints=True),
    )

    assert render(Page("Judul", "", blocks, stamp="serang-plan 1.2.3")) == (
        "*Judul*\n\n⚠ *Masih KANDIDAT.*\n☐ Bawa data\n☑ Tanda tangan\n… dan 2 lainnya\n1. Satu\n2. Dua\n\n"
        "_serang-plan 1.2.3_\n"
    )


def test_each_sentence_of_a_long_text_is_a_line_and_a_short_text_is_one() -> None:
    named = "Penetapan target untuk M01 RTH publik, M02 Sampah, M03 Permukiman kumuh, dan 10 lainnya"
    long = f"{named}. Pelaksana: DLH (UU No. 26, Jl. Ahmad Yani). M11 belum memiliki OPD."
    short = "M01 belum memiliki nilai. Pelaksana: DLH."
    page = Page("Judul", "", (Paragraph(long), Items((Item(long), Item(short)), numbered=True)))

    rest = ["Pelaksana: DLH (UU No. 26, Jl. Ahmad Yani).", "M11 belum memiliki OPD."]
    assert render(page).splitlines()[1:] == [
        "",
        f"{named}.",
        *rest,
        f"1. {named}.",
        *rest,
        f"2. {short}",
    ]


def test_of_a_long_list_of_facts_the_main_ones_stand() -> None:
    facts = Facts("M01", (Fact("Nilai", "12%"), Fact("Pengampu", "DLH", main=True)))

    assert "Nilai" not in render(Page("Judul", "", (facts,)))
    assert "Pengampu: DLH" in render(Page("Judul", "", (facts,)))


def test_what_has_no_room_and_what_is_no_text_is_named() -> None:
    blocks = (
        Heading("Peran"),
        Matrix("OPD × indikator", "OPD", ("M01",), (MatrixRow("DLH", ((0, Cell("P")),)),)),
        Heading("Panjang"),
        *(Paragraph(f"Kalimat {nth}.") for nth in range(MOST_LINES)),
        Heading("Pendek"),
        Paragraph("Kalimat akhir."),
    )

    said = render(Page("Judul", "", blocks))

    assert said.endswith("*Pendek*\n\nKalimat akhir.\n\nDalam laporan lengkap: Peran dan Panjang.\n")


@pytest.mark.parametrize("sources", [3, MOST_LINES])
def test_a_source_is_cited_only_where_the_list_of_sources_has_room(sources: int) -> None:
    blocks = (
        Paragraph("Kalimat.", marks=("[1]",)),
        Items((Item("Butir", marks=("[2]",)),)),
        Table(
            "Tabel",
            (Column("Kode"), Column("Nilai")),
            (Group("", ((Cell("M01"), Cell("5", marks=("[3]",))),)),),
        ),
        Notes("Sumber", tuple(Note(f"[{nr}]", "Koran") for nr in range(1, sources + 1))),
    )

    said = render(Page("Judul", "", blocks))

    is_named = sources == 3
    assert ("[1] Koran" in said) == is_named
    assert all((f"{words} {mark}" in said) == is_named for words, mark in CITED.items())
    assert ("Dalam laporan lengkap: Sumber." in said) != is_named


CITED = {"Kalimat.": "[1]", "• Butir": "[2]", "nilai 5": "[3]"}


def test_nobody_signs_a_message() -> None:
    signed, unsigned = (
        render(Page("Judul", "", (Paragraph("Kalimat."), Signature(above, ("NIP",)))))
        for above in (("Serang, 10 Maret 2020", "Kepala Dinas"), ())
    )

    assert signed == "*Judul*\n\nKalimat.\n\nSerang, 10 Maret 2020\nKepala Dinas\n"
    assert unsigned.rstrip() == "*Judul*\n\nKalimat."


# -- reports ---------------------------------------------------------------------------

AT_A_DESK = {"stages-propose", "briefing-bappeda"}
"""YAML to be pasted, and the note that has everything."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("example", [name for name in TYPED if name not in AT_A_DESK])
def test_a_report_is_no_longer_than_one_reads_on_a_telephone(example: str, plan: str, lang: str) -> None:
    lines = written(TYPED[example], plan, lang, "whatsapp").decode().splitlines()

    assert len(lines) <= MOST_LINES + 10
    assert not any(" | " in line or "serang-plan " in line[:-30] for line in lines)

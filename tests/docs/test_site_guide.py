"""What the guide says of each kind of page of the public site can be read on such a page, in both languages."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

import pytest

from serang_plan.operations.public_site import site_files
from serang_plan.reports.website.addresses import KINDS
from serang_plan.wording import LANGS, Lang, Text
from tests.conftest import ROOT, read
from tests.operations.test_public_site import OPEN_AND_INTERNAL
from tests.readers.site import STAMP, written

GUIDES: dict[Lang, str] = {"id": "docs/id/situs.md", "en": "docs/en/site.md"}
ROW = re.compile(r"^\| (\w[^|]*) \| ([^|`]+) \|$", re.MULTILINE)


class Kept(NamedTuple):
    """A row of the guide, and where it is kept: on pages of the sites of tests, in words that stand there."""

    row: Text
    seen: tuple[tuple[str, str, Text], ...]


PROMISED = (
    Kept(
        Text(
            "status semua indikator, pernyataan di samping bukti, tindak lanjut keputusan rakor",
            "how all indicators stand, claims beside the evidence, what became of the decisions of meetings",
        ),
        (
            ("contoh", "index.html", Text("Indikator menurut aspek", "Indicators by aspect")),
            ("contoh", "index.html", Text("8 dari 16 terpenuhi. Bukti: 6", "8 of 16 met. Evidence: 6")),
            ("contoh", "index.html", Text("Tindak lanjut keputusan rakor", "Follow-up of the decisions")),
        ),
    ),
    Kept(
        Text(
            "nilai beserta tandingannya, sumber, grafik, setiap metode dengan hitungannya, ambang menurut waktu, "
            "pengampu, kegiatan",
            "values with their rivals, sources, the chart, every method with its workings, thresholds over time, "
            "who leads, actions",
        ),
        (
            ("serang", "indikator/M09.html", Text("6,12%", "6.12%")),
            ("serang", "indikator/M09.html", Text("Sumber S141 penabanten.com", "Source S141 penabanten.com")),
            ("serang", "indikator/M09.html", Text("Nilai menurut waktu (", "Values over time (")),
            ("serang", "indikator/M09.html", Text("Perhitungan tiap metode", "Workings of each method")),
            ("serang", "indikator/M09.html", Text("D8 Capaian kinerja", "D8 Performance of the year")),
            ("serang", "indikator/M09.html", Text("Ambang menurut waktu", "Thresholds over time")),
            ("serang", "indikator/M09.html", Text("Siapa yang mengampu", "Who leads")),
            ("contoh", "indikator/M05.html", Text("A13 Pemeliharaan jalan kota", "A13 Pemeliharaan jalan kota")),
        ),
    ),
    Kept(
        Text("nama-namanya dan daftar periksanya", "its names and its checklist"),
        (
            ("serang", "opd/BAPPEDA.html", Text("Nama lain Bapperida", "Other names Bapperida")),
            ("serang", "opd/BAPPEDA.html", Text("Daftar periksa rakor", "Checklist for the rakor")),
        ),
    ),
    Kept(
        Text("fokus, target dan kegiatan tahun itu", "focus, targets and actions of that year"),
        (
            ("contoh", "tahun/2026.html", Text("Fokus: Sampah", "Focus: Sampah")),
            ("contoh", "tahun/2026.html", Text("Target 2026", "Targets of 2026")),
            ("contoh", "tahun/2026.html", Text("Kegiatan 2026", "Actions of 2026")),
        ),
    ),
    Kept(
        Text("siapa, kapan, dan apa yang terjadi sesudahnya", "who, when, and what happened since"),
        (
            ("contoh", "kegiatan/A13.html", Text("Pelaksana DPUPR", "Carried out by DPUPR")),
            ("contoh", "kegiatan/A13.html", Text("Mulai TW I 2026", "Start Q1 2026")),
            ("contoh", "kegiatan/A13.html", Text("Keadaan berjalan", "State running")),
            ("contoh", "rakor/2024-11-20.html", Text("Diundang SETDA", "Invited SETDA")),
            ("contoh", "rakor/2024-11-20.html", Text("Tanggal 20 November 2024", "Date 20 November 2024")),
            ("contoh", "rakor/2024-11-20.html", Text("dilaporkan selesai", "reported done")),
            ("contoh", "keputusan/R1-1.html", Text("Penanggung jawab DLH", "In charge DLH")),
            ("contoh", "keputusan/R1-1.html", Text("31 Des 2024", "31 Dec 2024")),
            ("contoh", "keputusan/R1-1.html", Text("dilaporkan selesai", "reported done")),
        ),
    ),
    Kept(
        Text("apa yang dikatakan orang lain, butir demi butir", "what others have said, item by item"),
        (
            ("contoh", "kriteria/L1.html", Text("Butir L1, pernyataan dan bukti", "The items of L1, what was said")),
            ("contoh", "pernyataan/K2.html", Text("Butir L1-3 belum", "Item L1-3 not met")),
            ("contoh", "pertentangan/P2.html", Text("5,2 % menurut angka sementara. Sumber S28", "5,2 % menurut angka sementara. Source S28")),
        ),
    ),
    Kept(
        Text(
            "penerbit, tanggal, kelemahan, alamat, dan apa yang bertumpu padanya",
            "publisher, date, weakness, address, and what rests on it",
        ),
        (
            ("serang", "sumber/S18.html", Text("Penerbit Salinan di pdfcoffee", "Publisher Salinan di pdfcoffee")),
            ("serang", "sumber/S18.html", Text("Terbit tanpa tanggal", "Published undated")),
            ("serang", "sumber/S18.html", Text("Kelemahan Paparan tentang", "Weakness Paparan tentang")),
            ("serang", "sumber/S18.html", Text("Alamat https://pdfcoffee.com", "Address https://pdfcoffee.com")),
            ("serang", "sumber/S18.html", Text("M02 Sampah tertangani Sebagai ambang", "M02 Waste handled As threshold")),
        ),
    ),
    Kept(
        Text("jenisnya, dan di mana saja ia disebut", "what they are, and where they are named"),
        (
            ("serang", "mitra/BPS.html", Text("Jenis pusat", "Kind national government")),
            ("serang", "mitra/BPS.html", Text("M04 Air minum layak", "M04 Drinking water")),
        ),
    ),
    Kept(
        Text("temuan menurut aturan, dan mengapa aturan itu penting", "findings by rule, and why the rule matters"),
        (
            ("contoh", "mutu.html", Text("R804 Banyak 1", "R804 Count 1")),
            ("contoh", "mutu.html", Text("Yang menunggu keputusan ini", "Whoever waits for it is late as well")),
        ),
    ),
    Kept(
        Text(
            "laporan sebagai JSON, CSV, dan XLSX bila paketnya terpasang",
            "reports as JSON, CSV, and XLSX if its package is installed",
        ),
        (("contoh", "unduhan.html", Text("JSON status.json CSV status.csv", "JSON status.json CSV status.csv")),),
    ),
)  # fmt: skip


def rows(lang: Lang) -> list[tuple[str, str]]:
    """Return the first table of the guide: what its pages are called, and what is there."""
    _, _, table = (ROOT / GUIDES[lang]).read_text(encoding="utf-8").partition("| --- |")
    return ROW.findall(table.partition("\n\n")[0])


def in_words(page: bytes) -> str:
    """Return what can be read on a page, in one line."""
    inline = re.sub(rb"</?(a|b|strong|span|code|em)\b[^>]*>", b"", page)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", inline.decode())).split())


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_the_guide_is_kept_by_a_test(lang: Lang) -> None:
    assert [there for _, there in rows(lang)] == [promise.row.for_lang(lang) for promise in PROMISED]


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_names_every_kind_of_page(lang: Lang) -> None:
    named = {name.casefold() for kinds, _ in rows(lang) for name in kinds.split(", ")}

    assert {kind.title.for_lang(lang).casefold() for kind in KINDS} <= named


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("promise", PROMISED, ids=lambda promise: promise.row.en[:20])
def test_what_the_guide_says_is_there_can_be_read_there(promise: Kept, lang: Lang) -> None:
    missing = [
        (path, said.for_lang(lang))
        for site, path, said in promise.seen
        if said.for_lang(lang) not in in_words(written(site)[f"{lang}/{path}"])
    ]

    assert missing == []


def test_the_page_of_data_quality_counts_what_is_not_published_too() -> None:
    """Of five decisions that nobody is in charge of, two were taken in meetings that are closed."""
    site = dict(site_files(read(**OPEN_AND_INTERNAL), STAMP))

    assert "R801 Banyak 5" in in_words(site["id/mutu.html"])
    assert [path for path in site if path.startswith("id/keputusan/R")] == [
        "id/keputusan/R1-1.html",
        "id/keputusan/R5-1.html",
    ]

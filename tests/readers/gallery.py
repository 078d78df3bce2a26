"""A page that shows every kind of block once and in each of its ways, with other words in every place."""

from __future__ import annotations

from datetime import date

from serang_plan.page import (
    Bar,
    Bars,
    Block,
    Callout,
    Cell,
    ChartLine,
    Checklist,
    Code,
    Column,
    Fact,
    Facts,
    Fields,
    Figure,
    Group,
    Heading,
    Interval,
    Item,
    Items,
    KeyFigures,
    LinePoint,
    Lines,
    Matrix,
    MatrixRow,
    Note,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stack,
    StackPart,
    Stacks,
    Table,
    Task,
    Timeline,
    TimelineRow,
)
from serang_plan.wording import Lang

LONG = (
    "Taman di tiap kelurahan dibuka sampai malam (termasuk hari libur). Penjaganya dari warga setempat dan "
    "dibayar kelurahan: pagi dua orang; siang tiga orang; malam empat orang dan satu mobil keliling yang "
    "datang tiap jam, sampai TW IV 2028, dengan nilai ≥ 20% dan biaya Rp1,5 miliar."
)
HOSTILE = (
    "*tebal* _miring_ `kode` <b>&amp;</b> a|b https://contoh.go.id @bappeda 1. #satu [x](y) \u202eterbalik"
)

TEXTS: tuple[Block, ...] = (
    Fields((("Yth.", "Wali Kota"), ("Nomor surat", ""))),
    Heading("Bagian pertama"),
    Paragraph("Kalimat biasa."),
    Paragraph("Kalimat yang bersumber", "claimed", ("[1]", "[2]")),
    Paragraph(LONG),
    Paragraph(HOSTILE),
    Callout("Jangan terlewat!"),
    Heading("Bagian kecil", 3),
    KeyFigures((Figure("terpenuhi", 3, "good", "✓"), Figure("belum", 5, "bad", "✗"), Figure("kosong", 0)), 8),
    Items((Item("Langkah satu", "serang-plan gaps", marks=("[2]",)), Item(LONG, tone="warn")), numbered=True),
    Items((Item("Butir dengan jalan", "serang-plan status", "bad", ahead="lihat"), Item("- butir polos"))),
    Items((Item("Rincian", "serang-plan forecast"),), hints=True),
    Heading("Yang dicentang", 4),
    Checklist((Task("Belum dibawa"), Task("Sudah dibawa", done=True)), "… dan 3 lainnya"),
    Code("kunci: nilai\n  di dalam: ```\n", "yaml"),
    Facts(
        "M01 · Taman",
        (Fact("Nilai", "12%", "bad"), Fact("Pengampu", "DLH", main=True), Fact("", "dan DPUPR", "muted")),
        "bad",
    ),
    Facts("M02 · Sungai", (Fact("Sebab", LONG), Fact("Langkah", "bersihkan"))),
    Facts("M03 · tanpa keterangan", ()),
)
TABLES: tuple[Block, ...] = (
    Table(
        "Indikator per bidang",
        (
            Column("Kode"),
            Column("Indikator", wrap=True, bare=True),
            Column("Nilai", "right", bare=True),
            Column("Ambang", drop=2),
            Column("OPD", drop=1),
            Column("Kelas", drop=3, redundant=True),
            Column("Laju per tahun", "right", drop=8),
        ),
        (
            Group(
                "Fisik",
                (
                    (
                        Cell("✗ M01", "bad"),
                        Cell("Ruang terbuka hijau publik yang dirawat warga"),
                        Cell("12% (2025)", "contradicted", ("[1]", "[9]")),
                        Cell("≥ 20%"),
                        Cell("DLH, DPUPR"),
                        Cell("bertentangan"),
                        Cell("−0,4"),
                    ),
                    tuple(
                        map(
                            Cell,
                            ("? M02", "Sampah", "–", "≥ 70% timbulan", "DLH", "tidak dapat dinilai", "–"),
                        )
                    ),
                    *(tuple(map(Cell, (f"{sign} M1{nth}", *"-1----"))) for nth, sign in enumerate("✓~!")),
                ),
            ),
        ),
    ),
    Table(
        "Daftar isian",
        (Column("No."), Column("Hal"), Column("Dibawa", drop=1), Column("Catatan", wrap=True)),
        (Group("", (tuple(map(Cell, ("1", "Peta | denah", "☐", LONG))),)),),
    ),
    Matrix(
        "Peran OPD",
        "OPD",
        ("M01", "M02"),
        (MatrixRow("DLH", ((0, Cell("P", "bad")), (1, Cell("D")))), MatrixRow("DPUPR", ((1, Cell("P")),))),
        "P pengampu, D pendukung",
    ),
)
LINES = Lines(
    "Nilai menurut waktu (%)",
    "%",
    (
        ChartLine("older", "sebelum putus", (LinePoint(date(2018, 12, 31), 5, "2018", "5%"),)),
        ChartLine(
            "value",
            "nilai",
            (
                LinePoint(date(2020, 12, 31), 10, "2020", "10%"),
                LinePoint(date(2022, 3, 31), 12.5, "Mar 2022", "12,5%"),
                LinePoint(date(2025, 12, 31), 18, "2025", "18%"),
            ),
        ),
        ChartLine("rival", "tandingan", (LinePoint(date(2022, 3, 31), 16, "Mar 2022", "16%"),)),
        ChartLine(
            "substitute", "pengganti", (LinePoint(date(2021, 6, 30), 7, "Jun 2021", "7%"),), "citra satelit"
        ),
        ChartLine(
            "threshold",
            "ambang",
            (LinePoint(date.min, 20, "", "≥ 20%"), LinePoint(date.max, 20, "", "≥ 20%")),
            "≥ 20%",
        ),
        ChartLine("due", "batas waktu", (LinePoint(date(2027, 12, 31), 20, "2027", "≥ 20%"),), "2027"),
        ChartLine(
            "target",
            "target",
            (
                LinePoint(date(2026, 12, 31), 19, "2026", "19%"),
                LinePoint(date(2028, 12, 31), 22, "2028", "22%"),
            ),
        ),
    ),
    date(2026, 6, 30),
    "akhir tahun",
    "Sumber: BPS",
)
UNMEASURED = Lines("M02 Sampah", "ton", (), date(2026, 6, 30))
CHARTS: tuple[Block, ...] = (
    Heading("Gambar"),
    Bars(
        "Jarak ke ambang",
        (
            Bar("M01 Taman", 30, "30% dari jalan", "bad", 20),
            Bar("M02", 95, LONG, "good"),
            Bar("M03", 5, "5%", "muted"),
        ),
        120,
        (100, "ambang"),
        ("pasti", "mungkin", "tidak"),
        "tanpa M04",
    ),
    Bars("Sudah dikatakan", (Bar("A", 1, "satu"),), 2, redundant=True),
    Stacks(
        "Bidang",
        (StackPart("terpenuhi", "good", "✓"), StackPart("belum", "bad", "✗"), StackPart("entah", "unknown")),
        (Stack("fisik", (2, 1, 0)), Stack("sosial", (0, 4, 1))),
    ),
    Stacks("Bidang lagi", (StackPart("ada", "good"),), (Stack("x", (1,)),), redundant=True),
    LINES,
    LINES._replace(caption="Sudah dikatakan pula", redundant=True),
    Panels(
        "Dua indikator", (LINES._replace(caption="M01 Taman"), UNMEASURED), "hari laporan: garis tegak", "BPS"
    ),
    Timeline(
        "Kegiatan",
        ("2025", "2026", "2027"),
        4,
        (
            TimelineRow(
                "A1 Tanam", (Interval(0, 3, "done"), Interval(3, 6, "running")), "2025 sampai TW II 2026"
            ),
            TimelineRow("A2 Bangun", (Interval(2, 5, "moved"), Interval(6, 12, "planned")), "ditunda"),
            TimelineRow("A3 Rawat", (Interval(8, 10, "unsure"),), "mungkin"),
        ),
        (
            ("done", "selesai"),
            ("running", "jalan"),
            ("planned", "rencana"),
            ("moved", "semula"),
            ("now", "kini"),
        ),
        5,
    ),
)
ENDING: tuple[Block, ...] = (
    Signature(("Serang, 30 Juni 2026", "Kepala Bappeda"), ("nama", "NIP")),
    Notes(
        "Sumber",
        (Note("[1]", "BPS 2025"), Note("[2]", "Perda 8/2020, https://contoh.go.id"), Note("[1]", "lagi")),
    ),
)
ROW = tuple(map(Cell, ("R12", "Jembatan panjang di atas sungai kecil", "1.250 m", "DPUPR", "baik", "rinci")))
ANNEX: tuple[Block, ...] = (
    PageBreak(),
    Table(
        "Lebar",
        tuple(Column(f"Kolom lebar {nth}", drop=nth) for nth in range(10)),
        (Group("", (tuple(Cell(f"isi {nth}") for nth in range(10)),)),),
    ),
    Table(
        "Sempit",
        tuple(Column(f"Judul {nth}", wrap=nth == 1) for nth in range(6)),
        (Group("", (ROW, ROW[::-1])),),
    ),
    Matrix(
        "Peran yang luas",
        "OPD",
        tuple(f"I{nth:02}" for nth in range(30)),
        (MatrixRow("DISHUB", ((1, Cell("2")), (25, Cell("13")))),),
        align="right",
    ),
)


def gallery(lang: Lang) -> Page:
    """Return a page with every block: in Indonesian a letter, in English a plain page in small print."""
    letter = lang == "id"
    return Page(
        "Judul halaman",
        "Keadaan per 30 Juni 2026",
        (*TEXTS, *TABLES, *CHARTS, *ENDING, *ANNEX),
        "serang-plan 1.2.3",
        lang,
        date(2026, 6, 30),
        ("PEMERINTAH KOTA", "Jalan Contoh 1") if letter else None,
        compact=not letter,
    )

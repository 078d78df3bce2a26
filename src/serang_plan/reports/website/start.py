"""Start: where the city stands and what became of decisions; the quality of the data; downloads."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.rakor.tally import tally
from serang_plan.page import Block, Cell, Column, Heading, Page, Paragraph
from serang_plan.reports.explain.page import parts
from serang_plan.reports.follow_up.page import in_numbers
from serang_plan.reports.parts.phrases import table
from serang_plan.reports.status import page as status
from serang_plan.reports.status.pictures import pictures
from serang_plan.reports.website.meetings import decisions_table
from serang_plan.reports.website.value import Download, RuleCount, Site
from serang_plan.wording import Lang, Text, untranslated

QUALITY_TITLE, DOWNLOADS_TITLE = Text("Mutu data", "Data quality"), Text("Unduhan", "Downloads")


def start(site: Site, lang: Lang) -> Page:
    """Lay out the first page."""
    value = status.build(site.plan, site.faults)
    page = status.page(value, lang)
    more = (*pictures(value, lang), *_follow_up(site, lang), Paragraph(_PUBLIC.for_lang(lang), "muted"))
    return page._replace(blocks=(*page.blocks, *more))


_PUBLIC = Text(
    "Situs ini hanya memuat pernyataan yang sudah terbit dan rakor yang sudah ditutup. Catatan, kendala, "
    "rancangan keputusan, dan angka dari formulir yang belum diterima tidak dimuat.",
    "This site holds only statements that were published and meetings that were closed. Notes, obstacles, "
    "drafts of decisions, and figures from forms that are not yet accepted are left out.",
)


def _follow_up(site: Site, lang: Lang) -> Iterator[Block]:
    if site.lives:
        caption = Text("Tindak lanjut keputusan rakor", "Follow-up of the decisions of meetings")
        yield Heading(caption.for_lang(lang))
        yield Paragraph(in_numbers(tally(site.lives), lang))
        yield decisions_table(caption, site.lives, lang)


# -- the quality of the data -----------------------------------------------------------------

_RULES = (
    (Text("Aturan", "Rule"), Column("")),
    (Text("Banyak", "Count"), Column("", "right")),
    (Text("Tingkat", "Severity"), Column("")),
    (Text("Yang ditemukan", "What it finds"), Column("", wrap=True, bare=True)),
    (Text("Mengapa penting", "Why it matters"), Column("", drop=1, wrap=True, bare=True)),
)


def quality(site: Site, lang: Lang) -> Page:
    """Lay out how often each rule found something in the data, and what that means."""
    if site.quality:
        caption = Text("Temuan menurut aturan", "Findings by rule")
        findings: Block = table(caption, _RULES, (_rule(counted, lang) for counted in site.quality), lang)
    else:
        findings = Paragraph(Text("Tidak ada temuan.", "Nothing was found.").for_lang(lang), "good")
    words = Text(
        "Semua berkas rencana diperiksa dengan aturan yang sama. Temuan adalah pekerjaan rumah bagi data, "
        "bukan penilaian atas kota.",
        "Every file of the plan is checked by the same rules. A finding is homework for the data, "
        "and no judgement of the city.",
    )
    return site.page(QUALITY_TITLE.for_lang(lang), (Paragraph(words.for_lang(lang)), findings), lang)


def _rule(counted: RuleCount, lang: Lang) -> tuple[Cell, ...]:
    page = parts(counted.rule)
    return (
        Cell(counted.rule.code),
        Cell(str(counted.times)),
        Cell(counted.rule.severity.word.for_lang(lang)),
        Cell(page.title.for_lang(lang)),
        Cell(page.why.for_lang(lang)),
    )


# -- the downloads ---------------------------------------------------------------------------


def downloads(site: Site, lang: Lang) -> Page:
    """Lay out what can be had as files."""
    words = Text(
        "Isi situs ini sebagai berkas: JSON untuk program, CSV dan XLSX untuk lembar kerja. "
        "CSV hanya memuat tabel pertama dari laporannya.",
        "What this site says, as files: JSON for programs, CSV and XLSX for spreadsheets. "
        "A CSV holds only the first table of its report.",
    )
    suffixes = tuple(file.partition(".")[2] for file in site.downloads[0].files) if site.downloads else ()
    titles = (Text("Laporan", "Report"), *(untranslated(suffix.upper()) for suffix in suffixes))
    columns = tuple((title, Column("")) for title in titles)
    rows = (_files(download, lang) for download in site.downloads)
    files = table(DOWNLOADS_TITLE, columns, rows, lang)
    return site.page(DOWNLOADS_TITLE.for_lang(lang), (Paragraph(words.for_lang(lang)), files), lang)


def _files(download: Download, lang: Lang) -> tuple[Cell, ...]:
    return Cell(download.title.for_lang(lang)), *map(Cell, download.files)

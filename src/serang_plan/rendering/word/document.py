"""A page as a Word document, with real styles, so that whoever gets it can work on in it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import assert_never

import resvg_py
from docx.shared import Length, Mm, Twips

from serang_plan.page import (
    Bars,
    Callout,
    Cell,
    Chart,
    Checklist,
    Code,
    Facts,
    Fields,
    Heading,
    Item,
    Items,
    KeyFigures,
    Lines,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
)
from serang_plan.page import Block as PageBlock
from serang_plan.rendering import fonts
from serang_plan.rendering.charts import svg
from serang_plan.rendering.paper.column_widths import most_columns, shares, text_width
from serang_plan.rendering.paper.outline import (
    INKS,
    PaperTable,
    every_text,
    in_order,
    in_words,
    leads_to_signature,
    on_sheets,
    shown_matrix,
    shown_table,
    targets,
    texts_of,
    without_commands,
)
from serang_plan.rendering.word import elements as word
from serang_plan.rendering.word.elements import Element, Look
from serang_plan.rendering.word.template import BrokenReferenceError, HugeReferenceError, Template, saved
from serang_plan.rendering.words import small_print
from serang_plan.wording import escape_invisible

_PRINT = 180
"""The size of a table's print on any page, in twentieths of a point: what widths are counted in."""
_PICTURE_PIXELS = 1600
_TALLEST = Mm(232)
"""Of a picture that shares a sheet with its caption."""
_LONGEST_CELL = 900
"""A longer cell may go over to the next sheet; any other row stays in one piece."""
_ABOVE = 160
_HEADINGS = {2: "heading 1", 3: "heading 2"}
_WITH_SPACE = ("heading 1", "heading 2", "heading 3", "caption", "Nama Fakta", "Sorotan")
"""Styles that keep a distance from what is above them."""
_ROOM_TO_SIGN = 3
_SMALL_TABLE = 10
"""A table of so few rows is kept on one sheet, except in a letter; of a longer one no row stands alone."""
_BOXES = {"☐": False, "☑": True}


def render(page: Page, reference: bytes | None = None) -> bytes:
    """Return the page as a DOCX file, in the styles of a reference document if there is one.

    Raises BrokenReferenceError if the reference is no Word document, HugeReferenceError if it is too large.
    """
    try:
        return _drawn(page, reference)
    except HugeReferenceError:
        raise
    except Exception as error:
        if reference is None:
            raise
        _drawn(page, None)  # if this fails too, the reference is not to blame
        raise BrokenReferenceError from error


def _drawn(page: Page, reference: bytes | None) -> bytes:
    page = without_commands(page)
    page = every_text(page._replace(blocks=in_order(page.blocks)), escape_invisible)
    writer = _DocumentWriter(page, Template(page, reference))
    writer.head()
    for block, is_closing in zip(page.blocks, leads_to_signature(page.blocks), strict=True):
        writer.block(block, is_closing)
    writer.end()
    return saved(writer.template.document, page.as_of)


class _DocumentWriter:
    def __init__(self, page: Page, template: Template) -> None:
        self.template = template
        self._page = page
        self._end = template.document.element.body.sectPr
        self._room = template.room
        self._targets = targets(page)
        self._unmarked = dict(self._targets)
        self._count = 0
        self._break_first = False
        self._after_table = False

    def head(self) -> None:
        page, is_letter = self._page, self._page.letterhead is not None
        if page.letterhead and self.template.has_own_head:
            lines = [self._write("Kop Surat", word.run(line)) for line in page.letterhead]
            _rule_off(lines[-1])
        self._write("Judul Surat" if is_letter else "Title", word.run(page.title))
        if page.subtitle:
            self._write("Subtitle", word.run(page.subtitle), align="center" if is_letter else "")

    def end(self) -> None:
        """Close with a paragraph, which Word wants; a foot of the city's own leaves the stamp to it."""
        if not self.template.has_own_foot and self._page.stamp:
            self._write("Catatan Sumber", word.run(self._page.stamp, "muted"), before=_ABOVE)
        elif self._after_table:
            self._end.addprevious(word.low_paragraph(self.template.style("Isi Tabel")))

    def block(self, block: PageBlock, is_closing: bool) -> None:
        match block:
            case Heading(text, level):
                self._write(_HEADINGS.get(level, "heading 3"), word.run(text))
            case Paragraph():
                self._write("Normal", *self._rich(block), keep_next=is_closing)
            case Callout(text, _):
                self._write("Sorotan", word.run(text))
            case KeyFigures():
                self._figures(block)
            case Table():
                self._table(shown_table(block, most_columns(self._page)))
            case Items():
                self._items(block)
            case Checklist():
                self._checklist(block)
            case Code(text, _):
                self._code(text.splitlines())
            case Bars() | Stacks() | Lines() | Panels() | Timeline():
                for chart in on_sheets(block):
                    self._chart(chart)
            case Facts():
                self._facts(block)
            case Matrix():
                for part in shown_matrix(block):
                    self._table(part)
            case Fields(rows):
                self._fields(rows)
            case Signature(above, below):
                self._signature(above, below)
            case PageBreak():
                self._break_first = True
            case Notes():
                self._notes(block)
            case _:
                assert_never(block)

    # -- text -------------------------------------------------------------------------

    def _write(self, style: str, *content: Element, align: str = "", before: int | None = None,
               keep_next: bool = False, number: str = "") -> Element:  # fmt: skip
        """Add a paragraph; a new sheet, or the space behind a table, is asked for here."""
        if before is None and self._after_table and style not in _WITH_SPACE:
            before = _ABOVE
        look = Look(self._break_first, keep_next, number, before, align)
        written = word.paragraph(self.template.style(style), look, *content)
        self._break_first = self._after_table = False
        self._end.addprevious(written)
        return written

    def _rich(self, words: Paragraph | Item | Cell) -> list[Element]:
        return [word.run(words.text, words.tone), *map(self._mark, words.marks)]

    def _mark(self, mark: str) -> Element:
        run = word.run(mark, style=self.template.style("Tanda Sumber"))
        target = self._targets.get(mark)
        return word.link(target, run) if target else run

    def _items(self, items: Items) -> None:
        number = self.template.new_list() if items.numbered else ""
        style = "List Number" if items.numbered else "List Bullet"
        for item in items.items:
            self._write(style, *self._rich(item), number=number)

    def _checklist(self, checklist: Checklist) -> None:
        for task in checklist.tasks:
            box = word.tick_box(self._next(), done=task.done)
            self._write("Butir Periksa", box, word.tab(), word.run(task.text))
        if checklist.rest:
            self._write("Butir Periksa", word.tab(), word.run(checklist.rest, "muted"))

    def _code(self, lines: list[str]) -> None:
        for nth, line in enumerate(lines, 1):
            self._write("Kode", word.typed(line), keep_next=nth < min(len(lines), 24))
        self._after_table = True

    def _facts(self, facts: Facts) -> None:
        self._write("Nama Fakta", word.run(facts.title, facts.tone), keep_next=bool(facts.facts))
        for nth, fact in enumerate(facts.facts, 1):
            content = word.run(fact.label, "muted"), word.tab(), word.run(fact.text, fact.tone)
            self._write("Fakta", *content, keep_next=nth < min(len(facts.facts), 12))

    def _signature(self, above: Iterable[str], below: Iterable[str]) -> None:
        for nth, line in enumerate(above):
            self._write("Tanda Tangan", word.run(line), before=None if nth else _ABOVE)
        for _ in range(_ROOM_TO_SIGN):
            self._write("Tanda Tangan")
        for line in below:
            self._write("Tanda Tangan", word.run(line))

    def _notes(self, notes: Notes) -> None:
        self._write("heading 1", word.run(notes.title))
        for note in notes.notes:
            run, target = word.run(note.mark), self._unmarked.pop(note.mark, None)
            marked = word.bookmarked(self._next(), target, run) if target else (run,)
            self._write("Catatan Sumber", *marked, word.tab(), word.run(note.text))

    def _next(self) -> int:
        self._count += 1
        return self._count

    # -- tables -----------------------------------------------------------------------

    def _table(self, table: PaperTable) -> None:
        if table.caption:
            self._write("caption", word.run(table.caption))
        if table.legend:
            self._write("Isi Tabel", word.run(table.legend, "muted"), keep_next=True)
        texts = texts_of(table)
        widths = [round(share * _PRINT) for share in shares(texts, self._room / _PRINT)]
        whole = max((len(text) for column in texts for text in column), default=0) <= _LONGEST_CELL
        heads = [[word.run(column.title, bold=True)] for column in table.columns]
        rows = [word.row(self._cells(table, widths, heads, keep_next=True), heads=True)]
        most_whole = _SMALL_TABLE if self._page.letterhead is None else 0
        count = left = sum(len(group.rows) for group in table.groups)
        for group in table.groups:
            if group.title:
                title = self._cell_text(word.run(group.title, bold=True), keep_next=True)
                rows.append(word.row([word.cell(sum(widths), [title], span=len(widths), fill="F4F6F8")]))
            for cells in map(self._contents, group.rows):
                left -= 1
                together = left > 0 and (count <= most_whole or left in (1, count - 1))
                rows.append(word.row(self._cells(table, widths, cells, keep_next=together), whole=whole))
        self._put(word.table(widths, rows, style=self.template.style("Tabel Rencana"), title=table.caption))

    def _cells(
        self, table: PaperTable, widths: list[int], contents: Iterable[list[Element]], *, keep_next: bool
    ) -> list[Element]:
        return [
            word.cell(width, [self._cell_text(*content, align=column.align, keep_next=keep_next)])
            for column, width, content in zip(table.columns, widths, contents, strict=True)
        ]

    def _contents(self, cells: tuple[Cell, ...]) -> list[list[Element]]:
        return [*map(self._content, cells)]

    def _content(self, cell: Cell) -> list[Element]:
        if cell.text in _BOXES:
            return [word.tick_box(self._next(), done=_BOXES[cell.text]), *map(self._mark, cell.marks)]
        return self._rich(cell)

    def _cell_text(self, *content: Element, align: str = "", keep_next: bool = False,
                   style: str = "Isi Tabel") -> Element:  # fmt: skip
        look = Look(keep_next=keep_next, align="right" if align == "right" else "")
        return word.paragraph(self.template.style(style), look, *content)

    def _figures(self, figures: KeyFigures) -> None:
        if not figures.figures:
            return
        width = self._room // len(figures.figures)
        cells = []
        for figure in figures.figures:
            count = word.run(
                f"{figure.sign} {figure.value}" if figure.sign else str(figure.value), figure.tone
            )
            texts = [self._cell_text(count, style="Angka Kunci"), self._cell_text(word.run(figure.label))]
            edges = word.edges(top=INKS[figure.tone][1:], left="FFFFFF", right="FFFFFF")
            cells.append(word.cell(width, texts, fill="F4F6F8", edges=edges))
        style = self.template.style("Normal Table")
        self._put(word.table([width] * len(cells), [word.row(cells)], style=style))

    def _fields(self, rows: tuple[tuple[str, str], ...]) -> None:
        longest = max((text_width(name) for name, _ in rows), default=0)
        first = min(self._room // 3, round(longest * self.template.print_size) + 200)
        widths = [first, 227, self._room - first - 227]
        lines = [
            word.row(
                word.cell(width, [self._cell_text(word.run(words), style="Kepala Nota")])
                for width, words in zip(widths, (name, ":", text), strict=True)
            )
            for name, text in rows
        ]
        self._put(word.table(widths, lines, style=self.template.style("Normal Table"), ruled_off=True))

    def _put(self, table: Element) -> None:
        """Add a table; two that follow each other are kept apart, or Word would join them."""
        if self._after_table or self._break_first:
            self._spacer()
        self._end.addprevious(table)
        self._after_table = True

    def _spacer(self) -> None:
        self._write("Isi Tabel", before=0)

    # -- pictures -----------------------------------------------------------------------

    def _chart(self, chart: Chart) -> None:
        self._write("caption", word.run(chart.caption))
        remarks = small_print(chart)
        *first, last = svg.draw(chart, self._page.lang, svg.PAPER)
        for picture in first:
            self._picture(picture)
        self._picture(last, keep_next=bool(remarks))
        for nth, words in enumerate(remarks, 1):
            self._write("Isi Tabel", word.run(words, "muted"), keep_next=nth < len(remarks))
        self._after_table = bool(remarks)

    def _picture(self, picture: svg.Picture, *, keep_next: bool = False) -> None:
        holder: Element = self.template.document.add_paragraph()
        shape = holder.add_run().add_picture(io.BytesIO(_pixels(picture.svg)), width=Twips(self._room))
        shape.height, shape.width = _within_sheet(shape.height, shape.width)
        for side in ("distT", "distB", "distL", "distR"):  # unsaid, LibreOffice leaves a space there
            shape._inline.set(side, "0")
        properties = shape._inline.docPr
        properties.set("id", str(self._next()))
        properties.set("name", f"Bagan {self._count}")
        properties.set("descr", in_words(picture))
        self._write("Normal", shape._inline.getparent().getparent(), keep_next=keep_next)
        holder._element.getparent().remove(holder._element)


def _rule_off(line: Element) -> None:
    """Draw the line below a letterhead."""
    edge = {"w:val": "single", "w:sz": "18", "w:space": "3", "w:color": "1A1A1A"}
    line.pPr.insert(1, word.made("w:pBdr", None, word.made("w:bottom", edge)))


def _within_sheet(height: int, width: int) -> tuple[Length, Length]:
    """Return a size that leaves a picture, below its caption, on one sheet."""
    share = min(1.0, _TALLEST / height)
    return Length(int(height * share)), Length(int(width * share))


def _pixels(picture: str) -> bytes:
    """Draw a picture in dots, fine enough for print; Word shows these alike everywhere."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture,
            background="white",
            skip_system_fonts=True,
            width=_PICTURE_PIXELS,
            font_files=[str(path) for path in fonts.FILES],
            sans_serif_family=fonts.FAMILIES[0],
        )
    )

"""The parts that a Word document is made of: paragraphs, runs, links, boxes to tick, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from serang_plan.page import Tone
from serang_plan.rendering.paper.outline import INKS
from serang_plan.rendering.words import as_one

Element: TypeAlias = Any
"""An element of lxml as python-docx makes it, or what holds some of them; they come without types."""

SYMBOLS = "Segoe UI Symbol"
_BOX = (
    '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    f'<w14:checked w14:val="{{done}}"/><w14:checkedState w14:val="2611" w14:font="{SYMBOLS}"/>'
    f'<w14:uncheckedState w14:val="2610" w14:font="{SYMBOLS}"/></w14:checkbox>'
)


class Look(NamedTuple):
    """What is set on one paragraph itself, beyond its style; sizes are in twentieths of a point."""

    page_break: bool = False
    keep_next: bool = False
    number: str = ""
    before: int | None = None
    align: str = ""


def made(name: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    """Return an element such as `w:p`, with its attributes and children."""
    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key) if ":" in key else key, value)
    element.extend(children)
    return element


def paragraph(style: str, look: Look, *content: Element) -> Element:
    """Return a paragraph; what Word wants to know of it stands in the order that Word wants."""
    facts = [made("w:pStyle", {"w:val": style})]
    facts += [made("w:keepNext")] if look.keep_next else []
    facts += [made("w:pageBreakBefore")] if look.page_break else []
    if look.number:
        facts.append(
            made("w:numPr", None, made("w:ilvl", {"w:val": "0"}), made("w:numId", {"w:val": look.number}))
        )
    facts += [made("w:spacing", {"w:before": str(look.before)})] if look.before is not None else []
    facts += [made("w:jc", {"w:val": look.align})] if look.align else []
    return made("w:p", None, made("w:pPr", None, *facts), *content)


def low_paragraph(style: str) -> Element:
    """Return an empty paragraph that is too low to begin a sheet of its own behind a table."""
    lowest = {"w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"}
    return made(
        "w:p", None, made("w:pPr", None, made("w:pStyle", {"w:val": style}), made("w:spacing", lowest))
    )


def run(text: str, tone: Tone = "plain", *, bold: bool = False, style: str = "", font: str = "") -> Element:
    """Return a run of text, as dark as its tone."""
    facts = [made("w:rStyle", {"w:val": style})] if style else []
    if font:
        facts.append(made("w:rFonts", {"w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font}))
    facts += [made("w:b")] if bold or tone == "contradicted" else []
    facts += [made("w:color", {"w:val": INKS[tone][1:].upper()})] if tone != "plain" else []
    return made("w:r", None, *([made("w:rPr", None, *facts)] if facts else []), _text(as_one(text)))


def typed(text: str) -> Element:
    """Return a run of what is to be copied, letter by letter."""
    return made("w:r", None, _text(text))


def tab() -> Element:
    """Return a step to the next tab stop."""
    return made("w:r", None, made("w:tab"))


def field(instruction: str, text: str) -> Element:
    """Return what Word works out itself, such as the number of a page."""
    return made("w:fldSimple", {"w:instr": instruction}, made("w:r", None, _text(text)))


def link(target: str, content: Element) -> Element:
    """Return a link to a bookmark of the same document."""
    return made("w:hyperlink", {"w:anchor": target, "w:history": "1"}, content)


def bookmarked(nth: int, name: str, content: Element) -> tuple[Element, Element, Element]:
    """Return content that links can lead to."""
    start = made("w:bookmarkStart", {"w:id": str(nth), "w:name": name})
    return start, content, made("w:bookmarkEnd", {"w:id": str(nth)})


def tick_box(nth: int, *, done: bool) -> Element:
    """Return a box that can be ticked in Word; elsewhere it is a sign."""
    box = parse_xml(_BOX.format(done=int(done)))
    properties = made("w:sdtPr", None, made("w:id", {"w:val": str(nth)}), box)
    sign = run("☑" if done else "☐", font=SYMBOLS)
    return made("w:sdt", None, properties, made("w:sdtContent", None, sign))


def cell(
    width: int, paragraphs: Iterable[Element], *, span: int = 1, fill: str = "", edges: Element = None
) -> Element:
    """Return a cell of a table."""
    facts = [made("w:tcW", {"w:w": str(width), "w:type": "dxa"})]
    facts += [made("w:gridSpan", {"w:val": str(span)})] if span > 1 else []
    facts += [edges] if edges is not None else []
    if fill:
        facts.append(made("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}))
    return made("w:tc", None, made("w:tcPr", None, *facts), *paragraphs)


def row(cells: Iterable[Element], *, heads: bool = False, whole: bool = True) -> Element:
    """Return a row; one that heads the table is repeated on every sheet."""
    facts = [made("w:cantSplit")] if whole else []
    facts += [made("w:tblHeader")] if heads else []
    return made("w:tr", None, made("w:trPr", None, *facts), *cells)


def table(
    widths: Sequence[int], rows: Iterable[Element], *, style: str, title: str = "", ruled_off: bool = False
) -> Element:
    """Return a table of fixed widths; its title is for those who hear it.

    One that is ruled off stands flush with the text and has a line below it.
    """
    facts = [
        made("w:tblStyle", {"w:val": style}),
        made("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        *(_ruled_off() if ruled_off else (made("w:tblLayout", {"w:type": "fixed"}),)),
        made("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0",
                           "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"}),
    ]  # fmt: skip
    facts += [made("w:tblCaption", {"w:val": title[:250]})] if title else []
    grid = made("w:tblGrid", None, *(made("w:gridCol", {"w:w": str(width)}) for width in widths))
    return made("w:tbl", None, made("w:tblPr", None, *facts), grid, *rows)


def _ruled_off() -> Iterator[Element]:
    """Give what a table wants to know of it, in the order that Word wants."""
    line = {"w:val": "single", "w:sz": "8", "w:space": "0", "w:color": "1A1A1A"}
    yield made("w:tblBorders", None, made("w:bottom", line))
    yield made("w:tblLayout", {"w:type": "fixed"})
    yield made("w:tblCellMar", None, made("w:left", {"w:w": "0", "w:type": "dxa"}))


def edges(**colours: str) -> Element:
    """Return the edges of a cell: a side and its colour."""
    sides = (
        made(f"w:{side}", {"w:val": "single", "w:sz": "24", "w:space": "0", "w:color": colours[side]})
        for side in ("top", "left", "bottom", "right")
        if side in colours
    )
    return made("w:tcBorders", None, *sides)


def _text(text: str) -> Element:
    element = made("w:t", {"xml:space": "preserve"})
    element.text = text
    return element

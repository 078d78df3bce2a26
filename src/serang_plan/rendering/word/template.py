"""The Word document that a page is written into: our own, or one with a city's styles, emptied."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime, time
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from serang_plan.page import Page
from serang_plan.rendering.paper import fit_to_page as one_sheet
from serang_plan.rendering.word.elements import Element, field, made, paragraph, run, tab
from serang_plan.rendering.word.elements import Look as Plain
from serang_plan.rendering.words import OF_PAGES, PAGE

_HERE = Path(__file__).parent
_STYLES, _NUMBERING, _FONTS = (_HERE / f"{part}.xml" for part in ("styles", "numbering", "fonts"))
_SIDE, _TOP, _BOTTOM = 1247, 1134, 1247
_SMALLEST = 18
"""No print is smaller, in half points."""
_SMALL_SPACE = 0.4
"""What is left of the space between paragraphs where all must fit on one sheet."""
_WORDS_OWN_SIZE = 20
"""How large Word prints what has no size, in half points."""
_SINGLE = "240"
"""Lines as close as the font wants them."""
_LARGEST, _LARGEST_XML = 200_000_000, 10_000_000
"""A reference document does not unfold to more than this, nor all of it that is no picture or font."""
_MOST_PARTS = _MOST_STYLES = 5_000
"""Word itself knows some four thousand styles."""
_EARLIEST, _LATEST = date(1980, 1, 1), date(2107, 12, 31)
"""The days that a ZIP archive knows."""
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_NOT_OURS = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_OF_THE_WHOLE = (
    *("/styles", "/settings", "/numbering", "/theme"),
    *("/fontTable", "/webSettings", "/header", "/footer"),
)


class BrokenReferenceError(Exception):
    """The reference document is no Word document that can be written into."""


class HugeReferenceError(BrokenReferenceError):
    """It is one, but larger than letterhead and styles ever are."""


class Template:
    """An empty document with every style that a page needs."""

    def __init__(self, page: Page, reference: bytes | None) -> None:
        """Open a template. Raises all sorts of things for a reference that is no Word document."""
        may_shrink = page.compact and page.letterhead is None and reference is None
        self.scale = one_sheet.scale_to_fit(page) if may_shrink else 1.0
        """How large our print is, compared with that of the styles; that of a letter stays as it is."""
        self.document: Element = _own(page, self.scale) if reference is None else _emptied(reference)
        paper = self.document.sections[-1]
        if page.level:
            _lay_level(paper)
        self.has_own_foot = reference is None or not _says_something(paper.footer)
        self.has_own_head = reference is None or not _says_something(paper.header, paper.first_page_header)
        if reference is not None:
            _add_missing_styles(self.document)
        self._ids = _style_ids(self.document)
        _set_language(self.document, page)
        _set_properties(self.document, page)
        if self.has_own_foot:
            self._write_foot(page)

    def style(self, name: str) -> str:
        """Return how the document calls a style in its own files."""
        return self._ids[name.casefold()]

    @property
    def room(self) -> int:
        """The width of the text, in twentieths of a point."""
        section = self.document.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        return max(2000, int(width) // 635) if section.page_width else one_sheet.A4[0] - 2 * _SIDE

    @property
    def print_size(self) -> int:
        """The size of plain print, in twentieths of a point."""
        styles = self.document.styles.element
        plain = styles.get_by_id(self.style("Normal")).xpath("./w:rPr/w:sz/@w:val")
        default = styles.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
        return int((plain or default or [_WORDS_OWN_SIZE])[0]) * 10

    def new_list(self) -> str:
        """Return the number of a list that begins at one again."""
        numbering = self.document.part.numbering_part.element
        named = self._numbering_of("List Number")
        instance = numbering.find(f"{qn('w:num')}[@{qn('w:numId')}='{named}']") if named else None
        if instance is None:
            return named
        fresh = numbering.add_num(int(instance.find(qn("w:abstractNumId")).get(qn("w:val"))))
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return str(fresh.numId)

    def _numbering_of(self, style: str) -> str:
        """Return the number of the list that a style belongs to."""
        number = _number_of(self.document.styles.element.get_by_id(self.style(style)))
        return str(number.get(qn("w:val"))) if number is not None else ""

    def _write_foot(self, page: Page) -> None:
        foot = self.document.sections[-1].footer
        foot.is_linked_to_previous = False
        for element in list(foot._element):
            foot._element.remove(element)
        stop = made("w:tab", {"w:val": "right", "w:pos": str(self.room)})
        numbers = (run(f"{PAGE.for_lang(page.lang)} "), field("PAGE", "1"),
                   run(f" {OF_PAGES.for_lang(page.lang)} "), field("NUMPAGES", "1"))  # fmt: skip
        line = paragraph(self.style("footer"), Plain(), run(page.stamp), tab(), *numbers)
        line.pPr.insert(1, made("w:tabs", None, stop))
        foot._element.append(line)


# -- our own --------------------------------------------------------------------------


def _own(page: Page, scale: float) -> Element:
    document = Document()
    part = document.part
    for rels in (part.package.rels, part.rels):
        for rid in [rid for rid, rel in rels.items() if rel.reltype in _NOT_OURS]:
            del rels[rid]
    styles = parse_xml(_STYLES.read_bytes() if page.letterhead is None else _in_ink(_STYLES.read_bytes()))
    if page.compact:
        _make_small(styles, scale)
    _replace(document.styles.element, styles)
    _replace(part.numbering_part.element, parse_xml(_NUMBERING.read_bytes()))
    _name_fonts(part)
    _modernise(document.settings.element)
    _set_paper(document.sections[-1], page)
    return document


def _in_ink(styles: bytes) -> bytes:
    """Return the styles of a letter, which has no colours."""
    return styles.replace(b"123A5C", b"1A1A1A").replace(b"E8EEF4", b"EEEEEE")


def _name_fonts(part: Element) -> None:
    """Say what kind of fonts ours are, for machines that have to put others in their place."""
    for rel in part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            rel.target_part._blob = _FONTS.read_bytes()


def _replace(old: Element, new: Element) -> None:
    """Put the content of one root into another, which python-docx holds on to."""
    for child in list(old):
        old.remove(child)
    old.extend(list(new))


def _make_small(styles: Element, scale: float) -> None:
    for size in (*styles.iter(qn("w:sz")), *styles.iter(qn("w:szCs"))):
        if size.getparent().tag == qn("w:rPr"):
            _shrink(size, "w:val", scale, _SMALLEST)
    for spacing in styles.iter(qn("w:spacing")):
        for key in ("w:before", "w:after"):
            _shrink(spacing, key, _SMALL_SPACE)
        if spacing.get(qn("w:line")) is not None:
            spacing.set(qn("w:line"), _SINGLE)


def _shrink(element: Element, key: str, by: float, least: int = 0) -> None:
    value = element.get(qn(key))
    if value is not None:
        element.set(qn(key), str(max(least, round(int(value) * by))))


def _modernise(settings: Element) -> None:
    """Let Word open the file as one of today."""
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for idle in ("w:useFELayout", "w:savePreviewPicture", "w:proofState", "w:rsids"):
        for element in list(settings.iter(qn(idle))):
            element.getparent().remove(element)


def _set_paper(section: Element, page: Page) -> None:
    narrow = one_sheet.SIDE, one_sheet.TOP, one_sheet.BOTTOM
    side, top, bottom = narrow if page.compact else (_SIDE, _TOP, _BOTTOM)
    section.page_width, section.page_height = (twips * 635 for twips in one_sheet.A4)
    section.left_margin = section.right_margin = side * 635
    section.top_margin, section.bottom_margin = top * 635, bottom * 635
    section.header_distance = section.footer_distance = (400 if page.compact else 600) * 635


def _lay_level(section: Element) -> None:
    """Turn upright paper, so that it is wider than high."""
    wide, high = sorted((section.page_width, section.page_height), reverse=True)
    section.page_width, section.page_height, section.orientation = wide, high, WD_ORIENT.LANDSCAPE


# -- the city's -----------------------------------------------------------------------


def _emptied(reference: bytes) -> Element:
    """Open a reference document and empty it: styles, head and foot, and paper stay."""
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        _refuse_huge(archive.infolist())
    document = Document(io.BytesIO(reference))
    if len(document.styles.element) > _MOST_STYLES:
        raise HugeReferenceError
    body = document.element.body
    for child in list(body)[: -1 if body.sectPr is not None else None]:
        body.remove(child)
    if body.sectPr is None:
        body.append(made("w:sectPr"))
    _forget_what_is_unused(document)
    _needs_numbering(document)
    return document


def _refuse_huge(parts: Sequence[zipfile.ZipInfo]) -> None:
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    whole = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or xml > _LARGEST_XML or whole > _LARGEST:
        raise HugeReferenceError


def _forget_what_is_unused(document: Element) -> None:
    """Leave behind what only the old text used, such as its pictures and comments."""
    named = set(document.element.body.sectPr.xpath(".//@r:id"))
    for rid, rel in list(document.part.rels.items()):
        if rid not in named and not rel.reltype.endswith(_OF_THE_WHOLE):
            del document.part.rels[rid]


def _needs_numbering(document: Element) -> None:
    part = document.part
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in part.rels.values()):
        empty = parse_xml(_NUMBERING.read_bytes())
        _replace(empty, made("w:numbering"))
        uri, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
        part.relate_to(NumberingPart(uri, kind, empty, part.package), RELATIONSHIP_TYPE.NUMBERING)


def _says_something(*parts: Element) -> bool:
    """Return whether a head or foot has words or pictures of its own."""
    content = ".//w:t | .//w:drawing | .//w:pict | .//w:fldSimple | .//w:instrText"
    return any(part._element.xpath(content) for part in parts if not part.is_linked_to_previous)


def _add_missing_styles(document: Element) -> None:
    """Copy the styles that the reference lacks; what they stand on is called, and looks, as there."""
    ours = parse_xml(_STYLES.read_bytes())
    theirs, known = document.styles.element, _style_ids(document)
    looks = known.keys() - {"normal", "normal table"}
    names = {style.get(qn("w:styleId")): _name(style) for style in ours.iter(qn("w:style"))}
    for style in ours.iter(qn("w:style")):
        if _name(style) in known:
            continue
        copied = deepcopy(style)
        copied.attrib.pop(qn("w:default"), None)
        base = copied.find(qn("w:basedOn"))
        if base is not None and names.get(base.get(qn("w:val"))) in looks:
            copied.remove(copied.find(qn("w:rPr")))
        _number_anew(document, copied)
        theirs.append(copied)
        known[_name(style)] = copied.get(qn("w:styleId"))
    for style in theirs.iter(qn("w:style")):
        for base in (*style.iter(qn("w:basedOn")), *style.iter(qn("w:next"))):
            name = names.get(base.get(qn("w:val")))
            if name and base.get(qn("w:val")) not in known.values():
                base.set(qn("w:val"), known[name])


def _number_anew(document: Element, style: Element) -> None:
    """Give a copied style of a list its own numbering in the document that it comes to."""
    number = _number_of(style)
    if number is None:
        return
    numbering = document.part.numbering_part.element
    ours = parse_xml(_NUMBERING.read_bytes())
    kind = deepcopy(ours.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{number.get(qn('w:val'))}']"))
    used = [int(list_.get(qn("w:abstractNumId"))) for list_ in numbering.iter(qn("w:abstractNum"))]
    free = max(used, default=0) + 1
    kind.set(qn("w:abstractNumId"), str(free))
    numbering.insert(0, kind)
    number.set(qn("w:val"), str(numbering.add_num(free).numId))


def _number_of(style: Element) -> Element:
    """Return what names the list that a style belongs to, if it belongs to one."""
    return style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")


def _style_ids(document: Element) -> dict[str, str]:
    return {_name(style): style.get(qn("w:styleId")) for style in document.styles.element.iter(qn("w:style"))}


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return str(name.get(qn("w:val"))).casefold() if name is not None else ""


# -- both -----------------------------------------------------------------------------


def _set_language(document: Element, page: Page) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGES[page.lang])


def _set_properties(document: Element, page: Page) -> None:
    """Say what the document is; nobody's name, and no time but the page's own date."""
    properties, day = document.core_properties, datetime.combine(page.as_of or _EARLIEST, time())
    properties.title, properties.language = page.title[:255], _LANGUAGES[page.lang]
    properties.author = properties.last_modified_by = "serang-plan"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = day
    properties.revision = 1


def saved(document: Element, day: date | None) -> bytes:
    """Return the document as a file that says nothing of the time or place of its making.

    Raises ValueError if a part is in it twice, as a damaged reference may bring about.
    """
    made_now, made_same = io.BytesIO(), io.BytesIO()
    document.save(made_now)
    moment = (*min(max(day or _EARLIEST, _EARLIEST), _LATEST).timetuple()[:3], 0, 0, 0)
    with zipfile.ZipFile(made_now) as before, zipfile.ZipFile(made_same, "w") as after:
        names = before.namelist()
        if len(set(names)) < len(names):
            raise ValueError(names)
        for name in names:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            after.writestr(entry, before.read(name))
    return made_same.getvalue()

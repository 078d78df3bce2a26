"""A page as HTML, and a chart as SVG: data is text between tags, whatever it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from hypothesis import example, given
from lxml import etree

from serang_plan.page import (
    Bar,
    Bars,
    Cell,
    Column,
    Fields,
    Group,
    Item,
    Items,
    KeyFigures,
    Note,
    Notes,
    Page,
    Panels,
    Paragraph,
    Signature,
    Stack,
    StackPart,
    Stacks,
    Table,
)
from serang_plan.rendering.charts import svg
from serang_plan.rendering.web import html
from serang_plan.wording import LANGS, escape_invisible
from tests.properties.test_rendering_properties import NAUGHTY, each_example, every_block, hostile
from tests.readers.paper import lines_of
from tests.sampling import sample

ENDINGS = [
    "</script><script>alert(1)</script>", "</style><style>*{color:red}</style>", "</title></svg><svg onload=alert(1)>",
    "--><b>x</b>", "]]>", "<![CDATA[x", "<?php x ?>", "\" onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>",
    "data:text/html,<b>x</b>", "&lt;b&gt; &nbsp; &#x202e;", "a\x00b", "a\x0bb", "a\u2028b\u2029c", "\ud800", "\ufffe",
    "\u2066a\u2069", "url(http://a.b)", "</desc></text>",
]  # fmt: skip
"""What ends the place where a text stands, or what no XML may hold."""

ALLOWED_ATTRIBUTES = {"class", "id", "href", "lang", "charset", "http-equiv", "content", "name", "scope", "colspan",
                      "role", "tabindex", "title", "aria-label", "aria-labelledby", "aria-hidden", "hidden"}  # fmt: skip
SVG_ELEMENTS = {"svg", "title", "desc", "rect", "line", "path", "polygon", "circle", "text"}
SVG_ATTRIBUTES = {"viewBox", "width", "height", "role", "font-family", "font-size", "font-weight", "fill", "x", "y",
                  "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "stroke", "stroke-width", "stroke-opacity",
                  "stroke-dasharray", "text-anchor", "points"}  # fmt: skip
WORDS = re.compile(r"[\w ,.:'()#;=/-]*", re.ASCII)


def each_ending(function):  # type: ignore[no-untyped-def]
    for text in ENDINGS:
        function = example(text)(function)
    return each_example(function)


def page_of(text: str) -> Page:
    """Every block there is, each with the text wherever there is room for one."""
    page = every_block(text)
    more = (
        Stacks(
            text,
            (StackPart(text, "good", "✓"), StackPart(text, "bad")),
            (Stack(text, (1, 2)),),
            redundant=True,
        ),
        lines_of(text),
        Panels(text, (lines_of(text),), text, text),
        Bars(text, (Bar(text, 1, text, "warn", 2),), 3, (2, text)),
        Fields(((text, text), (text, ""))),
        Signature((text, text), (text,)),
        Paragraph(text, marks=(text, "[1]")),
        Notes(text, (Note("[1]", text), Note(text, text))),
    )
    return page._replace(blocks=page.blocks + more, letterhead=(text, text))


def parsed(drawn: str) -> Any:
    return html5lib.parse(drawn, namespaceHTMLElements=False)


def elements(tree: Any) -> Iterator[Any]:
    """Give the elements of a page outside its pictures."""
    for child in tree:
        if isinstance(child.tag, str) and not child.tag.startswith("{"):
            yield child
            yield from elements(child)


def shown(tree: Any) -> Iterator[str]:
    """Give the pieces of text that a reader sees, pictures and code left out."""
    for one in elements(tree):
        if one.tag not in ("style", "script", "code") and "hidden" not in one.attrib:
            yield from filter(None, (one.text, *(child.tail for child in one)))


@cache
def harmless_tags() -> list[str]:
    return [one.tag for one in elements(tree_of("kata"))]


@lru_cache(4)
def tree_of(text: str) -> Any:
    return parsed(html.render(page_of(text)))


@each_ending
@given(hostile)
def test_data_makes_no_element_and_no_attribute_and_is_shown_as_it_was_typed(text: str) -> None:
    tree = tree_of(text)

    assert [one.tag for one in elements(tree)] == harmless_tags()
    for one in elements(tree):
        assert set(one.attrib) <= ALLOWED_ATTRIBUTES
        assert all(WORDS.fullmatch(value) for value in one.attrib.values())
        assert re.fullmatch(r"#[nr]\d+", one.get("href", "#n1"))
    assert times_shown(text) >= times_shown("kata") > 40


def times_shown(text: str) -> int:
    """Count where a text stands whole, but for code, which is shown in lines."""
    return [*shown(tree_of(text))].count(escape_invisible(text))


@each_ending
@given(hostile)
def test_a_picture_is_sound_and_has_no_element_of_data(text: str) -> None:
    for block in page_of(text).blocks:
        if (not hasattr(block, "caption") and not isinstance(block, KeyFigures)) or hasattr(block, "columns"):
            continue
        for width in (svg.WIDTH, svg.SLIM):
            (picture,) = svg.draw(block, "id", width)  # type: ignore[arg-type]
            tree = etree.fromstring(picture.svg.encode(), etree.XMLParser(resolve_entities=False))
            assert {etree.QName(one).localname for one in tree.iter()} <= SVG_ELEMENTS
            assert {name for one in tree.iter() for name in one.attrib} <= SVG_ATTRIBUTES
            assert tree[0].text == escape_invisible(picture.title)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the corpora are not beside this checkout")
def test_the_naughty_strings_are_text_in_html_and_in_pictures() -> None:
    texts = [*filter(str.strip, json.loads(NAUGHTY.read_text(encoding="utf-8")))]
    rows = tuple((Cell(text), Cell("b", marks=(text,))) for text in texts)
    table = Table("T", (Column("K"), Column("L")), (Group("", rows),))
    tree = parsed(html.render(Page("Judul", "", (*map(Paragraph, texts), table))))

    assert [one.text for one in tree.iter("p")] == [*map(escape_invisible, texts)]
    assert [one.text for one in tree.findall(".//tbody/tr/th")] == [*map(escape_invisible, texts)]
    assert {one.tag for one in tree.find("body").iter()} == {
        *(
            "body",
            "header",
            "h1",
            "main",
            "p",
            "div",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "sup",
        )
    }
    for text in sample(texts, 100):
        test_a_picture_is_sound_and_has_no_element_of_data.hypothesis.inner_test(text)


# -- a page that everybody can read --------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_its_language_and_title(lang: str) -> None:
    tree = parsed(html.render(page_of("kata")._replace(lang=lang, title="Judul")))

    assert tree.get("lang") == lang
    assert tree.findtext("head/title") == "Judul"
    assert [one.tag for one in tree.find("body")] == ["header", "main", "footer"]


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [
        int(one.tag[1])
        for one in elements(parsed(html.render(page_of("kata"))))
        if re.fullmatch("h[1-6]", one.tag)
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_cell_says_what_it_heads() -> None:
    tree = parsed(html.render(page_of("kata")))
    tables = [one for one in elements(tree) if one.tag == "table"]

    assert tables
    assert all(table.find("caption") is not None for table in tables)
    assert all(cell.get("scope") in ("col", "row", "rowgroup") for cell in tree.iter("th"))


def test_no_name_stands_twice_and_every_link_leads_somewhere() -> None:
    tree = parsed(html.render(page_of("kata")))
    names = [one.get("id") for one in tree.iter() if one.get("id")]
    links = [one.get("href")[1:] for one in tree.iter("a")] + [
        one.get("aria-labelledby") for one in tree.iter() if one.get("aria-labelledby")
    ]

    assert len(names) == len(set(names))
    assert set(links) <= set(names)


def test_a_mark_leads_to_its_note_and_the_note_back() -> None:
    page = Page(
        "Judul",
        "",
        (
            Paragraph("Satu", marks=("[7]",)),
            Items((Item("Dua", marks=("[3]", "[7]")),)),
            Table("T", (Column("K"),), (Group("", ((Cell("Tiga", marks=("[3]",)),),)),)),
            Notes("Sumber", (Note("[3]", "tiga"), Note("[7]", "tujuh"), Note("[9]", "tak disebut"))),
        ),
    )
    tree = parsed(html.render(page))

    links = [(one.text, one.get("href"), one.get("id")) for one in tree.iter("a")]
    assert links == [
        ("[7]", "#n2", "r2"),
        ("[3]", "#n1", "r1"),
        ("[7]", "#n2", None),
        ("[3]", "#n1", None),
        ("↩", "#r1", None),
        ("↩", "#r2", None),
    ]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drawn = html.render(page_of("kata"))

    assert "<script" not in drawn
    assert "url(" not in drawn
    assert "@import" not in drawn
    assert """content="default-src 'none'; style-src 'unsafe-inline'; img-src data:\"""" in drawn


def test_the_same_page_gives_the_same_bytes() -> None:
    assert html.render(page_of("kata")) == html.render(page_of("kata"))


def test_a_chart_is_said_in_words_too() -> None:
    page = Page("Judul", "", (Bars("Nilai", (Bar("2025", 1, "satu dari dua"),), 2),))
    pieces = [*shown(parsed(html.render(page)))]

    assert "Grafik ini dalam kata-kata" in pieces
    assert "2025: satu dari dua" in pieces

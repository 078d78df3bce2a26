"""Data is text in every format: what was typed is shown and does nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from serang_plan.findings import Located, Rule
from serang_plan.page import (
    Bar,
    Bars,
    Callout,
    Cell,
    Checklist,
    Code,
    Column,
    Fact,
    Facts,
    Figure,
    Group,
    Heading,
    Interval,
    Item,
    Items,
    KeyFigures,
    Matrix,
    MatrixRow,
    Note,
    Notes,
    Page,
    PageBreak,
    Paragraph,
    Table,
    Task,
    Timeline,
    TimelineRow,
)
from serang_plan.places import Span
from serang_plan.rendering.findings import concise as findings_concise
from serang_plan.rendering.findings import json as findings_json
from serang_plan.rendering.findings import text as findings_text
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.wording import Text, escape_invisible, untranslated
from tests.readers.outcomes import outcome
from tests.sampling import sample

PAYLOADS = [
    "[bold]x[/bold]", "[/]", "[link=https://a.b]x[/link]", "skala 1:100:5", "\x1b[31mmerah", "\x1b]8;;http://a\x07b",
    "\x9b31m", "a\rb", "a\nb", "| a | b |", "*b* _i_ `c` ~~s~~", "<script>alert(1)</script>", "&#124;", "&lt;",
    "![x](http://a.b/c.png)", "[x](javascript:alert(1))", "https://contoh.id/x", "www.contoh.id", "@bappeda", "a@b.id",
    "1. satu", "- butir", "+ butir", "# judul", "> kutipan", "--- ", "===", "```", "    kode", "\\", "a\\", "$x^2$",
    "::error::x", "##[error]x", "=1+1", "\u202eterbalik", "\u200b", "1)", "{{7*7}}", "<!-- x -->", "a  \nb", "* * *",
]  # fmt: skip

hostile = st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=40)).filter(str.strip)
"""No text of a plan is empty: an empty field is a fault."""


def every_block(text: str) -> Page:
    columns = (Column(text), Column("B", "right", drop=1), Column("C", wrap=True))
    return Page(
        text,
        text,
        (
            Heading(text),
            Paragraph(text),
            Callout(text),
            KeyFigures((Figure(text, 1, "good", "✓"), Figure("y", 2, "bad", "✗")), 3),
            Table(text, columns, (Group(text, ((Cell(text, "bad"), Cell(text), Cell(text)),)),)),
            Items((Item(text, "serang-plan validate"), Item(text)), numbered=True),
            Items((Item(text),)),
            Checklist((Task(text), Task(text, done=True)), text),
            Code(text, "yaml"),
            Bars(text, (Bar(text, 0.5, text), Bar("2027", 0.2, text, "good", 0.3)), 1.0),
            Facts(text, (Fact("Nilai", text), Fact("", text, "bad")), "bad"),
            Timeline(
                text,
                ("2026", "2027"),
                4,
                (TimelineRow(text, (Interval(1, 9, "planned"),), text),),
                (("now", text),),
                2,
            ),
            Timeline(text, tuple(map(str, range(1990, 2060))), 4, (TimelineRow(text, (), text),), ()),
            Matrix(
                text, text, (text, "M02"), (MatrixRow(text, ((0, Cell(text, "bad")), (1, Cell("P")))),), text
            ),
            Matrix(text, "OPD", ("M01", "M02"), (MatrixRow("DLH", ((1, Cell("P")),)),), align="right"),
            PageBreak(),
            Notes(text, (Note("1", text),)),
        ),
        text,
    )


def each_example(function):  # type: ignore[no-untyped-def]
    for payload in PAYLOADS:
        function = example(payload)(function)
    return function


@each_example
@given(hostile)
def test_the_terminal_shows_text_and_only_our_own_colours(text: str) -> None:
    for width in (40, 80, None):
        plain = terminal.render(every_block(text), width, colour=False)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain)
    coloured = terminal.render(every_block(text), 80, colour=True)
    assert not re.search("[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]", re.sub("\x1b\\[[0-9;]*m", "", coloured))


@given(hostile)
def test_no_line_is_wider_than_the_terminal(text: str) -> None:
    from rich.text import Text as Line

    for width in (40, 80):
        drawn = terminal.render(every_block(text), width, colour=False)
        assert max(Line(line).cell_len for line in drawn.splitlines()) <= width


ALLOWED = {"h1", "h2", "h3", "p", "em", "strong", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
           "blockquote", "code", "pre", "hr"}  # fmt: skip


@each_example
@given(hostile)
def test_markdown_makes_no_element_of_data(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown.render(every_block(text)))
    found = re.findall(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>", html)

    assert {name for _, name, _ in found} <= ALLOWED
    assert not any(re.search(r"\b(?:href|src|on\w+)=", attributes) for *_, attributes in found)


@each_example
@given(st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=40)))
def test_markdown_shows_what_was_typed(text: str) -> None:
    import html

    page = Page(
        "Judul",
        "",
        (Paragraph(f"a {text} z"), Table("T", (Column("K"),), (Group("", ((Cell(f"a {text} z"),),)),))),
    )
    drawn = MarkdownIt("gfm-like", {"linkify": False}).render(markdown.render(page))
    wanted = " ".join(escape_invisible(f"a {text} z").split())
    shown = html.unescape(re.sub(r"<[^>]*>", "\n", drawn)).replace("\u200b", "")

    assert shown.count(wanted) >= 2


def test_markdown_has_no_html_of_its_own_either() -> None:
    assert "<" not in markdown.render(every_block("Taman"))


def test_pandoc_learns_from_the_dashes_how_wide_columns_are() -> None:
    row = (Cell("M01"), Cell("Proporsi ruang terbuka hijau publik terhadap luas kota"), Cell("20"))
    columns = (Column("Kode"), Column("Indikator"), Column("Nilai", "right"))

    drawn = markdown.render(Page("Judul", "", (Table("T", columns, (Group("", (row,)),)),)))

    (rule,) = [line for line in drawn.splitlines() if line.startswith("|:")]
    code, name, value = rule.strip("|").split("|")
    assert len(rule) > 72
    assert len(name) > 5 * len(code)
    assert value.endswith("-:")


def finding_about(text: str) -> Located:
    rule = Rule("L201", "unknown-opd", None)
    span = Span(f"data/{text}.yaml", 1, 1, 3)
    finding = rule.finding(untranslated(f"OPD {text}"), span, help=Text(text, text))
    return Located(finding, span, ((untranslated(text), span),))


@each_example
@given(hostile)
def test_findings_are_inert_in_every_format(text: str) -> None:
    one = finding_about(text)
    shown = findings_text.excerpts([one], "id", lambda path, line: text, colour=False)
    concise = findings_concise.render(outcome([one]))

    for drawn in (shown, concise):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", drawn)
    assert len(concise.splitlines()) == 1
    assert json.loads(findings_json.render(outcome([one])))["findings"][0]["code"] == "L201"


NAUGHTY = Path(__file__).parents[3] / "shared" / "corpora" / "naughty-strings.json"


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the corpora are not beside this checkout")
def test_the_naughty_strings_are_shown_and_do_nothing() -> None:
    texts = [*filter(str.strip, json.loads(NAUGHTY.read_text(encoding="utf-8")))]
    for text in sample(texts, 100):
        test_the_terminal_shows_text_and_only_our_own_colours.hypothesis.inner_test(text)
        test_markdown_makes_no_element_of_data.hypothesis.inner_test(text)
        test_findings_are_inert_in_every_format.hypothesis.inner_test(text)

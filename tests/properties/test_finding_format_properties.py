"""Findings about hostile text and files with odd names: no format breaks, no build log obeys them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from serang_plan.findings import Located, Rule, Severity
from serang_plan.places import Span
from serang_plan.rendering.findings import github as findings_github
from serang_plan.rendering.findings import junit as findings_junit
from serang_plan.rendering.findings import markdown as findings_markdown
from serang_plan.rendering.findings import sarif as findings_sarif
from serang_plan.rendering.findings.log_escaping import inert
from serang_plan.rendering.findings.outcome import CheckOutcome
from serang_plan.rendering.formats import FINDING_FORMATS, finding_renderer
from serang_plan.wording import escape_invisible, untranslated
from tests.readers.build_log import obeyed
from tests.readers.outcomes import outcome

NAUGHTY = Path(__file__).parents[3] / "shared" / "corpora" / "naughty-strings.json"
PAYLOADS = [
    "::error::x", "::error file=a,line=1::x", " ::set-env name=A::b", "\u200b::error::x", "\u00a0::warning::x", "a\n::error::x",
    "a\r::error::x", "##[error]x", "a ##[set-env name=A;]b", "##[group]x", "##vso[task.complete]", "##teamcity[a b='c']",
    "::stop-commands::x", ":::error::x", "::::", "%0A::error::x", "%25", "%3A", "a,b=c:d", "a%0D%0Ab", "\x1b[31m", "\x1b]8;;x\x07",
    "\u202eabc", "\u2028x", "\x85x", "]]>", "&amp;", "<b>", "\"'", "\x00", "\x0b", "\x7f", "\x9b", "[a](http://b)", "{0}", "{{a}}",
    "a b", "a,b", "'a'", "a#b", "100%", "a\\b", "\udcff\udc80", "#?&=", "é漢\U0001f333", "-x", "--help", "..", "section_start:1:a\r\x1b[0K",
]  # fmt: skip
if NAUGHTY.exists():
    PAYLOADS += [one for one in json.loads(NAUGHTY.read_text(encoding="utf-8")) if one.strip()]

hostile = st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=40)).filter(lambda text: text.strip("./\0"))
names = hostile.map(lambda text: text.replace("/", "_").replace("\0", "_"))
RULES = [Rule("L201", "unknown-opd", None), Rule("C303", "no-target", None, Severity.WARNING), Rule("C309", "no-focus", None, Severity.NOTE)]  # fmt: skip


def about(text: str, name: str, rule: Rule = RULES[0]) -> Located:
    span = Span(f"data/{name}.yaml", 2, 3, 4)
    return Located(
        rule.finding(untranslated(text), span, help=untranslated(text)), span, ((untranslated(text), span),)
    )


def checked(text: str, name: str) -> CheckOutcome:
    return outcome([about(text, name, rule) for rule in RULES], lambda path, line: f"é{text}")


DRAWN: dict[str, Callable[[CheckOutcome], str]] = {
    form: finding_renderer(form).render for form in FINDING_FORMATS if form != "github"
}


def each_payload(function):  # type: ignore[no-untyped-def]
    for payload in PAYLOADS[:45]:
        function = example(payload, payload.replace("/", "_").replace("\0", "_"))(function)
    return function


@pytest.mark.parametrize("form", DRAWN)
@each_payload
@given(hostile, names)
def test_a_runner_finds_no_command_in_any_format(form: str, text: str, name: str) -> None:
    assert obeyed(inert(DRAWN[form](checked(text, name)))) == []


@each_payload
@given(hostile, names)
def test_a_runner_finds_our_annotations_and_nothing_else(text: str, name: str) -> None:
    found = obeyed(findings_github.render(checked(text, name)))

    assert [one.name for one in found] == ["error", "warning", "notice"]
    for one in found:
        assert list(one.properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
        assert (one.properties["line"], one.properties["col"], one.properties["endColumn"]) == ("2", "3", "7")
    if name.isprintable():
        assert found[0].properties["file"] == f"data/{name}.yaml"


@each_payload
@given(hostile, names)
def test_json_formats_can_be_read_by_a_strict_reader_and_hold_no_command(text: str, name: str) -> None:
    for form in ("json", "gitlab", "sarif", "rdjson"):
        drawn = DRAWN[form](checked(text, name))
        json.loads(drawn.encode("utf-8").decode("utf-8", "strict"))
        assert drawn == inert(drawn)


@each_payload
@given(hostile, names)
def test_the_place_in_sarif_is_the_file_byte_for_byte(text: str, name: str) -> None:
    run = json.loads(findings_sarif.render(checked(text, name)))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    try:
        wanted = f"data/{name}.yaml".encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return

    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", place["uri"])
    assert unquote_to_bytes(place["uri"]) == wanted
    assert place["uriBaseId"] == "%SRCROOT%"


@each_payload
@given(hostile, names)
def test_junit_is_xml_with_one_test_for_each_finding(text: str, name: str) -> None:
    tree = etree.fromstring(findings_junit.render(checked(text, name)).encode("utf-8"))

    assert len(tree.findall("testsuite/testcase")) == len(RULES)
    assert {child.tag for child in tree.iter()} == {"testsuites", "testsuite", "testcase", "failure"}


@each_payload
@given(hostile, names)
def test_the_job_summary_is_headings_paragraphs_and_tables(text: str, name: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(findings_markdown.render(checked(text, name)))

    assert set(re.findall(r"<([a-z][\w-]*)", page)) <= {"h1", "h2", "p", "em", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code"}  # fmt: skip
    assert not re.search(r"<[^>]*\b(?:href|src|on\w+)=", page)
    assert page.count("<tr>") == 2 * len(RULES)


@each_payload
@given(hostile, names)
def test_the_job_summary_shows_what_was_typed(text: str, name: str) -> None:
    drawn = findings_markdown.render(outcome([about(f"a {text} `b c` z", name)]))
    shown = re.sub(r"<[^>]*>", "", MarkdownIt("gfm-like", {"linkify": False}).render(drawn))
    wanted = " ".join(escape_invisible(f"a {text} `b c` z").split())

    def plain(text: str) -> str:
        return text.replace("\u200b", "").replace("`", "")

    assert plain(wanted) in plain(html.unescape(shown))


@given(st.text(max_size=60))
def test_what_is_no_command_is_left_as_it_is(text: str) -> None:
    assert (inert(text) == text) or "::" in text or "##" in text

"""Corpora: odd and broken input that others have gathered; it lies beside the project and is not part of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from serang_plan.findings import Located, in_reading_order
from serang_plan.model.record import ANCHOR
from serang_plan.places import SourceFile
from serang_plan.reading import parser
from serang_plan.reading.decoding import read_text, readable
from serang_plan.reading.folder import read_folder, read_texts
from serang_plan.reading.recovery import entries
from serang_plan.reading.yaml_tree import Tree
from serang_plan.rules import check
from tests.conftest import AS_OF, ROOT

CORPORA = ROOT.parent / "shared" / "corpora"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason=f"{CORPORA} was not there")


def manifest() -> list[dict[str, Any]]:
    path = CORPORA / "manifest.jsonl"
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )


CASES = manifest()


def found_in(path: Path) -> list[Located]:
    reading = read_folder(str(path), AS_OF)
    return in_reading_order([*reading.findings, *check(reading.plan)], reading.sources)


def test_all_cases_of_the_yaml_test_suite_are_there() -> None:
    assert len(CASES) == 402


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"].rpartition("/")[2])
def test_any_case_ends_in_located_findings(case: dict[str, Any]) -> None:
    """No case is a plan, so something is said of each, and of what is no single document in particular."""
    found = found_in(CORPORA / case["file"])

    assert found
    assert all(one.at.line >= 1 and one.at.column >= 1 for one in found)


NOT_REFUSED_BY_LIBYAML = {"9C9N", "DK95-01", "QB6E", "S98Z", "SU5Z", "X4QW"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"].rpartition("/")[2])
def test_what_is_invalid_or_not_one_document_is_refused(case: dict[str, Any]) -> None:
    name = case["id"].rpartition("/")[2]
    codes = {one.finding.rule.code for one in found_in(CORPORA / case["file"])}

    if case["docs"] != 1 or (case["yaml"] == "invalid" and name not in NOT_REFUSED_BY_LIBYAML):
        assert any(code.startswith("S") for code in codes)


# -- where we accept, the values are those of the suite ------------------------------------


def tree_of(path: Path) -> tuple[Tree, dict[str, Any]]:
    """Read a file below the level of records: its sections as plain values."""
    text, problem = read_text(str(path))
    assert problem is None or text == ""
    tree = Tree(SourceFile(str(path), text, readable(text)), 0)
    sections: dict[str, Any] = {}
    for entry in entries(tree):
        if entry.in_list:
            sections.setdefault(entry.section.name, []).append(plain(entry.value))
        else:
            sections[entry.section.name] = plain(entry.value)
    return tree, sections


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != ANCHOR}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def expected(case: dict[str, Any]) -> Iterator[Any]:
    text = (CORPORA / case["json"]).read_text(encoding="utf-8")
    decoder, at = json.JSONDecoder(parse_float=Decimal), 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        at += len(text[at:]) - len(text[at:].lstrip())
        yield value


READ_OTHERWISE_BY_LIBYAML = ["652Z", "DK95-01", "L24T-01"]
"""`?foo` in braces, a tab in a quoted text, and spaces behind a block without a last line end."""


@pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "pure"])
def test_what_is_accepted_is_read_as_the_suite_says(fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not fast:
        monkeypatch.setattr(parser, "Parser", parser.PureParser)
    compared, different = 0, []
    for case in CASES:
        tree, sections = tree_of(CORPORA / case["file"])
        if tree.findings or "json" not in case:
            continue
        compared += 1
        if [sections] != [*expected(case)]:
            different.append(case["id"].rpartition("/")[2])

    assert different == READ_OTHERWISE_BY_LIBYAML
    assert compared > 50


# -- naughty strings ------------------------------------------------------------------------


def naughty() -> list[str]:
    path = CORPORA / "naughty-strings.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def with_name(written: str) -> str:
    return f"opd:\n  - code: DLH\n    name: {written}\n"


def names_read(text: str) -> tuple[list[str], list[Located]]:
    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)
    return [opd.name for opd in reading.plan.opd], in_reading_order(reading.findings, reading.sources)


def test_a_naughty_string_in_quotes_is_read_back_unchanged_or_refused() -> None:
    for text in naughty():
        for quoted in (json.dumps(text), "'" + text.replace("'", "''") + "'"):
            names, found = names_read(with_name(quoted))
            assert found or names == [text], text


def test_a_naughty_string_as_it_is_means_what_it_means_to_pyyaml_or_is_refused() -> None:
    for text in naughty():
        names, found = names_read(with_name(text))
        if not found:
            assert names == [yaml.load(with_name(text), yaml.BaseLoader)["opd"][0]["name"]], text


def test_a_naughty_string_as_a_whole_file_is_refused() -> None:
    for text in naughty():
        reading = read_texts(iter([("plan.yaml", text)]), AS_OF)
        assert in_reading_order(reading.findings, reading.sources), text

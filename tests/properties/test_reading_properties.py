"""Reading, over any layout and any damage: places are exact, nothing is said twice, nothing hides anything else."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from serang_plan.findings import in_reading_order
from serang_plan.model.record import ANCHOR
from serang_plan.places import Keys, Pointer, SourceFiles
from serang_plan.reading import parser
from serang_plan.reading.decoding import readable
from serang_plan.reading.folder import Reading, find_files, read_texts
from serang_plan.reading.plain_scalars import RefusedError, read_plain
from serang_plan.reading.positions import open_mapping
from serang_plan.reading.recovery import entries
from serang_plan.reading.yaml_tree import Tree
from tests.conftest import AS_OF, ROOT

# -- records in any layout, with what was typed at each place --------------------------------


class Layout(NamedTuple):
    """A choice of layout; every value is drawn once and then repeats."""

    step: int
    flow_from: int
    comments: bool
    blank_lines: bool
    end: str
    wide_dash: bool


layouts = st.builds(
    Layout,
    step=st.integers(1, 4),
    flow_from=st.integers(0, 4),
    comments=st.booleans(),
    blank_lines=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    wide_dash=st.booleans(),
)

WORDS = [
    "DPRKP",
    "Taman é",
    "漢字",
    "it's",
    "a-b",
    "12",
    "9.44",
    "2020-03-10",
    "true",
    "x y  z",
    "C:\\d",
    "45%",
    "a#b",
]
plain_words = st.sampled_from(WORDS)
quoted_words = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["C", "Z"]), max_size=8
).map(lambda text: "'" + text.replace("'", "''") + "'") | st.sampled_from(
    ['"a: b"', '"[#]"', '"\\u00e9\\n"', "' - '", '""']
)
leaves = plain_words | quoted_words
keys = st.sampled_from(["code", "name", "unit", "é", "'quoted'", '"double"', "a b", "note"])
trees: st.SearchStrategy[Any] = st.dictionaries(
    keys,
    st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3)
        ),
        max_leaves=6,
    ),
    min_size=1,
    max_size=4,
)


class Writer:
    """Writes a tree of typed scalars as YAML, noting what stands where."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = ""
        self.typed: dict[tuple[Keys, bool], tuple[int, str]] = {}

    def scalar(self, typed: str, keys: Keys, *, of_name: bool = False) -> None:
        self.typed[keys, of_name] = (len(self.text), typed)
        self.text += typed

    def end_line(self) -> None:
        if self.layout.comments:
            self.text += "  # catatan: [{'\""
        self.text += self.layout.end
        if self.layout.blank_lines:
            self.text += "   " + self.layout.end

    def pair(self, name: str, value: Any, keys: Keys, indent: int, depth: int) -> None:
        inside = (*keys, name.strip("'\""))
        self.scalar(name, inside, of_name=True)
        self.text += ":"
        self.value(value, inside, indent, depth)

    def value(self, value: Any, keys: Keys, indent: int, depth: int) -> None:
        if isinstance(value, str):
            self.text += " "
            self.scalar(value, keys)
            self.end_line()
        elif depth >= self.layout.flow_from:
            self.text += " "
            self.flow(value, keys)
            self.end_line()
        else:
            self.end_line()
            self.block(value, keys, indent + self.layout.step, depth + 1)

    def block(self, value: Any, keys: Keys, indent: int, depth: int) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                self.text += " " * indent
                self.pair(name, inner, keys, indent, depth)
            return
        for nth, inner in enumerate(value):
            self.text += " " * indent + "-" + ("  " if self.layout.wide_dash else "")
            self.value(inner, (*keys, nth), indent, depth)

    def flow(self, value: Any, keys: Keys) -> None:
        if isinstance(value, str):
            self.scalar(value, keys)
        elif isinstance(value, dict):
            self.text += "{"
            for nth, (name, inner) in enumerate(value.items()):
                self.text += ", " if nth else ""
                inside = (*keys, name.strip("'\""))
                self.scalar(name, inside, of_name=True)
                self.text += ": "
                self.flow(inner, inside)
            self.text += "}"
        else:
            self.text += "["
            for nth, inner in enumerate(value):
                self.text += ", " if nth else ""
                self.flow(inner, (*keys, nth))
            self.text += "]"


def written(records: list[Any], layout: Layout) -> list[Writer]:
    """Write records as items of a section; each writer holds the text up to its record's end."""
    text, writers = "opd:" + layout.end, []
    for record in records:
        writer = Writer(layout)
        writer.text = text + " " * layout.step + "-"
        writer.value(record, (), layout.step, 0)
        writers.append(writer)
        text = writer.text
    return writers


def tree_of(text: str) -> tuple[Tree, list[Any], SourceFiles]:
    sources = SourceFiles(open_mapping)
    number = sources.add("plan.yaml", text, readable(text))
    tree = Tree(sources.source("plan.yaml"), number)
    return tree, list(entries(tree)), sources


def covered(sources: SourceFiles, pointer: Pointer) -> str:
    span = sources.span(pointer)
    return sources.line(span.path, span.line)[span.column - 1 : span.column - 1 + span.length]


@given(st.lists(trees, min_size=1, max_size=3), layouts)
def test_every_name_and_value_is_covered_exactly_as_it_was_typed(records: list[Any], layout: Layout) -> None:
    writers = written(records, layout)
    _, found, sources = tree_of(writers[-1].text)

    assert len(found) == len(records)
    for entry, writer in zip(found, writers, strict=True):
        for (keys, of_name), (index, typed) in writer.typed.items():
            pointer = Pointer(entry.value[ANCHOR], keys, of_name)
            assert covered(sources, pointer) == typed
            assert sources.span(pointer)[1:3] == sources.source("plan.yaml").line_and_column(index)


@given(st.lists(trees, min_size=1, max_size=3), layouts)
def test_values_are_those_of_a_parser_that_resolves_nothing(records: list[Any], layout: Layout) -> None:
    text = written(records, layout)[-1].text
    _, found, _ = tree_of(text)

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items() if key != ANCHOR}
        if isinstance(value, list):
            return [bare(inner) for inner in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    assert [bare(entry.value) for entry in found] == yaml.load(text, yaml.BaseLoader)["opd"]


@given(st.lists(trees, min_size=1, max_size=3), layouts)
def test_without_libyaml_any_layout_reads_the_same(records: list[Any], layout: Layout) -> None:
    text = written(records, layout)[-1].text
    fast, fast_found, _ = tree_of(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "Parser", parser.PureParser)
        slow, slow_found, _ = tree_of(text)

    assert (slow_found, slow.findings) == (fast_found, fast.findings)


@given(st.lists(trees, min_size=1, max_size=3), layouts, st.data())
def test_any_key_written_again_is_found_once_and_cites_the_first(
    records: list[Any], layout: Layout, data: st.DataObject
) -> None:
    writers = written(records, layout)
    text, writer = writers[-1].text, data.draw(st.sampled_from(writers))
    names = [(keys, place) for (keys, of_name), place in writer.typed.items() if of_name]
    _, (first, name) = data.draw(st.sampled_from(names))
    in_braces = text[:first].rstrip(" ")[-1:] in ("{", ",")
    line_start = max(text.rfind(end, 0, first) for end in "\r\n") + 1
    again = f"{name}: x, " if in_braces else f"{name}: x{layout.end}" + " " * (first - line_start)
    tree, _, sources = tree_of(text[:first] + again + text[first:])

    found = in_reading_order(tree.findings, sources)

    assert [one.finding.rule.code for one in found] == ["S101"]
    source = sources.source("plan.yaml")
    assert found[0].labels[0][1][1:3] == source.line_and_column(first)
    assert found[0].at[1:3] == source.line_and_column(first + len(again))


# -- what a plain value means, to YAML 1.1, to YAML 1.2 and to us ----------------------------

CORE_SCHEMA = (
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),
    (re.compile(r"true|True|TRUE"), lambda text: True),
    (re.compile(r"false|False|FALSE"), lambda text: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text[2:], 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda text: float("nan")),
)
"""YAML 1.2.2, section 10.3.2."""


def core(text: str) -> Any:
    return next((read(text) for form, read in CORE_SCHEMA if form.fullmatch(text)), text)


def older(text: str) -> Any:
    """What PyYAML makes of a plain scalar; a time stays text, for we take times from text."""
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))
    if tag == "tag:yaml.org,2002:timestamp":
        return text
    return yaml.SafeLoader("").construct_object(yaml.ScalarNode(tag, text))


NUMBER_LIKE = st.text("0123456789+-._:eExobinfaINFA", max_size=9)
WORD_LIKE = st.sampled_from(
    ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", "nan", "inf"]
).flatmap(
    lambda word: st.sampled_from([word, word.upper(), word.capitalize(), f".{word}", f"-.{word}", f"{word} "])
)


@given(NUMBER_LIKE | WORD_LIKE | st.text(max_size=6))
def test_a_plain_value_that_we_take_means_the_same_in_yaml_1_1_and_1_2(text: str) -> None:
    assume(not text.startswith(("!", "&", "*")))  # no plain value starts so
    try:
        ours = read_plain(text)
    except RefusedError:
        return
    for theirs in (older(text), core(text)):
        assert theirs == (float(ours) if isinstance(theirs, float) else ours)
        assert isinstance(theirs, float) == (type(ours).__name__ == "Decimal")
        assert isinstance(theirs, bool) == isinstance(ours, bool)


# -- the shipped files, in any order and with any damage --------------------------------------

SHIPPED = {Path(path).name: Path(path).read_text(encoding="utf-8") for path in find_files(str(ROOT / "data"))}
ITEM = re.compile(r"^  - ", re.MULTILINE)


class Cut(NamedTuple):
    """A file cut into what stands before the items of its longest list, the items, and what stands behind."""

    before: str
    items: list[str]
    behind: str

    def joined(self, items: list[str]) -> str:
        return self.before + "".join(items) + self.behind


def cut(text: str) -> Cut:
    sections = [match.start() for match in re.finditer(r"^\w+:", text, re.MULTILINE)] + [len(text)]
    start, end = max(pairwise(sections), key=lambda both: len(ITEM.findall(text, both[0], both[1])))
    starts = [match.start() for match in ITEM.finditer(text, start, end)]
    items = [text[one:other] for one, other in zip(starts, [*starts[1:], end], strict=True)]
    return Cut(text[: starts[0]], items, text[end:])


CUTS = [cut(text) for name, text in SHIPPED.items() if name != "rakor.yaml"]


def read(text: str) -> Reading:
    return read_texts(iter([("plan.yaml", text)]), AS_OF)


def messages(reading: Reading) -> set[tuple[str, str]]:
    found = in_reading_order(reading.findings, reading.sources)
    return {(one.finding.rule.code, one.finding.message.id) for one in found}


WRONG = [
    "    unknown_field: 1\n",
    "    code: DUA\n",
    "    note: NO\n",
    "    note: a: b\n",
    "   note: x\n",
    "    - x\n",
    "",
]


@given(st.sampled_from(CUTS), st.randoms(use_true_random=False), st.data())
def test_the_order_of_records_changes_no_finding(
    one: Cut, chance: random.Random, data: st.DataObject
) -> None:
    wrong = data.draw(st.dictionaries(st.integers(0, len(one.items) - 1), st.sampled_from(WRONG), max_size=4))
    items = [item.rstrip("\n") + "\n" + wrong.get(nth, "") for nth, item in enumerate(one.items)]
    shuffled = chance.sample(items, len(items))

    assert messages(read(one.joined(shuffled))) == messages(read(one.joined(items)))


BROKEN = [
    '    note: "tidak ditutup\n', "    note: 'tidak ditutup\n", "    note: [a, b\n", "    note: {a: b\n", "\tnote: x\n",
    "    note x\n    x: y\n", "     note: x\n", "   note: x\n", "    note: a: b\n", "    note: %\n", '    note: "\\q"\n',
    "    note: *\n", "    note: !<\n", "    }\n", "    note: " + "[" * 60 + "\n", "    ? x\n     : y\n", "    : :\n",
]  # fmt: skip


@given(st.sampled_from(CUTS), st.data())
def test_a_broken_record_is_told_and_hides_no_other(one: Cut, data: st.DataObject) -> None:
    nth = data.draw(st.integers(0, len(one.items) - 1))
    lines = one.items[nth].splitlines(keepends=True)
    assume("{" not in lines[0] and ">-" not in one.items[nth])
    at = data.draw(st.integers(1, len(lines)))
    lines.insert(at, data.draw(st.sampled_from(BROKEN)))
    items = [*one.items[:nth], "".join(lines), *one.items[nth + 1 :]]

    reading = read(one.joined(items))

    assert reading.findings
    without = read(one.joined([*one.items[:nth], *one.items[nth + 1 :]]))
    for name in ("indicators", "opd", "regions", "actions", "assignments", "sources", "disputes"):
        kept = getattr(reading.plan, name)
        assert [record for record in getattr(without.plan, name) if record not in kept] == []


DAMAGE = [
    "",
    ":",
    "-",
    " ",
    "\t",
    "\n",
    "'",
    '"',
    "[",
    "{",
    "}",
    "#",
    "&a ",
    "*a ",
    "!x ",
    "---\n",
    "\r",
    "\x00",
    "\u2028",
]


def damaged(text: str, data: st.DataObject) -> str:
    """Delete, insert and replace characters; cut and swap lines."""
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            start = data.draw(st.integers(0, len(text)))
            text = (
                text[:start]
                + data.draw(st.sampled_from(DAMAGE))
                + text[start + data.draw(st.integers(0, 30)) :]
            )
            continue
        lines = text.splitlines(keepends=True)
        one, other = (data.draw(st.integers(0, max(0, len(lines) - 1))) for _ in range(2))
        if len(lines) > 1 and data.draw(st.booleans()):
            lines[one], lines[other] = lines[other], lines[one]
        elif lines:
            lines[one] = lines[one][: data.draw(st.integers(0, len(lines[one])))]
        text = "".join(lines)
    return text

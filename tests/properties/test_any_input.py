"""Whatever is in a file ends as findings and a plan; never as an exception, never in silence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from serang_plan.findings import Located, in_reading_order
from serang_plan.reading.folder import Reading, find_files, read_folder, read_texts
from serang_plan.reading.plain_scalars import RefusedError, read_plain
from serang_plan.rendering.findings import concise as findings_concise
from serang_plan.rendering.findings import text as findings_text
from serang_plan.reports.status import page as status
from serang_plan.rules import check
from tests.conftest import AS_OF, ROOT
from tests.readers.outcomes import outcome

SHIPPED = [Path(path).read_text(encoding="utf-8") for path in find_files(str(ROOT / "data"))]
SHIPPED += [
    Path(path).read_text(encoding="utf-8") for path in find_files(str(ROOT / "src/serang_plan/example"))
]

HAZARDS = [
    "a: 1\na: 2", "a: NO", "a: 12:30", "a: 010", "a: 1_000", "a: 2020-02-30", "a: .nan", "a: 1e400", "<<: {a: 1}",
    "a: &x [*x]", "a: !!python/object:os.system x", "a: !!int foo", "? [a]: b", "--- a\n--- b", "\ta: 1", "a: 'x",
    "a: [1, 2", "a: {b: 1", "a: b: c", "<<<<<<< x\na: 1\n=======\na: 2\n>>>>>>> y", "\ufeffa: 1", "a: \x00", "a: \x85b",
    'a: "\\ud800"', 'a: "\\U00110000"', "%YAML 1.3\n---\na: 1", "%FOO\na: 1", "a: |\n x\n y", "- a\n- b", "[" * 3000,
    "{" * 3000, "- " * 3000, "a: " * 200, "opd: {}", "opd: [1, a, null, [x]]", "indicators:\n- code: [x]",
    "plan: {title: 1}", "opd:\n- {code: 1,5}", "opd:\n- {98}", "rakor: [{date: 0}]", "a\r\rb: 1\r",
]  # fmt: skip

SECTIONS = ["plan", "sources", "claims", "disputes", "stages", "indicators", "opd", "partners", "regions",
            "assignments", "actions", "rakor"]  # fmt: skip
KEYS = ["code", "name", "value", "as_of", "date", "year", "indicator", "lead", "support", "opd", "unit", "direction",
        "measurements", "threshold", "decisions", "text", "needs", "moves", "to", "from", "x"]  # fmt: skip
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.text(max_size=12), st.sampled_from(["M01", "DLH", "2020", "2020-TW3", "naik", "12,5", "Rp 5", "2020-13-01"]),
)  # fmt: skip
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)
shaped_like_a_plan = st.dictionaries(
    st.sampled_from(SECTIONS),
    st.one_of(values, st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=5), max_size=3)),
    max_size=4,
)


def everything_said_of(text: str) -> tuple[Reading, list[Located]]:
    reading = read_texts(iter([("plan.yaml", text)]), AS_OF)
    found = in_reading_order([*reading.findings, *check(reading.plan)], reading.sources)
    findings_text.excerpts(found, "id", reading.sources.line, colour=False)
    findings_concise.render(outcome(found, lang="en"))
    status.page(status.build(reading.plan, status.Faults(0, 0, 0)), "id")
    return reading, found


def lies_inside(one: Located, text: str) -> bool:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return 1 <= one.at.line <= len(lines) and 1 <= one.at.column <= len(lines[one.at.line - 1]) + 1


@given(st.text(max_size=300))
def test_any_text_gives_a_plan_and_findings_that_lie_inside_it(text: str) -> None:
    _, found = everything_said_of(text)

    assert found
    assert all(lies_inside(one, text.removeprefix("\ufeff")) for one in found)


@given(data=st.binary(max_size=300))
def test_any_bytes_give_findings(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("bytes") / "plan.yaml"
    path.write_bytes(data)

    reading = read_folder(str(path), AS_OF)

    assert in_reading_order([*reading.findings, *check(reading.plan)], reading.sources)


@pytest.mark.parametrize("text", HAZARDS, ids=lambda text: ascii(text)[:30])
def test_each_hazard_ends_in_a_located_fault(text: str) -> None:
    _reading, found = everything_said_of(text)

    assert any(one.finding.rule.code[0] in "SF" for one in found)
    assert all(lies_inside(one, text.removeprefix("\ufeff")) for one in found)


@given(shaped_like_a_plan)
def test_anything_shaped_like_a_plan_is_read(value: object) -> None:
    everything_said_of(yaml.safe_dump(value, allow_unicode=True))


@given(st.sampled_from(SHIPPED), st.data())
def test_no_damage_to_the_shipped_files_is_an_exception(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 40))
    inserted = data.draw(
        st.one_of(
            st.sampled_from([*HAZARDS, "", ":", "-", "'", '"', "\t", "\n", "{", "]", "#"]),
            st.text(max_size=8),
        )
    )

    everything_said_of(text[:start] + inserted + text[start + length :])


@given(st.sampled_from(SHIPPED), st.data())
def test_a_key_written_again_is_found_once(text: str, data: st.DataObject) -> None:
    lines = text.splitlines(keepends=True)
    keyed = [
        at
        for at, line in enumerate(lines)
        if line.startswith("    ") and line[4:5].isalpha() and ": " in line
    ]
    assume(keyed)
    at = data.draw(st.sampled_from(keyed))
    assume(not lines[at].rstrip().endswith((">-", "|", ">")) and lines[at].count("{") == lines[at].count("}"))
    assume(lines[at].count("[") == lines[at].count("]"))

    reading = read_texts(
        iter([("plan.yaml", "".join([*lines[: at + 1], lines[at], *lines[at + 1 :]]))]), AS_OF
    )

    assert [one.rule.code for one in reading.findings if one.rule.code[0] == "S"] == ["S101"]


@given(st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(random: object) -> None:
    folder = str(ROOT / "src" / "serang_plan" / "example")
    reading = read_folder(folder, AS_OF)
    records = {name: list(found) for name, found in reading.plan.records.items()}
    for found in records.values():
        random.shuffle(found)  # type: ignore[attr-defined]
    shuffled = type(reading.plan)(records, AS_OF)

    def said(plan: object) -> list[str]:
        return sorted(f"{one.rule.code} {one.message.id}" for one in check(plan))  # type: ignore[arg-type]

    assert said(shuffled) == said(reading.plan)


# -- what a plain value means -----------------------------------------------------------


@given(
    st.one_of(
        st.from_regex(r"\A[-+]?[0-9_.:xobeE,]{1,12}\Z"),
        st.sampled_from(
            [
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "Yes",
                "NO",
                "true",
                "True",
                "false",
                "null",
                "Null",
                "~",
                ".inf",
                ".nan",
                "=",
                "0x1F",
                "0o7",
                "1e3",
                "12:30",
            ]
        ),
        st.text(alphabet="abcdeonyfrulst01.~-", min_size=1, max_size=6),
    )
)
def test_a_plain_value_that_is_taken_means_the_same_to_yaml_1_1_and_1_2(text: str) -> None:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    assume(isinstance(node, yaml.ScalarNode) and node.style is None and node.value == text)
    try:
        ours = read_plain(text)
    except RefusedError:
        return
    try:
        older = yaml.safe_load(text)
    except ValueError:
        return
    if isinstance(older, date):
        older = text  # a date stays text until a field asks for one

    assert older == (float(ours) if isinstance(ours, Decimal) else ours)
    assert type(older) is (float if isinstance(ours, Decimal) else type(ours))

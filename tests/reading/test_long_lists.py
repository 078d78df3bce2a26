"""A list in an entry that is longer than any plan needs: the entry is left out, and what follows is read."""

from __future__ import annotations

import pytest

from serang_plan.reading import positions, yaml_tree
from serang_plan.reading.folder import read_texts
from serang_plan.wording import LANGS
from tests.conftest import AS_OF

INDICATOR = (
    "  - code: {}\n    name: RTH\n    direction: naik\n    aspect: fisik\n    unit: '%'\n    measurements:\n"
)
VALUE = "    - {{as_of: {}, value: 1}}\n"


@pytest.mark.parametrize(("count", "codes"), [(4, ["M01", "M02"]), (5, ["M02"])])
def test_an_entry_with_too_long_a_list_is_left_out(
    count: int, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (yaml_tree, positions):
        monkeypatch.setattr(module, "MOST_ITEMS", 4)
    values = "".join(VALUE.format(2010 + nth) for nth in range(count))
    text = f"indicators:\n{INDICATOR.format('M01')}{values}{INDICATOR.format('M02')}{VALUE.format(2020)}"

    reading = read_texts(iter([("plan.yaml", text.encode())]), AS_OF)

    assert [indicator.code for indicator in reading.plan.indicators] == codes
    found = [finding for finding in reading.findings if finding.rule.code == "S122"]
    assert [reading.sources.span(finding.at).line for finding in found] == ([12] if count == 5 else [])
    for finding in found:
        assert all("4" in finding.message.for_lang(lang) for lang in LANGS)


def test_behind_a_broken_entry_too_long_a_list_is_shown_at_the_first_item_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_tree, "MOST_ITEMS", 4)
    values = "".join(VALUE.format(2010 + nth) for nth in range(5))
    text = f"indicators:\n  - code: M00\n     name: miring\n{INDICATOR.format('M01')}{values}"

    reading = read_texts(iter([("plan.yaml", text.encode())]), AS_OF)

    places = [(finding.rule.code, reading.sources.span(finding.at).line) for finding in reading.findings]
    assert places == [("S104", 3), ("S122", 14)]

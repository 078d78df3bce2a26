"""The comparison's column about ourselves is true; `python benchmarks/compare_tools.py` writes the pages anew."""

from __future__ import annotations

import re

import pytest

from serang_plan.wording import LANGS, Lang
from tests.conftest import ROOT
from tests.seeded.planting import Planted, all_faults, all_of_style

PAGES = {"id": "id/perbandingan.md", "en": "en/comparison.md"}
MARKS = {"id": ("**kolom**", "–"), "en": ("**column**", "–")}
ROW = re.compile(
    r"^\| (?P<name>[^|]+?) \| (?:\[(?P<code>[A-Z]\d{3})\]\([^)]+\) \| )?(?P<ours>[^|]+?) \|", re.MULTILINE
)


def rows(lang: Lang) -> dict[str, tuple[str | None, str]]:
    """Return what the page says of us, with the rule's code, by the fault's name."""
    page = (ROOT / "docs" / PAGES[lang]).read_text(encoding="utf-8")
    return {found["name"]: (found["code"], found["ours"]) for found in ROW.finditer(page)}


def named(planted: Planted, lang: Lang) -> str:
    return planted.name if lang == "id" else planted.name_en


@pytest.mark.parametrize("lang", LANGS)
def test_every_fault_stands_in_the_table_with_what_we_say_of_it(lang: Lang) -> None:
    """That we say so is seen in `test_seeded_faults`."""
    said = rows(lang)
    column, nothing = MARKS[lang]

    for planted in all_faults():
        assert said[named(planted, lang)] == (planted.place.code, column)
    for planted in all_of_style():
        assert said[named(planted, lang)] == (None, nothing)


@pytest.mark.parametrize("lang", LANGS)
def test_the_total_is_that_of_the_faults(lang: Lang) -> None:
    page = (ROOT / "docs" / PAGES[lang]).read_text(encoding="utf-8")
    count = len(all_faults())

    assert re.search(rf"\b{count}\b", page.split("##")[0])
    assert re.search(rf"^\| serang-plan \| [\d.]+ \| {count} \| {count} \| {count} \|", page, re.MULTILINE)
    assert sum(line.count("](../rules/") for line in page.splitlines()) == count

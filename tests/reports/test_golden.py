"""Every example of every report as it was read before: as page, screen and data; `SERANG_PLAN_ACCEPT=1` writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from serang_plan.wording import LANGS
from tests.readers.golden import GOLDEN, accepted, folded
from tests.readers.reports import EXAMPLES, PLANS, TYPED, data, leaves, page_of, shown, written

PAGES, SCREENS, DATA = GOLDEN / "pages", GOLDEN / "screens", GOLDEN / "data"
SHOWN = {**TYPED, "diff-known": "diff --since known:2025-09-16 -d lama"}
YAML = "stages-propose"
"""Is bare YAML on the screen, however wide, so that it can be pasted."""


@pytest.mark.parametrize("example", SHOWN)
def test_a_page_reads_as_it_was_read_before(example: str) -> None:
    """The fictional city, in both languages: everything that a page says."""
    pages = {lang: written(SHOWN[example], "contoh", lang, "markdown").decode() for lang in LANGS}
    said = "\n".join(pages.values())

    assert said == accepted(PAGES / f"{example}.md", said)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_screen_reads_as_it_was_read_before(example: str) -> None:
    """The real city on the day of its first rakor: how a page gives way where there is little room."""
    said = shown(SHOWN[example], "serang-2020", "id")

    assert said == accepted(SCREENS / f"{example}.txt", said)


@pytest.mark.parametrize("example", TYPED)
def test_its_data_are_as_they_were_read_before(example: str) -> None:
    """What is said in Indonesian; and wherever English says something else, that."""
    first, second = (data(TYPED[example], "contoh", lang) for lang in ("id", "en"))
    said, english = dict(leaves(first)), dict(leaves(second))
    assert said.keys() == english.keys()
    other = {".".join(map(str, at)): text for at, text in english.items() if text != said[at]}
    text = folded({"id": first, "en": other}) + "\n"

    assert text == accepted(DATA / f"{example}.json", text)


LOOKS = {
    *("tone", "level", "numbered", "hints", "align", "drop", "wrap", "redundant", "bare", "main", "done"),
    "compact",
}
"""The fields of a page that are no words: how it is to look, of which Markdown shows next to nothing."""
NOTHING_SPECIAL = ("plain", "left", 0, False)


def looks_of(node: Any) -> Iterator[str]:
    if isinstance(node, tuple):
        for name, value in zip(getattr(node, "_fields", ()), node, strict=False):
            if name in LOOKS and value not in NOTHING_SPECIAL:
                yield f"{type(node).__name__} {name} {value}"
        for part in node:
            yield from looks_of(part)


def test_pages_look_as_they_looked_before() -> None:
    counts = {
        f"{name}, {plan}": dict(sorted(Counter(looks_of(page_of(typed, plan, "id"))).items()))
        for name, typed in TYPED.items()
        for plan in PLANS
    }
    said = folded(counts) + "\n"

    assert said == accepted(GOLDEN / "looks.json", said)


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in PAGES.iterdir()} == SHOWN.keys()
    assert {path.stem for path in SCREENS.iterdir()} == EXAMPLES.keys()
    assert {path.stem for path in DATA.iterdir()} == TYPED.keys()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("example", [name for name in SHOWN if name != YAML])
def test_no_line_is_wider_than_the_screen(example: str, plan: str, lang: str) -> None:
    for columns in (80, 120):
        lines = shown(SHOWN[example], plan, lang, columns).splitlines()
        assert [line for line in lines if len(line) > columns] == []

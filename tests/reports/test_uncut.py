"""Lists and names are cut on a screen only: on paper and in files everything stands in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from serang_plan.reports.status import page as status
from serang_plan.wording import LANGS, Lang, listed, uncut
from tests.readers.reports import EXAMPLES, PLANS, TYPED, page_of
from tests.worlds.small_city import city, shown

CUT = re.compile(r"dan \d+ \w*\s?(lainnya|lagi|lain)\b|\d+ (others?|more)\b|\S*…\S*")
"""Words that say that something is left out."""
BY_HAND = "…………"


def texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_page_for_paper_leaves_nothing_out(example: str, plan: str, lang: Lang) -> None:
    written = "".join(path.read_text("utf-8") for path in Path(PLANS[plan][0]).glob("*.yaml"))
    cuts = [cut.group() for text in texts(page_of(TYPED[example], plan, lang)) for cut in CUT.finditer(text)]

    assert [cut for cut in cuts if cut != BY_HAND and cut.strip("“”,.") not in written] == []


def test_a_list_is_cut_unless_it_is_to_stand_in_full() -> None:
    with uncut():
        whole = listed("abcd", "id", most=2)

    assert [whole, listed("abcd", "id", most=2)] == ["a, b, c, dan d", "a, b, dan 2 lainnya"]


LATE = "\n".join(
    f"    - {{code: R1-{nth}, text: Tindak lanjut {nth}, lead: DLH, due: 2026-02-0{nth}}}"
    for nth in range(1, 6)
)


def test_status_names_every_late_decision_in_a_file_and_three_on_a_screen() -> None:
    plan = city(rakor=f"- code: R1\n  date: 2026-01-05\n  decisions:\n{LATE}")
    report = status.build(plan, status.Faults(0, 0, 0))
    with uncut():
        file = shown(status.page(report, "id"))
    screen = shown(status.page(report, "id"))

    assert ["R1-5" in screen, "5 lewat tenggat: terutama R1-1" in screen] == [False, True]
    assert ["R1-5" in file, "terutama" in file] == [True, False]

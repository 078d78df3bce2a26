"""Three web pages as they were read before, without their style sheet; `SERANG_PLAN_ACCEPT=1` writes, people read."""

from __future__ import annotations

import re

import pytest

from serang_plan.cli.main import run
from tests.reports.test_golden import EXAMPLES, GOLDEN, PLANS, STAMP, accepted

PAGES = [
    ("status", "contoh", "id"),
    ("forecast", "serang-2020", "en"),
    ("briefing-walikota", "serang-2020", "id"),
]


@pytest.mark.parametrize(("report", "plan", "lang"), PAGES)
def test_a_web_page_is_as_it_was_read_before(
    report: str, plan: str, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, as_of = PLANS[plan]
    monkeypatch.setattr("serang_plan.cli.output.report_writer.stamp_of", lambda _folder: STAMP)

    code = run([*EXAMPLES[report], "--data", folder, "--as-of", as_of, "--format", "html", "--lang", lang])

    said = re.sub(r"<style>.*?</style>", "<style>…</style>", capsys.readouterr().out, flags=re.DOTALL)
    assert code == 0
    assert said == accepted(GOLDEN / f"{report}.{plan}.{lang}.html", said)

"""Every format of findings as its reader gets it; `SERANG_PLAN_ACCEPT=1` writes, people read."""

from __future__ import annotations

import os

import pytest

from serang_plan import __version__
from serang_plan.cli.main import run
from serang_plan.rendering.formats import FINDING_FORMATS
from serang_plan.wording import LANGS
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "formats"
ENDINGS = {
    "json": "json",
    "gitlab": "json",
    "rdjson": "json",
    "sarif": "sarif",
    "junit": "xml",
    "markdown": "md",
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_a_format_reads_as_it_was_read_before(
    form: str, lang: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)
    asked = ["validate", "tests/formats/plan.yaml", "--as-of", "2026-06-30", "--format", form, "--lang", lang]

    code = run(asked)

    said = capsysbinary.readouterr().out.decode("utf-8").replace(f'"{__version__}"', '"VERSION"')
    path = FOLDER / f"{form}.{lang}.{ENDINGS.get(form, 'txt')}"
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        path.write_text(said, encoding="utf-8")
    assert code == 1
    assert said == path.read_text(encoding="utf-8")

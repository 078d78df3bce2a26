"""Every format of findings as its reader gets it; `SERANG_PLAN_ACCEPT=1` writes, people read."""

from __future__ import annotations

import pytest

from serang_plan import __version__
from serang_plan.cli.main import run
from serang_plan.rendering.formats import FINDING_FORMATS
from serang_plan.wording import LANGS
from tests.conftest import ROOT
from tests.readers.golden import accepted

FOLDER = ROOT / "tests" / "formats"


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
    new = FOLDER / f"{form}.{lang}{(*FINDING_FORMATS[form].suffixes, '.txt')[0]}"
    path = next(FOLDER.glob(f"{form}.{lang}.*"), new)
    assert code == 1
    assert said == accepted(path, said)

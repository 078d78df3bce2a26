"""A missing package: what is typed works where the program is installed, and names what an index has."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib import metadata

import pytest

from serang_plan.operations import extras
from serang_plan.rendering.formats import PAGE_FORMATS

EXTRAS = sorted({form.extra for form in PAGE_FORMATS.values() if form.extra} | {"watch"})


@pytest.mark.parametrize("extra", EXTRAS)
def test_only_packages_of_an_index_are_named(extra: str) -> None:
    wanted = extras.requirements(extra)

    assert wanted != []
    assert all("serang" not in requirement and ";" not in requirement for requirement in wanted)


def test_an_environment_with_pip_is_told_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: name == "pip" or None)
    monkeypatch.setattr(sys, "executable", "/home/ani/rencana/.venv/bin/python")

    (wanted,) = extras.requirements("xlsx")
    assert extras.install_command("xlsx") == f'/home/ani/rencana/.venv/bin/python -m pip install "{wanted}"'


def test_an_environment_of_uv_has_no_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "executable", "/home/dinas kota/bin/python")

    assert extras.install_command("pdf").startswith(
        'uv pip install --python "/home/dinas kota/bin/python" "typst'
    )


def test_an_environment_of_pipx_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/home/ani/.local/share/pipx/venvs/serang-plan")

    assert extras.install_command("xlsx").startswith('pipx inject serang-plan "xlsxwriter')


def test_a_program_that_is_not_installed_names_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    (source,) = extras.requirements("xlsx")

    assert source.endswith("[xlsx]")
    assert (
        subprocess.run(
            ["test", "-f", f"{source.removesuffix('[xlsx]')}/pyproject.toml"], check=False
        ).returncode
        == 0
    )


def test_what_is_to_be_typed_is_what_pip_understands() -> None:
    pip = pytest.importorskip("pip", reason="an environment of uv has none").__name__
    python, *typed = shlex.split(extras.install_command("docx"))
    assert typed[:3] == ["-m", pip, "install"]

    checked = subprocess.run(
        [python, *typed, "--dry-run", "--no-index", "--no-deps"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stderr

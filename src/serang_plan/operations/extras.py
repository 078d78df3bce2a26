"""Extras: what installs a package that is missing, in this environment and by names that an index has."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePath

from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text

_EXTRA = re.compile(r"(?P<requirement>[^;]+?)\s*;.*\bextra == ['\"](?P<extra>\w+)['\"]")


def missing_extra(message: Text, extra: str, instead: Text) -> ProblemError:
    """Return that something needs the packages of an extra, what installs them, or what to do instead."""
    command = install_command(extra)
    return ProblemError(
        message, Text(f"ketik `{command}`, atau {instead.id}", f"type `{command}`, or {instead.en}")
    )


def install_command(extra: str) -> str:
    """Return what is to be typed: by pipx into its own environment, by pip where there is one, else by uv."""
    wanted = " ".join(f'"{requirement}"' for requirement in requirements(extra))
    prefix = PurePath(sys.prefix)
    if prefix.parts[-3:-1] == ("pipx", "venvs"):
        return f"pipx inject {prefix.name} {wanted}"
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if find_spec("pip") is not None:
        return f"{python} -m pip install {wanted}"
    return f"uv pip install --python {python} {wanted}"


def requirements(extra: str) -> list[str]:
    """Return the packages of an extra; of a program that runs from its source, the source with its extra."""
    try:
        lines = metadata.requires("serang-plan") or []
    except metadata.PackageNotFoundError:
        return [f"{Path(__file__).parents[3]}[{extra}]"]
    forms = filter(None, map(_EXTRA.fullmatch, lines))
    return [form["requirement"] for form in forms if form["extra"] == extra]

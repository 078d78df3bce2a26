"""Inputs: which files a check is about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from shlex import quote
from typing import NamedTuple

from serang_plan.reading.folder import is_yaml_name
from serang_plan.wording import Text, backquoted


class PipedFile(NamedTuple):
    """A file whose text did not come from the disk, such as what an editor holds."""

    name: str
    content: bytes


class PlanInputs(NamedTuple):
    """Folders and files, together one plan."""

    paths: tuple[str, ...]
    piped: PipedFile | None = None
    """It stands in for the file of its name, or joins the others; only its findings are shown."""
    home: tuple[str, ...] = ()
    """Where other states of the plan are looked for, if not in the paths."""

    @property
    def about(self) -> str | None:
        """The one file whose findings are shown, if it is one."""
        return self.piped and self.piped.name


def part_of_plan(paths: Sequence[str]) -> Text | None:
    """Say how to check the whole plan, where only some files of one folder were asked about."""
    folders = {os.path.dirname(path) for path in paths if not os.path.isdir(path)}
    if len(folders) != 1 or any(map(os.path.isdir, paths)):
        return None
    folder = folders.pop() or os.curdir
    try:
        there = {name for name in os.listdir(folder) if is_yaml_name(name)}
    except OSError:
        return None
    if not there - set(map(os.path.basename, paths)):
        return None
    whole = backquoted(f"serang-plan validate {quote(folder)}")
    return Text(
        f"Hanya sebagian rencana yang dibaca; seluruhnya: {whole}.",
        f"Only a part of the plan was read; all of it: {whole}.",
    )

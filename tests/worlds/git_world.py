"""A repository for the tests of history: made by real git, with its own clock and no settings of the machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

NOON = "T12:00:00+0700"


def git(folder: Path, *arguments: str, day: str = "2026-01-10") -> str:
    """Run git as somebody who works there."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Uji",
        "GIT_AUTHOR_EMAIL": "uji@contoh.id",
        "GIT_COMMITTER_NAME": "Uji",
        "GIT_COMMITTER_EMAIL": "uji@contoh.id",
        "GIT_AUTHOR_DATE": f"{day}{NOON}",
        "GIT_COMMITTER_DATE": f"{day}{NOON}",
    }
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, day: str, **files: str) -> str:
    """Write files (`data__plan` is data/plan.yaml), commit everything on a day, return the commit's id."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", day, day=day)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    """Make an empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "utama")
    return folder

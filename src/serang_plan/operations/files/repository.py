"""Repository: paths as a forge writes them, from the folder that holds `.git`, with `/`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache

from serang_plan.reading.git import root_of


def rooted(paths: Iterable[str]) -> Callable[[str], str]:
    """Return how to write a path: from the root of the repository of the first one, else from here.

    What lies outside is written as it was typed.
    """
    root = next((root_of(os.path.dirname(os.path.abspath(path))) for path in paths), None) or os.getcwd()
    return cache(lambda path: _below(root, path))


def _below(root: str, path: str) -> str:
    whole = os.path.abspath(path)
    inside = whole.startswith(os.path.join(root, ""))
    below = os.path.relpath(whole, root) if inside else path
    return below.replace("\\", "/") if os.sep == "\\" else below

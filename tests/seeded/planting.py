"""Planting: each fault of faults.yaml in a copy of the real data, with the place where it must be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from serang_plan.places import SourceFile

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
OPEN, CLOSE = "⟨", "⟩"
FAMILIES = {
    "S": ("YAML", "YAML"),
    "F": ("Isian", "Fields"),
    "L": ("Rujukan", "Links"),
    "C": ("Kelengkapan", "Completeness"),
    "T": ("Waktu", "Time"),
    "V": ("Nilai", "Values"),
    "E": ("Bukti", "Evidence"),
    "K": ("Koordinasi", "Coordination"),
    "R": ("Rakor", "Rakor"),
}


class Place(NamedTuple):
    """Where a finding must stand."""

    code: str
    path: str
    line: int
    column: int


class Planted(NamedTuple):
    """The real data with one fault in it."""

    name: str
    name_en: str
    place: Place
    files: dict[str, bytes]
    also: dict[str, str]
    """Codes of other findings that the fault rightly brings, each with its reason."""

    def write(self, folder: Path) -> None:
        """Write the faulty files below a folder."""
        write(self.files, folder)


def write(files: dict[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def sound() -> dict[str, bytes]:
    """Return the real data."""
    return {f"data/{path.name}": path.read_bytes() for path in sorted((ROOT / "data").glob("*.yaml"))}


def all_faults() -> list[Planted]:
    """Return the real data once for every fault."""
    return _all_in("faults.yaml")


def all_of_style() -> list[Planted]:
    """Return the real data once for every matter of style, which is no fault."""
    return _all_in("style.yaml")


def _all_in(name: str) -> list[Planted]:
    return [_planted(entry) for entry in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))]


def _planted(entry: dict[str, Any]) -> Planted:
    files = {path: content.decode() for path, content in sound().items()}
    changed = f"data/{entry['in']}"
    files[changed] = _replaced(files[changed], entry)
    shown = f"data/{entry.get('at_file', entry['in'])}"
    if "at" in entry:
        files[shown] = _marked(files[shown], entry)
    start = files[shown].index(OPEN)
    files[shown] = _unmarked(files[shown])
    line, column = SourceFile(shown, files[shown]).line_and_column(start)
    encoding = {changed: entry.get("encoding", "utf-8")}
    content = {path: text.encode(encoding.get(path, "utf-8")) for path, text in files.items()}
    place = Place(entry["finds"], shown, line, column)
    return Planted(entry["fault"], entry["en"], place, content, entry.get("also", {}))


def _replaced(text: str, entry: dict[str, Any]) -> str:
    """Replace the first `old` that follows `under`."""
    return _swap(text, entry.get("under", ""), entry["old"], entry["new"], entry["fault"])


def _marked(text: str, entry: dict[str, Any]) -> str:
    """Put the mark of `at` into the text, where its words stand exactly once."""
    words = _unmarked(entry["at"])
    assert text.count(words) == 1, (
        f"{entry['fault']}: {words!r} must stand exactly once, not {text.count(words)} times"
    )
    return text.replace(words, entry["at"])


def _swap(text: str, under: str, old: str, new: str, name: str) -> str:
    assert under in text, f"{name}: there is no {under!r}"
    head = text.index(under)
    assert old in text[head:], f"{name}: there is no {old!r} below {under!r}"
    return text[:head] + text[head:].replace(old, new, 1)


def _unmarked(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")

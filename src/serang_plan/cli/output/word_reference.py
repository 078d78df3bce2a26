"""The reference document: a Word file whose styles, letterhead and paper a report takes over."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from serang_plan.operations.problem import ProblemError
from serang_plan.page import Page
from serang_plan.reading.decoding import MOST_MEGABYTES, read_bytes
from serang_plan.wording import Text, backquoted_path

_TEMPLATES = (".dot", ".dotm", ".dotx")


class WordRenderer(Protocol):
    """The module that draws Word documents, loaded only when one is asked for."""

    @property
    def BrokenReferenceError(self) -> type[Exception]:  # noqa: N802
        """What it raises for a reference that is no Word document."""

    def render(self, page: Page, reference: bytes | None = None) -> bytes:
        """Return a page as a Word document."""


def in_its_styles(path: str, page: Page, renderer: WordRenderer) -> bytes:
    """Return a page in the styles of a reference. Raises ProblemError if that cannot be used."""
    reference = _read(path)
    try:
        return renderer.render(page, reference)
    except renderer.BrokenReferenceError:
        raise ProblemError(
            _what_it_is(path),
            Text(
                "buka berkas itu di Word atau LibreOffice, lalu simpan sebagai .docx",
                "open it in Word or LibreOffice and save it as .docx",
            ),
        ) from None


def _what_it_is(path: str) -> Text:
    if Path(path).suffix.lower() in _TEMPLATES:
        return Text(
            f"{backquoted_path(path)} adalah templat Word, bukan dokumen (.docx)",
            f"{backquoted_path(path)} is a Word template, not a document (.docx)",
        )
    return Text(
        f"{backquoted_path(path)} bukan berkas Word (.docx)",
        f"{backquoted_path(path)} is no Word file (.docx)",
    )


def _read(path: str) -> bytes:
    if Path(path).is_dir():
        raise ProblemError(
            Text(
                f"berkas acuan {backquoted_path(path)} adalah folder, bukan berkas Word (.docx)",
                f"the reference {backquoted_path(path)} is a folder, not a Word file (.docx)",
            ),
            Text(
                "sebut berkas di dalamnya: `--reference kop.docx`",
                "name a file in it: `--reference kop.docx`",
            ),
        )
    try:
        data, size = read_bytes(path)
    except (OSError, ValueError):
        data, size = None, 0
    if data is None:
        raise ProblemError(
            Text(
                f"berkas acuan {backquoted_path(path)} tidak dapat dibuka",
                f"the reference {backquoted_path(path)} cannot be opened",
            ),
            Text("periksa nama dan letaknya", "check its name and where it is"),
        )
    if size > MOST_MEGABYTES << 20:
        raise ProblemError(
            Text(
                f"berkas acuan {backquoted_path(path)} terlalu besar",
                f"the reference {backquoted_path(path)} is too large",
            ),
            Text(
                "simpan salinannya tanpa gambar dan isi; cukup gaya dan kopnya",
                "save a copy without its pictures and text; styles and letterhead are enough",
            ),
        )
    return data

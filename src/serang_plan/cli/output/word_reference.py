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

    @property
    def HugeReferenceError(self) -> type[Exception]:  # noqa: N802
        """What it raises for one that is larger than it need be."""

    def render(self, page: Page, reference: bytes | None = None) -> bytes:
        """Return a page as a Word document."""


def in_its_styles(path: str, page: Page, renderer: WordRenderer) -> bytes:
    """Return a page in the styles of a reference. Raises ProblemError if that cannot be used."""
    reference = _read(path)
    try:
        return renderer.render(page, reference)
    except renderer.HugeReferenceError:
        raise _refused(path, _TOO_LARGE, _STYLES_ONLY) from None
    except renderer.BrokenReferenceError:
        what = _TEMPLATE if Path(path).suffix.lower() in _TEMPLATES else _NO_WORD_FILE
        raise _refused(path, what, _SAVE_AGAIN) from None


def _read(path: str) -> bytes:
    if Path(path).is_dir():
        raise _refused(path, _FOLDER, _NAME_ONE)
    try:
        data, size = read_bytes(path)
    except (OSError, ValueError):
        data, size = None, 0
    if data is None:
        raise _refused(path, _NOT_OPENED, _LOOK)
    if size > MOST_MEGABYTES << 20:
        raise _refused(path, _TOO_LARGE, _STYLES_ONLY)
    return data


def _refused(path: str, why: Text, help: Text) -> ProblemError:
    file = backquoted_path(path)
    return ProblemError(Text(*(words.replace("{}", file) for words in why)), help)


_TEMPLATE = Text(
    "{} adalah templat Word, bukan dokumen (.docx)", "{} is a Word template, not a document (.docx)"
)
_NO_WORD_FILE = Text("{} bukan berkas Word (.docx)", "{} is no Word file (.docx)")
_SAVE_AGAIN = Text(
    "buka berkas itu di Word atau LibreOffice, lalu simpan sebagai .docx",
    "open it in Word or LibreOffice and save it as .docx",
)
_FOLDER = Text(
    "berkas acuan {} adalah folder, bukan berkas Word (.docx)",
    "the reference {} is a folder, not a Word file (.docx)",
)
_NAME_ONE = Text(
    "sebut berkas di dalamnya: `--reference kop.docx`", "name a file in it: `--reference kop.docx`"
)
_NOT_OPENED = Text("berkas acuan {} tidak dapat dibuka", "the reference {} cannot be opened")
_LOOK = Text("periksa nama dan letaknya", "check its name and where it is")
_TOO_LARGE = Text("berkas acuan {} terlalu besar", "the reference {} is too large")
_STYLES_ONLY = Text(
    "simpan salinannya tanpa gambar dan isi; cukup gaya dan kopnya",
    "save a copy without its pictures and text; styles and letterhead are enough",
)

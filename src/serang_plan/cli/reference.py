"""The reference document: a Word file whose styles, letterhead and paper a report takes over."""

from __future__ import annotations

from typing import Any

from serang_plan.cli.usage import UsageProblemError
from serang_plan.page import Page
from serang_plan.reading.text import MOST_MEGABYTES, read_bytes
from serang_plan.wording import Text, typed


def in_its_styles(path: str, page: Page, renderer: Any) -> bytes:
    """Return a page in the styles of a reference. Raises UsageProblemError if that cannot be used."""
    reference = _read(path)
    try:
        return bytes(renderer.render(page, reference))
    except renderer.BrokenReferenceError:
        raise UsageProblemError(
            Text(f"{typed(path)} bukan berkas Word (.docx)", f"{typed(path)} is no Word file (.docx)"),
            Text(
                "buka berkas itu di Word atau LibreOffice, lalu simpan sebagai .docx",
                "open it in Word or LibreOffice and save it as .docx",
            ),
        ) from None


def _read(path: str) -> bytes:
    try:
        data, size = read_bytes(path)
    except (OSError, ValueError):
        data, size = None, 0
    if data is None:
        raise UsageProblemError(
            Text(
                f"berkas acuan {typed(path)} tidak dapat dibuka",
                f"the reference {typed(path)} cannot be opened",
            ),
            Text("periksa nama dan letaknya", "check its name and where it is"),
        )
    if size > MOST_MEGABYTES << 20:
        raise UsageProblemError(
            Text(f"berkas acuan {typed(path)} terlalu besar", f"the reference {typed(path)} is too large"),
            Text(
                "simpan salinannya tanpa gambar dan isi; cukup gaya dan kopnya",
                "save a copy without its pictures and text; styles and letterhead are enough",
            ),
        )
    return data

"""Write problem: why something could not be written, and what to do about it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted_path, untranslated


def not_written(path: str, error: OSError) -> ProblemError:
    """Return why a file could not be written, and what to do about it."""
    why, next_step = _why(error)
    file = backquoted_path(path)
    message = Text(f"{file} tidak dapat ditulis: {why.id}", f"{file} cannot be written: {why.en}")
    return _removed_folder() or ProblemError(message, next_step)


def output_lost(error: OSError) -> ProblemError:
    """Return why standard output could not be written."""
    why, _ = _why(error)
    message = Text(f"keluaran tidak dapat ditulis: {why.id}", f"the output could not be written: {why.en}")
    return _removed_folder() or ProblemError(message)


def _removed_folder() -> ProblemError | None:
    """Return that the folder that we run in is no more, if that is so."""
    with suppress(OSError):
        if os.getcwd():
            return None
    return ProblemError(
        Text("folder tempat Anda berada sudah dihapus", "the folder that you are in has been removed"),
        Text("pindah ke folder lain, misalnya `cd ~`", "go to another folder, such as `cd ~`"),
    )


def _why(error: OSError) -> tuple[Text, Text]:
    return _WHY.get(error.errno or 0, (untranslated(error.strerror or str(error)), _UNCHANGED))


_UNCHANGED = Text("apa yang ada di sana tidak berubah", "what was there is unchanged")
_CLOSE_IT = Text(
    "tutup berkas itu bila sedang terbuka di Word atau Excel, atau pilih tempat lain",
    "close the file if it is open in Word or Excel, or choose another place",
)
_NOT_ALLOWED = Text("tidak diizinkan", "not allowed")
_WHY = {
    errno.EBADF: (Text("keluarannya tertutup", "the output is closed"), _UNCHANGED),
    errno.ENAMETOOLONG: (
        Text("namanya terlalu panjang", "its name is too long"),
        Text("pakai nama yang lebih pendek", "use a shorter name"),
    ),
    errno.ENOTDIR: (
        Text("yang disebut sebagai foldernya adalah berkas", "what is named as its folder is a file"),
        Text("pilih tempat lain", "choose another place"),
    ),
    errno.ENOENT: (
        Text("foldernya tidak ada", "there is no such folder"),
        Text("buat foldernya lebih dulu", "make the folder first"),
    ),
    errno.EACCES: (_NOT_ALLOWED, _CLOSE_IT),
    errno.EPERM: (_NOT_ALLOWED, _CLOSE_IT),
    errno.ENOSPC: (Text("tempat penyimpanan penuh", "the disk is full"), _UNCHANGED),
    errno.EDQUOT: (Text("jatah tempat penyimpanan habis", "the disk quota is used up"), _UNCHANGED),
    errno.EFBIG: (
        Text("berkasnya terlalu besar di sana", "the file is too large for that place"),
        _UNCHANGED,
    ),
    errno.ENXIO: (
        Text("tidak ada yang membacanya", "nobody reads it"),
        Text("jalankan dulu program yang membaca pipa itu", "start the program that reads that pipe first"),
    ),
    errno.EROFS: (Text("tempat itu hanya bisa dibaca", "that place is read-only"), _UNCHANGED),
}

"""Berkas tidak dapat dibuka.

A file cannot be opened.

Mengapa: yang tidak dapat dibuka tidak diperiksa dan tidak dihitung, sehingga laporan dapat kurang
tanpa terlihat.

Why: what cannot be opened is neither checked nor counted, so a report could fall short without
anybody seeing it.

Salah:

    # data/opd.yaml/ (folder)

Benar:

    # data/opd.yaml
    opd:
      - {code: DLH, name: Dinas Lingkungan Hidup}
"""

from __future__ import annotations

from typing import Literal

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, backquoted as show

RULE = Rule("S121", "unreadable-file", why=__doc__)
NotOpened = Literal["missing", "permission", "not-a-file", "other"]
"""Why it could not be opened."""
_MOST = 200


def finding(at: Location, typed: str, reason: NotOpened) -> Finding:
    return RULE.finding(_message(typed, reason), at, help=_advice(reason))


def _message(typed: str, reason: NotOpened) -> Text:
    path = show(typed, _MOST)
    match reason:
        case "missing":
            return Text(f"{path} tidak ada", f"{path} does not exist")
        case "not-a-file":
            return Text(f"{path} bukan berkas", f"{path} is not a file")
        case "permission":
            return Text(f"{path} tidak boleh Anda baca", f"you may not read {path}")
    return Text(
        f"{path} tidak dapat dibaca dari penyimpanannya", f"{path} cannot be read from where it is stored"
    )


def _advice(reason: NotOpened) -> Text:
    match reason:
        case "missing":
            return Text("periksa ejaan nama dan foldernya", "check the spelling of its name and folder")
        case "not-a-file":
            return Text(
                "beri nama lain, atau ganti dengan berkas YAML biasa",
                "give it another name, or put an ordinary YAML file in its place",
            )
        case "permission":
            return Text(
                "minta hak baca kepada pemilik berkas atau pengelola komputer",
                "ask the owner of the file, or whoever runs the computer, to let you read it",
            )
    return Text(
        "coba buka dengan editor teks, lalu simpan salinannya di tempat lain",
        "try to open it in a text editor and save a copy elsewhere",
    )

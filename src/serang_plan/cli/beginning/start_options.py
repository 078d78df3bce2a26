"""Start options: what a new plan begins with, where it is not asked for on a terminal."""

from __future__ import annotations

from typing import Annotated, NamedTuple, get_args

from serang_plan.cli.arguments.options import option
from serang_plan.model.indicator import Direction


class StartOptions(NamedTuple):
    """The city, its years, and the lists that an office has anyway."""

    city: Annotated[str, option("--city", "Nama kota.", "The city's name.", metavar="TEXT")] = ""
    region: Annotated[
        str,
        option("--region", "Kode wilayah kota (Kemendagri).", "The city's region code.", metavar="36.73"),
    ] = ""
    years: Annotated[
        str,
        option("--years", "Tahun pertama dan terakhir.", "The first and the last year.", metavar="2026-2030"),
    ] = ""
    opd: Annotated[
        str,
        option(
            "--opd",
            "Daftar OPD: berkas Excel, CSV atau teks; `-` untuk masukan baku.",
            "The list of OPD: an Excel, CSV or text file; `-` for standard input.",
            metavar="FILE",
        ),
    ] = ""
    indicators: Annotated[
        str,
        option(
            "--indicators",
            "Daftar indikator: kolom Kode, Indikator, Satuan, Arah, OPD, Aspek.",
            "The list of indicators: columns Code, Indicator, Unit, Direction, OPD, Aspect.",
            metavar="FILE",
        ),
    ] = ""
    direction: Annotated[
        str,
        option(
            "--direction",
            "Arah indikator yang daftarnya tidak menyebutnya.",
            "The direction of indicators whose list does not say it.",
            metavar="naik|turun",
            choices=get_args(Direction),
        ),
    ] = ""

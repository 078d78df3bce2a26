"""sheet: forms for the OPD go out as workbooks, and what comes home is taken into the plan."""

from __future__ import annotations

from typing import Annotated, get_args

from serang_plan.cli.arguments.options import PlanOptions, argument, as_of_date, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, one_of, usage_problem
from serang_plan.cli.arguments.writing_options import On, Writing, codes
from serang_plan.cli.output.sheet_desk import SheetDesk, named_columns
from serang_plan.model.indicator import Verification
from serang_plan.operations.sheets.importing import HowToTake
from serang_plan.wording import Text, backquoted

_FORMATS = ("xlsx", "csv")
_ACCEPTED = tuple(word for word in get_args(Verification) if word != "perlu-dicek")
_ALSO = {
    "ekspor": "export",
    "impor": "import",
    "keadaan": "status",
    "terima": "accept",
    "kirim": "export",
    "ambil": "import",
}

What = Annotated[
    str,
    argument(
        "export|import|status|accept",
        "Kirim formulir, ambil isinya, lihat yang belum kembali, atau terima sebuah nilai.",
        "Send forms out, take in what came home, see what has not, or accept a value.",
        completion=lambda: list(_ALSO.values()),
    ),
]
Which = Annotated[
    list[str] | None,
    argument(
        "[FILE|FOLDER …|CODE WHEN]",
        "Untuk `import`: formulir yang kembali. Untuk `accept`: kode indikator dan waktunya.",
        "For `import`: the forms that came home. For `accept`: an indicator's code and the time.",
    ),
]
ForOpd = Annotated[
    list[str] | None,
    option(
        "--opd",
        "OPD yang dikirimi; boleh berulang.",
        "An OPD to send to; may be repeated.",
        metavar="OPD",
        completion=codes("opd"),
    ),
]
All = Annotated[
    bool, option("--all", "Semua OPD yang ditanyai sesuatu.", "Every OPD that is asked something.")
]
Out = Annotated[
    str,
    option(
        "--output -o",
        "Folder untuk formulir; baku: `formulir`, dan `dikembalikan` di samping yang dikembalikan.",
        "The folder for forms; default: `formulir`, and `dikembalikan` beside what goes back.",
        metavar="FOLDER",
    ),
]
Format = Annotated[
    str,
    option(
        "--format -f",
        "xlsx: satu buku kerja tiap OPD; csv: satu berkas tiap tabel.",
        "xlsx: a workbook for each OPD; csv: a file for each table.",
        metavar="xlsx|csv",
        choices=_FORMATS,
    ),
]
Long = Annotated[
    bool,
    option(
        "--long",
        "Untuk `export`: satu tabel panjang tiap OPD, satu baris tiap isian, untuk sistem sendiri.",
        "For `export`: one long table for each OPD, a row for each answer, for a system of its own.",
    ),
]
Rival = Annotated[
    bool,
    option(
        "--rival",
        "Catat isian formulir di samping nilai atau catatan lain yang bertentangan.",
        "Record what a form says beside other figures or entries that contradict.",
    ),
]
Partial = Annotated[
    bool,
    option(
        "--partial",
        "Ambil baris yang benar walaupun baris lain di berkas itu dikembalikan.",
        "Take the rows that are right though others of the same file go back.",
    ),
]
FromSource = Annotated[
    str,
    option(
        "--source",
        "`import`: berkasnya tabel nilai dari sumber ini, bukan formulir. `accept`: naskah yang dibaca.",
        "`import`: the file is a table of figures from this source, no form. `accept`: what was read.",
        metavar="CODE",
        completion=codes("sources"),
    ),
]
Columns = Annotated[
    list[str] | None,
    option(
        "--column",
        "Untuk `import` sebuah tabel: judul kolomnya, misalnya `nilai=Realisasi`; kolom lain: kode, waktu, "
        "sumber, satuan, catatan.",
        "For `import` of a table: what a column is called, such as `nilai=Realisasi`; others: kode, waktu, "
        "sumber, satuan, catatan.",
        metavar="OURS=THEIRS",
    ),
]
Verified = Annotated[
    str,
    option(
        "--verification",
        "Untuk `accept`: sejauh mana nilai itu diperiksa.",
        "For `accept`: how far the value was verified.",
        metavar="WORD",
        choices=_ACCEPTED,
    ),
]
Force = Annotated[bool, option("--force", "Ganti berkas yang sudah ada.", "Replace files that are there.")]


def command(
    context: RunContext,
    what: What,
    which: Which = None,
    opd: ForOpd = None,
    all_: All = False,
    out: Out = "",
    format: Format = "xlsx",
    long: Long = False,
    rival: Rival = False,
    partial: Partial = False,
    source: FromSource = "",
    column: Columns = None,
    verification: Verified = "sekunder",
    on: On = "",
    force: Force = False,
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Send forms to the OPD, and take in what they filled in."""
    at = at._replace(as_of=as_of_date(on, "--on").isoformat()) if on else at
    desk = SheetDesk(context, at, writing, out, force)
    asked = one_of(what, dict.fromkeys(_ALSO.values()), "sheet", also=_ALSO)
    if which and asked in ("export", "status"):
        raise _no_words(asked, which)
    match asked:
        case "export":
            return desk.send_out(opd or [], one_of(format, _FORMATS, "--format"), everybody=all_, long=long)
        case "import":
            columns = named_columns(column or []) if column or source else {}
            return desk.take_in(which or [], HowToTake(rival, partial, source, columns))
        case "accept":
            return desk.accept(which or [], one_of(verification, _ACCEPTED, "--verification"), source)
        case _:
            return desk.outstanding()


def _no_words(asked: str, words: list[str]) -> UsageProblemError:
    return usage_problem(
        f"{backquoted(' '.join(words))} tidak dikenal sesudah `sheet {asked}`",
        f"{backquoted(' '.join(words))} is not expected after `sheet {asked}`",
        Text(
            "untuk satu OPD: `sheet export --opd DLH`; untuk rencana lain: `--data FOLDER`",
            "for one OPD: `sheet export --opd DLH`; for another plan: `--data FOLDER`",
        ),
    )

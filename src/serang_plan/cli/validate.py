"""validate: is the data sound?"""

from __future__ import annotations

from typing import Annotated

import typer

from serang_plan.cli.checking import checked
from serang_plan.cli.main import FINE, FOUND
from serang_plan.cli.opening import open_plan
from serang_plan.cli.options import AsOf, as_of_date
from serang_plan.cli.settled import Settled
from serang_plan.cli.usage import both, one_of
from serang_plan.cli.writing import screen, write
from serang_plan.findings import Located
from serang_plan.reading.folder import Reading

FORMATS = ("text", "concise", "json")
FAIL_ON = {"error": 3, "warning": 2, "note": 1, "never": 9}
_SAME_WORD = {"galat": "error", "peringatan": "warning", "catatan": "note"}

Path = Annotated[
    str,
    typer.Argument(
        metavar="PATH",
        envvar="SERANG_PLAN_DATA",
        help=both("Folder atau berkas yang diperiksa.", "The folder or file to check."),
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help=both("Bentuk keluaran.", "Form of the output."),
        autocompletion=lambda: list(FORMATS),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="|".join(FAIL_ON),
        help=both(
            "Keluar dengan kode 1 mulai tingkat ini: error (galat), warning (peringatan), note (catatan) "
            "atau never.",
            "Exit with 1 from this severity on: error, warning, note, never.",
        ),
        autocompletion=lambda: list(FAIL_ON),
    ),
]


def command(
    settled: Settled,
    path: Path = "data",
    format: Format = "text",
    fail_on: FailOn = "error",
    as_of: AsOf = "",
) -> int:
    """Check the files and say everything that is wrong with them."""
    one_of(format, FORMATS, "--format")
    least = FAIL_ON[one_of(_SAME_WORD.get(fail_on, fail_on), FAIL_ON, "--fail-on")]
    reading = open_plan(path, as_of_date(as_of))
    found = checked(reading).shown
    write(_shown(found, reading, format, settled))
    return FOUND if any(one.finding.rule.severity >= least for one in found) else FINE


def _shown(found: list[Located], reading: Reading, format: str, settled: Settled) -> str:
    lang, sources = settled.lang, reading.sources
    if format == "json":
        from serang_plan.rendering import findings_json

        return findings_json.render(found, lang, sources.paths, reading.plan.as_of)
    if format == "concise":
        from serang_plan.rendering import findings_concise

        return findings_concise.render(found, lang)
    from serang_plan.rendering import findings_text

    text = findings_text.render(found, lang, sources.line, colour=screen(settled.colour).colour)
    summary = findings_text.summary(found, len(sources.paths), lang)
    return f"{text}\n{summary}\n" if text else f"{summary}\n"

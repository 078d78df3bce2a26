"""Export: what is published of a plan, written into a folder of its own, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from serang_plan.model.header import Header
from serang_plan.model.plan import Plan
from serang_plan.operations.checking.check import errors
from serang_plan.operations.exporting.folder import write_folder
from serang_plan.operations.exporting.package import DESCRIPTOR, files_of
from serang_plan.operations.exporting.published import published
from serang_plan.operations.exporting.resources import RESOURCES
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, many


class Exported(NamedTuple):
    """What was written, and how much stayed in."""

    tables: int
    figures_left_out: int
    meetings_left_out: int


def export(reading: Reading, folder: str, wrote: Callable[[int, int], None]) -> Exported:
    """Write the plan as known on its day into a folder that is new, empty, or an export already.

    `wrote` is told how many of how many tables there are. Raises ProblemError if the plan has errors or no
    region code, or if the folder cannot be had; what was there then stays.
    """
    _refuse_errors(reading)
    header, region = _named(reading.plan)
    public = published(reading.plan)
    files: dict[str, bytes] = {}
    for path, content in files_of(public.plan, header, region):
        files[path] = content
        wrote(min(len(files), len(RESOURCES)), len(RESOURCES))
    write_folder(folder, files, DESCRIPTOR)
    return Exported(len(RESOURCES), public.figures_left_out, public.meetings_left_out)


def _refuse_errors(reading: Reading) -> None:
    if faults := len(errors(reading)):
        raise ProblemError(
            Text(
                f"rencana ini punya {faults} galat; yang keliru tidak dikirim",
                f"this plan has {many(faults, 'error')}; what is wrong does not go out",
            ),
            Text("lihat dengan `serang-plan validate`", "look with `serang-plan validate`"),
        )


def _named(plan: Plan) -> tuple[Header, str]:
    header = plan.header
    if header is None or header.region is None:
        raise ProblemError(
            Text(
                "rencana ini tidak menyebut kode wilayah kota",
                "this plan does not name the city's region code",
            ),
            Text(
                'tulis di bagian `plan`, misalnya `region: "36.73"`',
                'write it in `plan`, such as `region: "36.73"`',
            ),
        )
    return header, header.region

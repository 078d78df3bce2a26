"""Finding options: in which formats findings are written, and into which files."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from serang_plan.cli.arguments.options import Plain, option
from serang_plan.cli.arguments.rule_lookup import rule_codes
from serang_plan.rendering.formats import FINDING_FORMATS


class FindingOutput(NamedTuple):
    """Options that say how findings are written: on the screen, and into files beside it."""

    format: Annotated[
        str,
        option(
            "--format",
            "Bentuk keluaran di layar. Baku: github di GitHub Actions; gitlab di GitLab CI bila keluaran "
            "dialihkan ke berkas; selain itu text. Bentuk github juga menambahkan ringkasan ke berkas "
            "yang disebut GITHUB_STEP_SUMMARY.",
            "Form of the output on the screen. Default: github in GitHub Actions; gitlab in GitLab CI "
            "where output goes into a file; else text. The form github also adds a summary to the file "
            "that GITHUB_STEP_SUMMARY names.",
            metavar="|".join(FINDING_FORMATS),
            choices=FINDING_FORMATS,
        ),
    ] = ""
    output: Annotated[
        list[str],
        option(
            "--output -o",
            "Tulis juga ke berkas ini, boleh berulang. Bentuknya menurut akhiran nama (.sarif, "
            ".xml: junit, .md, .json; di GitLab CI .json: gitlab) atau disebut: `-o gitlab=FILE`. "
            "`-`: layar.",
            "Write to this file too; may be repeated. The form follows its name (.sarif, "
            ".xml: junit, .md, .json; in GitLab CI .json: gitlab) or is named: `-o gitlab=FILE`. "
            "`-`: the screen.",
            metavar="FILE",
        ),
    ] = []  # noqa: RUF012
    force: Annotated[
        bool,
        option(
            "--force",
            "Ganti berkas yang sudah ada; dengan `--fix` juga yang punya nama lain (tautan keras).",
            "Replace a file that is there; with `--fix` also one that has other names (hard links).",
        ),
    ] = False
    plain: Plain = False
    all: Annotated[
        bool,
        option(
            "--all",
            "Setiap temuan beserta letaknya, juga di layar; tanpa ini layar menampilkan setiap galat dan "
            "jumlah yang lain menurut aturan.",
            "Every finding with its place, on a screen too; without it a screen shows every error, and of "
            "the others how many there are by rule.",
        ),
    ] = False
    rule: Annotated[
        str,
        option(
            "--rule",
            "Hanya temuan aturan ini, masing-masing beserta letaknya; kode keluar tetap menurut semua.",
            "Only findings of this rule, each with its place; the exit code still goes by all.",
            metavar="CODE",
            completion=rule_codes,
        ),
    ] = ""

    @property
    def in_full(self) -> bool:
        """Whether a screen shows every finding with its place too."""
        return self.all or bool(self.rule)

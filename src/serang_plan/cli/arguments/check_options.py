"""Check options: what a check fails by, what it is set beside, what it puts right, and whether it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple

from serang_plan.cli.arguments.check_inputs import STANDARD_INPUT, Piped, inputs_of
from serang_plan.cli.arguments.options import as_of_date, option
from serang_plan.cli.arguments.usage_error import UsageProblemError, one_of, usage_problem
from serang_plan.findings import Severity
from serang_plan.operations.checking.comparison import ComparisonRequest
from serang_plan.operations.checking.validation import NEVER, CheckRequest
from serang_plan.wording import Text, backquoted

FAIL_ON = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "note": Severity.NOTE,
    "never": NEVER,
}
_SAME_WORD = {"galat": "error", "peringatan": "warning", "catatan": "note"}


class FailureOptions(NamedTuple):
    """Options that say from which severity on a check has failed."""

    fail_on: Annotated[
        str,
        option(
            "--fail-on",
            "Keluar dengan kode 1 mulai tingkat ini: error (galat), warning (peringatan), note (catatan) "
            "atau never; selain itu kode 0, dan 2 bila perintahnya gagal. Baku: `fail_on` dalam "
            "pengaturan rencana, atau error.",
            "Exit with 1 from this severity on: error, warning, note, never; else with 0, and with 2 if "
            "the command failed. Default: `fail_on` in the plan's settings, or error.",
            metavar="|".join(FAIL_ON),
            choices=FAIL_ON,
        ),
    ] = ""
    strict: Annotated[
        bool,
        option("--strict", "Sama dengan `--fail-on warning`.", "The same as `--fail-on warning`."),
    ] = False
    exit_zero: Annotated[
        bool,
        option(
            "--exit-zero",
            "Keluar dengan kode 0 apa pun temuannya; 2 tetap berarti perintahnya gagal.",
            "Exit with 0 whatever is found; 2 still means that the command failed.",
        ),
    ] = False

    failing_only: Annotated[
        bool,
        option(
            "--failing-only",
            "Hanya temuan yang membuat pemeriksaan gagal; yang lain dihitung saja.",
            "Only findings that make the check fail; the others are just counted.",
        ),
    ] = False

    def fails_from(self) -> int | None:
        """Return the severity from which on a finding fails, if one is named. Raises UsageProblemError."""
        word = _SAME_WORD.get(self.fail_on, self.fail_on)
        return FAIL_ON[one_of(word, FAIL_ON, "--fail-on")] if self.fail_on else None


class Comparing(NamedTuple):
    """Options that set a check beside another state of the files, or beside a list of old findings."""

    against: Annotated[
        str,
        option(
            "--against",
            "Tambahkan akibat perubahan sejak revisi git ini (atau rakor:TANGGAL): bagi hitungan, tugas "
            "OPD dan tahapan. Cabang dibandingkan dari titik pisahnya.",
            "Add what the edits since this git revision (or rakor:DATE) do to the count, the duties of "
            "the OPD and the stages. A branch is compared from where it forked.",
            metavar="REVISION",
        ),
    ] = ""
    new_only: Annotated[
        bool,
        option(
            "--new-only",
            "Hanya temuan yang belum ada di revisi itu; tanpa `--against`: di HEAD.",
            "Only findings that are not in that revision; without `--against`: in HEAD.",
        ),
    ] = False
    baseline: Annotated[
        str,
        option(
            "--baseline",
            "Sembunyikan temuan lama yang tercatat di berkas ini.",
            "Leave out the old findings that this file lists.",
            metavar="FILE",
        ),
    ] = ""
    write_baseline: Annotated[
        str,
        option(
            "--write-baseline",
            "Catat semua temuan sekarang sebagai temuan lama di berkas ini.",
            "List all present findings as old ones in this file.",
            metavar="FILE",
        ),
    ] = ""
    prune_baseline: Annotated[
        bool,
        option(
            "--prune-baseline",
            "Hapus dari berkas `--baseline` temuan yang sudah tidak ada.",
            "Remove from the `--baseline` file the findings that are no longer there.",
        ),
    ] = False

    def refuse_nonsense(self) -> None:
        """Refuse what makes no sense together. Raises UsageProblemError."""
        if self.prune_baseline and not self.baseline:
            raise usage_problem(
                "`--prune-baseline` perlu `--baseline FILE`", "`--prune-baseline` needs `--baseline FILE`"
            )
        if self.baseline and self.write_baseline:
            raise usage_problem(
                "`--baseline` dan `--write-baseline` tidak dapat dipakai bersama",
                "`--baseline` and `--write-baseline` exclude each other",
                Text(
                    "`--prune-baseline` merapikan berkas yang ada",
                    "`--prune-baseline` tidies the file that is there",
                ),
            )


class Fixing(NamedTuple):
    """Options that put right what is safe."""

    fix: Annotated[
        bool,
        option(
            "--fix",
            "Tampilkan lalu tulis perbaikan yang aman: tanda kutip pada kode, koma desimal, salah eja "
            "kunci dan pilihan, alias OPD, akhir baris terakhir. Yang lain tidak berubah satu huruf pun.",
            "Show and write what is safe: quotes around codes, decimal commas, misspelt keys and "
            "choices, aliases of OPD, the end of the last line. Not a letter of the rest changes.",
        ),
    ] = False
    diff: Annotated[
        bool,
        option(
            "--diff",
            "Hanya tampilkan perbaikan yang aman sebagai patch; tidak ada yang ditulis.",
            "Only show what is safe to put right, as a patch; nothing is written.",
        ),
    ] = False

    sort: Annotated[
        bool,
        option(
            "--sort",
            "Bersama `--fix` atau `--diff`: urutkan juga daftar menurut nomor kodenya (S2 sebelum S10). "
            "Komentar ikut pindah; daftar yang komentarnya tidak jelas milik siapa dibiarkan.",
            "With `--fix` or `--diff`: also put lists in the order of their numbered codes (S2 before "
            "S10). Comments move along; where it is not clear whose one is, the list is left alone.",
        ),
    ] = False

    def refuse_nonsense(self, paths: Sequence[str] | None, *, watch: bool) -> None:
        """Refuse what makes no sense together. Raises UsageProblemError."""
        if self.sort and not (self.fix or self.diff):
            raise usage_problem(
                "`--sort` hanya dipakai bersama `--fix` atau `--diff`",
                "`--sort` is only used with `--fix` or `--diff`",
                Text(
                    "lihat dulu hasilnya: `serang-plan validate --diff --sort`",
                    "see first what it does: `serang-plan validate --diff --sort`",
                ),
            )
        if watch and (self.fix or self.diff):
            raise _refused("--watch")
        if self.fix and STANDARD_INPUT in (paths or ()):
            raise _refused(STANDARD_INPUT)


def _refused(what: str) -> UsageProblemError:
    return usage_problem(
        f"`--fix` tidak dapat dipakai bersama {backquoted(what)}",
        f"`--fix` cannot be used with {backquoted(what)}",
        Text("ketik `serang-plan validate --fix`", "type `serang-plan validate --fix`"),
    )


class Watching(NamedTuple):
    """Option that keeps a check running."""

    watch: Annotated[
        bool,
        option(
            "--watch",
            "Periksa lagi setiap kali berkas disimpan, sampai Ctrl-C.",
            "Check again whenever a file is saved, until Ctrl-C.",
        ),
    ] = False


class CheckOptions(NamedTuple):
    """Everything that somebody typed about one check."""

    paths: list[str] | None
    as_of: str
    piped: Piped
    failing: FailureOptions
    comparing: Comparing
    fixing: Fixing

    def request(self, *, replace: bool) -> CheckRequest:
        """Return what is to be checked; standard input is read. Raises ProblemError."""
        failing = self.failing
        fails_from, day = failing.fails_from(), as_of_date(self.as_of)
        inputs = inputs_of(self.paths, self.piped.stdin_filename)
        comparison = ComparisonRequest(*self.comparing, replace=replace)
        return CheckRequest(inputs, day, fails_from, failing.strict, failing.failing_only, comparison)

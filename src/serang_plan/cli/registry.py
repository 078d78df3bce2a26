"""The commands: their names, where each is kept, what each answers, and examples."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from serang_plan.wording import Text


class CommandModule(Protocol):
    """What each file of `commands` holds."""

    @property
    def command(self) -> Callable[..., int]:
        """Takes the run's context, then the options that it declares; returns the exit code."""


class Command(NamedTuple):
    """One command; its module is imported only when it is asked for."""

    module: str
    summary: Text
    examples: tuple[str, ...]


COMMANDS: dict[str, Command] = {
    "status": Command(
        "status",
        Text(
            "Di mana kota berdiri: hitungan, pernyataan dan bukti, semua indikator.",
            "Where the city stands: counts, claim and evidence, every indicator.",
        ),
        (
            "serang-plan status",
            "serang-plan status --as-of 2020-03-10",
            "serang-plan status --format markdown",
        ),
    ),
    "gaps": Command(
        "gaps",
        Text(
            "Apa yang kurang, berapa, siapa pengampunya, dan apa yang menutupnya.",
            "What is missing, how much, who answers for it, and what would close it.",
        ),
        ("serang-plan gaps", "serang-plan gaps --opd DLH", "serang-plan gaps --year 2027 --format markdown"),
    ),
    "checklist": Command(
        "checklist",
        Text(
            "Tiap OPD: yang dibawa ke rakor, disepakati, diserahkan, dan ditunggu.",
            "Each OPD: what to bring to the rakor, to settle, to hand over, and who waits.",
        ),
        (
            "serang-plan checklist",
            "serang-plan checklist --opd DLH",
            "serang-plan checklist --all --format markdown",
        ),
    ),
    "coordination": Command(
        "coordination",
        Text(
            "Siapa harus sepakat dengan siapa: matriks OPD, beban, rantai, bentrok.",
            "Who must agree with whom: matrix of OPD, load, chains, clashes.",
        ),
        (
            "serang-plan coordination",
            "serang-plan coordination --opd DLH",
            "serang-plan coordination --year 2027",
        ),
    ),
    "stages": Command(
        "stages",
        Text(
            "Tahapan tahun demi tahun: fokus, target, kegiatan, yang digeser, tahun kosong.",
            "The stages year by year: focus, targets, actions, what was carried over, empty years.",
        ),
        ("serang-plan stages", "serang-plan stages --year 2027", "serang-plan stages --propose"),
    ),
    "progress": Command(
        "progress",
        Text(
            "Satu indikator: semua nilainya, grafiknya, dan putusan tiap metode.",
            "One indicator: all its values, a chart, and the verdict of each method.",
        ),
        (
            "serang-plan progress M03",
            "serang-plan progress M03 --explain",
            "serang-plan progress M09 --format json",
        ),
    ),
    "forecast": Command(
        "forecast",
        Text(
            "Berapa indikator terpenuhi tiap akhir tahun: menurut tren, rencana dan target.",
            "How many indicators are met at the end of each year: on trend, on plan, on target.",
        ),
        ("serang-plan forecast", "serang-plan forecast --format json"),
    ),
    "simulate": Command(
        "simulate",
        Text(
            "Bagaimana jika: kegiatan mundur atau batal, OPD gagal, nilai tercapai.",
            "What if: an action slips or fails, an OPD fails, a value is reached.",
        ),
        (
            "serang-plan simulate --delay A02:+1",
            "serang-plan simulate --drop A05 --without-opd DLH",
            "serang-plan simulate --value M01=15@2027",
        ),
    ),
    "briefing": Command(
        "briefing",
        Text(
            "Nota dinas untuk satu pembaca: Wali Kota, Sekda, Bappeda atau satu OPD.",
            "The note for one reader: the Wali Kota, the Sekda, Bappeda or an OPD.",
        ),
        (
            "serang-plan briefing --for walikota",
            "serang-plan briefing --for sekda --rakor 2020-03-10",
            "serang-plan briefing --for opd:DLH --format markdown",
        ),
    ),
    "diff": Command(
        "diff",
        Text(
            "Yang berubah artinya sejak rakor, revisi atau folder lain; akibatnya bagi hitungan.",
            "What changed by meaning since a rakor, a revision or another folder; what it does to the count.",
        ),
        (
            "serang-plan diff",
            "serang-plan diff --since rakor:2026-03-12",
            "serang-plan diff FOLDER_LAMA FOLDER_BARU",
        ),
    ),
    "validate": Command(
        "validate",
        Text(
            "Periksa berkas YAML: semua temuan sekaligus, dengan baris dan saran.",
            "Check the YAML files: all findings at once, with line and advice.",
        ),
        (
            "serang-plan validate",
            "serang-plan validate --failing-only --format concise",
            "serang-plan validate --strict -o hasil.sarif -o ringkasan.md",
            "serang-plan validate - --stdin-filename data/rakor.yaml < data/rakor.yaml",
        ),
    ),
    "explain": Command(
        "explain",
        Text(
            "Jelaskan satu aturan, dengan contoh salah dan benar.",
            "Explain one rule, with a wrong and a right example.",
        ),
        ("serang-plan explain", "serang-plan explain F105"),
    ),
    "schema": Command(
        "schema",
        Text("Cetak JSON Schema untuk penyunting teks.", "Print the JSON Schema for text editors."),
        ("serang-plan schema > schema/serang-plan.schema.json",),
    ),
    "init": Command(
        "init",
        Text("Buat rencana baru di folder ini.", "Make a new plan in this folder."),
        ("serang-plan init", "serang-plan init --example"),
    ),
}

INDONESIAN = {
    "keadaan": "status",
    "kesenjangan": "gaps",
    "daftar": "checklist",
    "koordinasi": "coordination",
    "tahapan": "stages",
    "kemajuan": "progress",
    "perkiraan": "forecast",
    "prakiraan": "forecast",
    "simulasi": "simulate",
    "nota": "briefing",
    "perubahan": "diff",
    "beda": "diff",
    "periksa": "validate",
    "cek": "validate",
    "jelaskan": "explain",
    "skema": "schema",
    "mulai": "init",
    "buat": "init",
    "bantuan": "help",
}
"""What somebody may type who looks for the command in Indonesian."""

GENERAL = (
    (
        "--lang id|en",
        Text("Bahasa keluaran; juga SERANG_PLAN_LANG.", "Language of the output; also SERANG_PLAN_LANG."),
    ),
    ("--color auto|always|never", Text("Warna; NO_COLOR dihormati.", "Colour; NO_COLOR is honoured.")),
    ("--debug", Text("Tampilkan rincian bila program keliru.", "Show details when the program is at fault.")),
    ("--version", Text("Versi program.", "Version of the program.")),
    ("--show-completion", Text("Pelengkapan otomatis untuk shell ini.", "Completion for this shell.")),
    ("-h, --help", Text("Bantuan ini.", "This help.")),
)
"""The options that every command takes."""


def load(name: str) -> CommandModule:
    """Return a command's module."""
    return cast(CommandModule, import_module(f"serang_plan.cli.commands.{COMMANDS[name].module}"))

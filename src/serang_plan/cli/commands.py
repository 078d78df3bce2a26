"""The commands: their names, where each is kept, what each answers, and examples."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.wording import Text


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
        ("serang-plan status", "serang-plan status --as-of 2020-03-10", "serang-plan status --format markdown"),
    ),
    "validate": Command(
        "validate",
        Text(
            "Periksa berkas YAML: semua temuan sekaligus, dengan baris dan saran.",
            "Check the YAML files: all findings at once, with line and advice.",
        ),
        ("serang-plan validate", "serang-plan validate data/indicators.yaml --format concise"),
    ),
    "explain": Command(
        "explain",
        Text("Jelaskan satu aturan, dengan contoh salah dan benar.", "Explain one rule, with a wrong and a right example."),
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

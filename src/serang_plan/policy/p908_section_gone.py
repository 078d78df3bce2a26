"""Sebuah bagian yang dulu berisi kini hilang.

A section that held something is gone.

Mengapa: bagian yang hilang tidak menimbulkan galat lain, dan rencana yang kurang tampak lebih bersih.
Sering sebabnya berkas yang terpotong saat disimpan atau digabung. Aturan ini membandingkan dua keadaan
rencana, jadi hanya berlaku dengan `validate --against` atau `--new-only`.

Why: a section that is gone causes no other error, and a plan with less in it looks cleaner. Often a
file was cut off when it was saved or merged. This rule compares two states of the plan, so it only
speaks with `validate --against` or `--new-only`.

Salah:

    rakor:

Benar:

    rakor:
      - date: 2026-03-10
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record
from serang_plan.places import Span
from serang_plan.wording import Text, backquoted_path

RULE = Rule("P908", "section-gone", why=__doc__, compares=True)
_HELP = Text(
    "kembalikan isinya, atau tulis alasannya di atas baris ini: `# serang-plan: abaikan P908 — …`",
    "bring its content back, or say why above this line: `# serang-plan: abaikan P908 — …`",
)
_TOLD_ANYWAY = ("plan",)
"""A plan without a header is a fault beside any state, and beside none."""


def check(
    before: Plan, after: Plan, was_in: Callable[[Record], str], now_at: Callable[[str], Span]
) -> Iterator[Finding]:
    """Give the sections that are gone, not merely unread; a record of one tells the file that it was in."""
    for section in SECTIONS:
        records = before.section(section)
        gone = records and not after.section(section) and is_read_in_full(after, section)
        if gone and section not in _TOLD_ANYWAY:
            file = was_in(records[0])
            yield RULE.finding(_message(section, len(records), file), now_at(file), help=_HELP)


def _message(section: str, count: int, file: str) -> Text:
    path = backquoted_path(file)
    return Text(
        f"bagian `{section}` hilang: sebelumnya ada {count} isian, di {path}",
        f"section `{section}` is gone: it held {count} {'entry' if count == 1 else 'entries'}, in {path}",
    )

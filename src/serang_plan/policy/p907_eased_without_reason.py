"""Target atau ambang dibuat lebih ringan tanpa alasan.

A target or a threshold is made easier without a reason.

Mengapa: target yang diturunkan membuat keadaan kota yang sama tampak lebih baik. Target boleh
berubah, tetapi siapa pun yang membaca perubahannya harus tahu sebabnya. Aturan ini membandingkan
dua keadaan rencana, jadi hanya berlaku dengan `validate --against`.

Why: a target that is lowered makes the same state of the city look better. Targets may change, but
whoever reads the change must know why. This rule compares two states of the plan, so it only speaks
with `validate --against`.

Salah:

    targets:
      - {year: 2027, value: 12}

Benar:

    targets:
      - {year: 2027, value: 12, reason: Pembebasan lahan Taman Kali baru selesai 2028.}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.changes.comparison import Changes
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Pointer
from serang_plan.wording import Lang, Text, backquoted, number

RULE = Rule("P907", "eased-without-reason", why=__doc__, severity=Severity.WARNING, compares=True)
_HELP = Text("tulis alasannya di `reason`", "say why in `reason`")
_IN_A_COMMENT = Text(
    "kembalikan, atau tulis alasannya di baris ini: `# serang-plan: abaikan P907 — …`",
    "put it back, or say why on this line: `# serang-plan: abaikan P907 — …`",
)
_HAS_A_FIELD = (What.TARGET_LOWERED, What.TARGET_PUSHED_BACK, What.THRESHOLD_EASED)


def check(changes: Changes) -> Iterator[Finding]:
    for change in changes.changes:
        if change.what.eases and change.reason is None:
            help = _HELP if change.what in _HAS_A_FIELD else _IN_A_COMMENT
            yield RULE.finding(_message(change), _at(change, changes), help=help)


def _at(change: Change, changes: Changes) -> Pointer:
    """Return where it is written now; what is gone was part of an indicator that is there."""
    return changes.after.indicator_by_code[change.code].at("code") if change.in_before else change.at


def _message(change: Change) -> Text:
    return Text(*(_sentence(change, lang) for lang in ("id", "en")))


def _sentence(change: Change, lang: Lang) -> str:
    words = _WORDS[change.what].for_lang(lang)
    return words.format(code=backquoted(change.code), year=change.year, **_sides(change, lang))


def _sides(change: Change, lang: Lang) -> dict[str, str]:
    """Return both sides as they are read aloud: values as numbers, years as they are."""
    if change.what is What.TARGET_PUSHED_BACK:
        return {"old": str(change.before.year), "new": str(change.after.year)}
    aims = {"old": change.before, "new": change.after}
    values = {side: getattr(value, "value", value) for side, value in aims.items()}
    if change.what is What.LAST_YEAR_LATER:
        return {side: str(value) for side, value in values.items()}
    return {side: "–" if value is None else number(value, lang) for side, value in values.items()}


_WORDS = {
    What.TARGET_LOWERED: Text(
        "target {year} indikator {code} diringankan dari {old} menjadi {new} tanpa alasan",
        "the {year} target of {code} is eased from {old} to {new} without a reason",
    ),
    What.TARGET_PUSHED_BACK: Text(
        "target {old} indikator {code} diundur ke {new} tanpa alasan",
        "the {old} target of {code} is put off to {new} without a reason",
    ),
    What.TARGET_REMOVED: Text(
        "target {year} indikator {code}, yaitu {old}, dihapus tanpa alasan",
        "the {year} target of {code}, {old}, is removed without a reason",
    ),
    What.THRESHOLD_EASED: Text(
        "ambang indikator {code} diringankan dari {old} menjadi {new} tanpa alasan",
        "the threshold of {code} is eased from {old} to {new} without a reason",
    ),
    What.THRESHOLD_REMOVED: Text(
        "ambang indikator {code}, yaitu {old}, dihapus tanpa alasan",
        "the threshold of {code}, {old}, is removed without a reason",
    ),
    What.LAST_YEAR_LATER: Text(
        "tahun terakhir rencana diundur dari {old} ke {new} tanpa alasan",
        "the last year of the plan is put off from {old} to {new} without a reason",
    ),
    What.FEWER_EXPECTED: Text(
        "banyaknya indikator yang seharusnya ada berkurang dari {old} menjadi {new} tanpa alasan",
        "the number of indicators expected falls from {old} to {new} without a reason",
    ),
}

"""Kegiatan menunggu kegiatan lain yang selesainya lebih lambat.

An action needs another that finishes later.

Mengapa: kegiatan yang harus menunggu tidak bisa dimulai sesuai jadwal. Lebih baik diketahui saat
rakor daripada saat lokasi ternyata belum siap.

Why: an action that has to wait cannot keep its date. Better to know at the rakor than on the site.

Salah:

    - {code: A02, name: Taman di Curug, start: 2021-TW1, needs: [A01]}

Benar:

    - {code: A02, name: Taman di Curug, start: 2021-TW4, needs: [A01]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.precedence import PlannedTime, finish_of, is_late, loops
from serang_plan.analysis.known.actions import told_at
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.action import Action
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.wording import Text

RULE = Rule("T404", "needs-later", why=__doc__)
_ENDS = Text("baru selesai di sini", "it finishes here")


def check(plan: Plan) -> Iterator[Finding]:
    in_loop = {link.at for loop in loops(plan) for link in loop}
    for action in plan.actions:
        for nth, need in enumerate(action.needs):
            other, at = plan.action_by_code.get(need), action.at("needs", nth)
            if other is None or at in in_loop:
                continue
            late = _late(action, other)
            if late is not None:
                message = _message(action, need, late)
                yield RULE.finding(message, at, (Label(_ENDS, late.at),), _advice(action, other))


def _late(action: Action, other: Action) -> PlannedTime | None:
    """Return when the other finishes, if that is after this one begins, whatever day of it is meant."""
    wanted, end = _wanted(action), _end(other)
    if wanted is None or end is None or "batal" in (action.status, other.status):
        return None
    return end if is_late(end.when, wanted) else None


def _wanted(action: Action) -> When | None:
    """Return when the other must be ready; of an action that was moved only the new finish is known."""
    if action.start is not None and not action.moves:
        return action.start
    finish = finish_of(action)
    return finish.when if finish is not None else None


def _end(action: Action) -> PlannedTime | None:
    return finish_of(action) if action.done is None else PlannedTime(action.done, told_at(action, "done"))


def _message(action: Action, need: str, late: PlannedTime) -> Text:
    wanted = _wanted(action)
    assert wanted is not None
    starts = action.start is not None and not action.moves
    return Text(
        f"kegiatan `{action.code}` {'mulai' if starts else 'selesai'} {wanted.text('id')}, "
        f"padahal `{need}` yang ditunggunya baru selesai {late.when.text('id')}",
        f"action `{action.code}` {'starts' if starts else 'finishes'} {wanted.text('en')}, "
        f"but `{need}`, which it needs, only finishes {late.when.text('en')}",
    )


def _advice(action: Action, other: Action) -> Text:
    code, need = action.code, other.code
    if other.done is not None:
        return Text(
            f"perbaiki jadwal `{code}`, atau hapus `{need}` dari `needs`",
            f"correct the dates of `{code}`, or take `{need}` out of its `needs`",
        )
    return Text(
        f"mundurkan `{code}`, atau selesaikan `{need}` lebih awal",
        f"put `{code}` off, or finish `{need}` earlier",
    )

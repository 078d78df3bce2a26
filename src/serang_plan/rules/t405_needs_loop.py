"""Kegiatan saling menunggu.

Actions wait for each other in a circle.

Mengapa: bila semua saling menunggu, tidak ada yang bisa mulai. Salah satunya harus bisa jalan
lebih dulu.

Why: if all of them wait, none can begin. One of them must be able to go first.

Salah:

    - {code: A01, name: Taman di Curug, needs: [A02]}
    - {code: A02, name: Pembebasan lahan, needs: [A01]}

Benar:

    - {code: A01, name: Taman di Curug, needs: [A02]}
    - {code: A02, name: Pembebasan lahan}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.precedence import Loop, NeedLink, loops
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T405", "needs-loop", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for loop in loops(plan):
        yield RULE.finding(_message(loop), loop[0].at, tuple(map(_label, loop[1:])), _advice(loop))


def _message(loop: Loop) -> Text:
    if len(loop) == 1:
        code = loop[0].need
        return Text(f"kegiatan `{code}` menunggu dirinya sendiri", f"action `{code}` needs itself")
    codes = [f"`{code}`" for code in (loop[0].action.code, *(link.need for link in loop))]
    return Text(
        f"kegiatan saling menunggu: {codes[0]} menunggu {', yang menunggu '.join(codes[1:])}",
        f"actions wait for each other: {codes[0]} waits for {', which waits for '.join(codes[1:])}",
    )


def _label(link: NeedLink) -> Label:
    code, need = link.action.code, link.need
    return Label(Text(f"`{code}` menunggu `{need}`", f"`{code}` waits for `{need}`"), link.at)


def _advice(loop: Loop) -> Text:
    if len(loop) == 1:
        return Text("hapus kode itu dari `needs`", "take this code out of `needs`")
    return Text(
        "tentukan mana yang bisa jalan lebih dulu, lalu hapus yang ditunggunya dari `needs`",
        "settle which can go first, and take what it waits for out of its `needs`",
    )

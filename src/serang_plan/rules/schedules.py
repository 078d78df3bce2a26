"""Rules of time (T): actions that start, finish, move or wait at the wrong time."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.precedence import Loop, NeedLink, PlannedTime, finish_of, is_late, loops
from serang_plan.analysis.known.actions import gives_first_time, moved_at, told_at
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.action import Action, Move
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Text, short_date

_STARTS = Text("mulai di sini", "it starts here")
_FINISH_BEFORE_START_HELP = Text(
    "tukar kedua waktu itu, atau perbaiki salah satunya", "swap the two times, or correct one of them"
)


@rule("T403")
def finish_before_start(plan: Plan) -> Iterator[Finding]:
    """Kegiatan selesai sebelum mulai.

    An action finishes before it starts.

    Mengapa: jadwal yang terbalik membuat kegiatan hilang dari tahapan tahun mana pun, dan kegiatan
    yang menunggunya ikut salah jadwal.

    Why: an action whose times are turned round falls out of every yearly stage, and the actions that
    wait for it get a wrong date too.

    Salah:

        start: 2020-TW3
        finish: 2020-TW1

    Benar:

        start: 2020-TW1
        finish: 2020-TW3
    """
    for action in plan.actions:
        start = action.start
        if start is None:
            continue
        early = next((end for end in _ends(action) if end.when.last < start.first), None)
        if early is not None:
            message = Text(
                f"kegiatan `{action.code}` tertulis selesai {early.when.text('id')}, "
                f"padahal baru mulai {start.text('id')}",
                f"action `{action.code}` is said to finish {early.when.text('en')}, "
                f"but only starts {start.text('en')}",
            )
            yield finish_before_start.finding(
                message, early.at, (Label(_STARTS, told_at(action, "start")),), _FINISH_BEFORE_START_HELP
            )


def _ends(action: Action) -> Iterator[PlannedTime]:
    """Give when it is said to end, at first and after each move; if its start was changed, at last only."""
    if told_at(action, "start") == action.at("start"):
        if action.finish is not None:
            yield PlannedTime(action.finish, action.at("finish"))
        for move in action.moves:
            yield PlannedTime(move.to, moved_at(action, move))
    elif last := finish_of(action):
        yield last
    if action.done is not None:
        yield PlannedTime(action.done, told_at(action, "done"))


_ENDS = Text("baru selesai di sini", "it finishes here")


@rule("T404")
def needs_later(plan: Plan) -> Iterator[Finding]:
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
    in_loop = {link.at for loop in loops(plan) for link in loop}
    for action in plan.actions:
        for nth, need in enumerate(action.needs):
            other, at = plan.action_by_code.get(need), action.at("needs", nth)
            if other is None or at in in_loop:
                continue
            late = _late(action, other)
            if late is not None:
                message = _needs_later_message(action, need, late)
                yield needs_later.finding(
                    message, at, (Label(_ENDS, late.at),), _needs_later_advice(action, other)
                )


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


def _needs_later_message(action: Action, need: str, late: PlannedTime) -> Text:
    wanted = _wanted(action)
    assert wanted is not None
    starts = action.start is not None and not action.moves
    return Text(
        f"kegiatan `{action.code}` {'mulai' if starts else 'selesai'} {wanted.text('id')}, "
        f"padahal `{need}` yang ditunggunya baru selesai {late.when.text('id')}",
        f"action `{action.code}` {'starts' if starts else 'finishes'} {wanted.text('en')}, "
        f"but `{need}`, which it needs, only finishes {late.when.text('en')}",
    )


def _needs_later_advice(action: Action, other: Action) -> Text:
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


@rule("T405")
def needs_loop(plan: Plan) -> Iterator[Finding]:
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
    for loop in loops(plan):
        yield needs_loop.finding(
            _needs_loop_message(loop), loop[0].at, tuple(map(_label, loop[1:])), _needs_loop_advice(loop)
        )


def _needs_loop_message(loop: Loop) -> Text:
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


def _needs_loop_advice(loop: Loop) -> Text:
    if len(loop) == 1:
        return Text("hapus kode itu dari `needs`", "take this code out of `needs`")
    return Text(
        "tentukan mana yang bisa jalan lebih dulu, lalu hapus yang ditunggunya dari `needs`",
        "settle which can go first, and take what it waits for out of its `needs`",
    )


_OVERDUE_ACTION_HELP = Text(
    "bila sudah selesai, tambahkan `status: selesai` ke `history`; "
    "bila belum, waktu barunya (`finish`) dan alasannya",
    "if it is done, add `status: selesai` to `history`; if not, the new time (`finish`) and the reason",
)


@rule("T406", Severity.WARNING)
def overdue_action(plan: Plan) -> Iterator[Finding]:
    """Waktu selesai kegiatan sudah lewat, tetapi kegiatannya belum selesai.

    An action is past its finish and not done.

    Mengapa: kegiatan yang terlambat digeser dengan alasan, bukan dilupakan. Selama jadwalnya tidak
    diperbarui, OPD yang menunggunya tidak tahu harus menunggu sampai kapan.

    Why: an action that is late is carried over with a reason and not forgotten. Until its date is
    renewed, the OPD that wait for it do not know how long.

    Salah:

        status: rencana
        finish: 2021-TW4

    Benar:

        status: geser
        finish: 2021-TW4
        moves:
          - {to: 2027-TW2, reason: Lahan belum bebas}
    """
    for action in plan.actions:
        finish = finish_of(action)
        if finish is None or not is_open(action) or _was_moved_nowhere(action):
            continue
        if action.start is not None and finish.when.last < action.start.first:
            continue  # which of the two times is wrong is another finding's question
        if finish.when.last < plan.as_of:
            yield overdue_action.finding(
                _overdue_action_message(action, finish), finish.at, help=_OVERDUE_ACTION_HELP
            )


def is_open(action: Action) -> bool:
    """Whether an action is neither done nor cancelled, as far as is written."""
    return action.status not in ("selesai", "batal") and action.done is None


def _was_moved_nowhere(action: Action) -> bool:
    return action.status == "geser" and not action.moves


def _overdue_action_message(action: Action, finish: PlannedTime) -> Text:
    status = action.status
    return Text(
        f"kegiatan `{action.code}` seharusnya selesai {finish.when.text('id')}, tetapi "
        + (f"statusnya masih `{status}`" if status else "belum dinyatakan selesai"),
        f"action `{action.code}` was due {finish.when.text('en')}, but "
        + (f"its status is still `{status}`" if status else "is not marked as done"),
    )


_NEW_TIME = Text(
    "tambahkan waktu dan alasannya, misalnya `history: [{known: …, finish: 2027-TW2, reason: …}]`",
    "add the time and the reason, for example `history: [{known: …, finish: 2027-TW2, reason: …}]`",
)
_REASON = Text("tulis alasannya di `reason`", "say why in `reason`")


@rule("T407")
def move_without_reason(plan: Plan) -> Iterator[Finding]:
    """Kegiatan bergeser tanpa waktu baru atau tanpa alasan.

    An action is moved without a new time or without a reason.

    Mengapa: kegiatan yang bergeser tanpa waktu baru hilang dari rencana. Tanpa alasan, rakor tidak
    tahu hambatan apa yang harus diselesaikan.

    Why: an action that is moved to no date is lost to the plan. Without the reason, the rakor does not
    know which obstacle to remove.

    Salah:

        - {to: 2026}

    Benar:

        - {to: 2026, reason: Menunggu hasil penataan ulang}
    """
    for action in plan.actions:
        if action.status == "geser" and not action.moves:
            message = Text(
                f"kegiatan `{action.code}` digeser, tetapi waktu barunya belum ditulis",
                f"action `{action.code}` is put off, but to no new time",
            )
            yield move_without_reason.finding(message, told_at(action, "status"), help=_NEW_TIME)
        for move in action.moves:
            if move.reason is None and not gives_first_time(action, move):
                yield _MOVE_WITHOUT_REASON_NOTE.finding(
                    _without_reason(action.code, move), moved_at(action, move), help=_REASON
                )


_MOVE_WITHOUT_REASON_NOTE = move_without_reason.rule._replace(severity=Severity.NOTE)


def _without_reason(code: str, move: Move) -> Text:
    return Text(
        f"kegiatan `{code}` digeser ke {move.to.text('id')} tanpa alasan",
        f"action `{code}` is put off to {move.to.text('en')} without a reason",
    )


_DONE = Text("sudah selesai di sini", "it was done here")
_WHEN = Text("tulis waktunya, misalnya `done: 2020-TW4`", "write when, for example `done: 2020-TW4`")
_STATUS = Text("tulis `status: selesai`", "write `status: selesai`")
_EITHER = Text("tulis `status: selesai`, atau hapus `done`", "write `status: selesai`, or take `done` out")
_PLANNED = Text(
    "perbaiki waktunya; waktu yang masih rencana ditulis di `finish`",
    "correct the time; a time that is only planned belongs in `finish`",
)


@rule("T411")
def done_disagrees(plan: Plan) -> Iterator[Finding]:
    """Status kegiatan dan waktu selesainya tidak cocok.

    The status of an action and the time it was done disagree.

    Mengapa: bila status dan waktu selesai tidak cocok, laporan tidak tahu apakah kegiatan itu masih
    harus dikejar atau sudah bisa dibuktikan.

    Why: if the status and the time disagree, no report can tell whether the action is still to be
    pushed or already to be proven.

    Salah:

        status: berjalan
        done: 2020-12-08

    Benar:

        status: selesai
        done: 2020-12-08
    """
    for action in plan.actions:
        if action.done is None:
            if action.status == "selesai":
                yield _undated(action)
        elif action.done.first > plan.last_told:
            yield _in_future(plan, action, action.done)
        elif action.status is None:
            yield _without_status(action)
        elif action.status != "selesai":
            yield _other_status(action, action.done)


_DONE_DISAGREES_NOTE = done_disagrees.rule._replace(severity=Severity.NOTE)


def _undated(action: Action) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` sudah selesai, tetapi waktu selesainya belum ditulis",
        f"action `{action.code}` is done, but not said when",
    )
    return _DONE_DISAGREES_NOTE.finding(message, told_at(action, "status"), help=_WHEN)


def _in_future(plan: Plan, action: Action, done: When) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` tertulis sudah selesai {done.text('id')}, "
        f"padahal pemeriksaan ini per {short_date(plan.last_told, 'id')}",
        f"action `{action.code}` is said to be done {done.text('en')}, "
        f"after the day of this check, {short_date(plan.last_told, 'en')}",
    )
    return done_disagrees.finding(message, told_at(action, "done"), help=_PLANNED)


def _without_status(action: Action) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` punya waktu selesai, tetapi statusnya belum ditulis",
        f"action `{action.code}` has a time when it was done, but no status",
    )
    return _DONE_DISAGREES_NOTE.finding(message, told_at(action, "done"), help=_STATUS)


def _other_status(action: Action, done: When) -> Finding:
    message = Text(
        f"kegiatan `{action.code}` sudah selesai {done.text('id')}, tetapi statusnya `{action.status}`",
        f"action `{action.code}` was done {done.text('en')}, but its status is `{action.status}`",
    )
    return done_disagrees.finding(
        message, told_at(action, "status"), (Label(_DONE, told_at(action, "done")),), _EITHER
    )


_LATE_START_HELP = Text(
    "bila sudah berjalan, tulis `status: berjalan`; bila belum, tulis jadwal barunya",
    "if it has begun, write `status: berjalan`; if not, write its new dates",
)


@rule("T414", Severity.WARNING)
def late_start(plan: Plan) -> Iterator[Finding]:
    """Waktu mulai kegiatan sudah lewat, tetapi kegiatannya masih rencana.

    The start of an action has passed and it is still only planned.

    Mengapa: kegiatan yang terlambat mulai hampir pasti terlambat selesai. Rakor perlu tahu sebelum
    tahunnya habis.

    Why: an action that starts late will almost surely finish late. The rakor needs to know before the
    year is over.

    Salah:

        start: 2021-10
        status: rencana

    Benar:

        start: 2021-10
        status: berjalan
    """
    for action in plan.actions:
        start = action.start
        if start is not None and start.last < plan.as_of and _still_planned(plan, action):
            message = Text(
                f"kegiatan `{action.code}` seharusnya mulai {start.text('id')}, "
                "tetapi statusnya masih `rencana`",
                f"action `{action.code}` should have started {start.text('en')}, "
                "but its status is still `rencana`",
            )
            yield late_start.finding(message, told_at(action, "start"), help=_LATE_START_HELP)


def _still_planned(plan: Plan, action: Action) -> bool:
    """Whether it only waits to begin; past its finish it is another fault, and a move renews its dates."""
    overdue = action.finish is not None and action.finish.last < plan.as_of
    return action.status == "rencana" and action.done is None and not action.moves and not overdue


_CANCELLED = Text("batal di sini", "it was cancelled here")


@rule("T415", Severity.WARNING)
def needs_cancelled(plan: Plan) -> Iterator[Finding]:
    """Kegiatan menunggu kegiatan yang sudah batal.

    An action waits for one that was cancelled.

    Mengapa: yang batal tidak akan pernah selesai, jadi kegiatan yang menunggunya tidak akan pernah
    bisa mulai.

    Why: what was cancelled will never finish, so what waits for it can never begin.

    Salah:

        - {code: A02, name: Taman di Curug, status: rencana, needs: [A01]}

    Benar:

        - {code: A02, name: Taman di Curug, status: rencana, needs: [A03]}
    """
    for action in filter(is_open, plan.actions):
        for nth, need in enumerate(action.needs):
            other = plan.action_by_code.get(need)
            if other is not None and other.status == "batal":
                message = Text(
                    f"kegiatan `{action.code}` menunggu `{need}`, padahal `{need}` sudah batal",
                    f"action `{action.code}` waits for `{need}`, which was cancelled",
                )
                advice = Text(
                    f"ganti `{need}` dengan kegiatan penggantinya, atau batalkan juga `{action.code}`",
                    f"name what replaces `{need}`, or cancel `{action.code}` as well",
                )
                yield needs_cancelled.finding(
                    message, action.at("needs", nth), (Label(_CANCELLED, told_at(other, "status")),), advice
                )

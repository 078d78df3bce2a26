"""withdraw: what was wrong no longer counts, and stays in the plan with the reason."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Annotated

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import plan_typed
from serang_plan.cli.arguments.options import PlanOptions, argument
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.typed_values import text_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import On, Reason, Writing, codes, when_known
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.cli.output.recorder import recorder
from serang_plan.operations.recording.withdrawal import Withdrawable, withdrawable
from serang_plan.wording import Lang, Text, backquoted, listed


def _next_words(ctx: object, incomplete: str) -> list[tuple[str, str]]:
    """Return what a shell is offered behind a code: by what each statement about it is told from others."""
    plan, typed = plan_typed(ctx), getattr(ctx, "params", {})
    words = typed.get("words") or ()
    standing = withdrawable(plan, str(typed.get("code")).upper()) if plan else ()
    meant = (statement for statement in standing if statement.answers_to(words))
    offered = grouped((statement.next_word(words), statement.called.id) for statement in meant)
    return [(word, ", ".join(names)) for word, names in offered.items() if word]


Code = Annotated[
    str,
    argument(
        "CODE",
        "Kode indikator, pernyataan, daftar kriteria, atau kegiatan yang keliru dicatat selesai atau batal.",
        "The code of an indicator, a claim, a list of criteria, or an action wrongly recorded as over.",
        completion=codes("statements"),
    ),
]
Words = Annotated[
    list[str] | None,
    argument(
        "WHICH",
        "Yang mana: waktu, nilai, sumber, OPD, atau `nilai`, `target`, `ambang`, `tugas`.",
        "Which: time, value, source, OPD, or `nilai`, `target`, `ambang`, `tugas`.",
        completion=_next_words,
    ),
]

_ABOUT = Question(Text("kode indikator atau pernyataan", "code of an indicator or a claim"), "M02")
_WHICH = Question(Text("yang mana", "which one"), "2019-06")
_WHY = Question(Text("alasan ditarik", "reason for the withdrawal"), '--reason "…"')


def command(
    context: RunContext,
    code: Code = "",
    words: Words = None,
    reason: Reason = "",
    on: On = "",
    *,
    at: PlanOptions,
    writing: Writing,
) -> int:
    """Withdraw what was wrong; it is never deleted."""
    plan = recorder(at, writing, context)
    asking = plan.asking
    if code.upper() in plan.plan.action_by_code and not withdrawable(plan.plan, code.upper()):
        raise _of_an_action(code.upper())
    names, english = plan_names.statements(plan.plan), plan_names.english_indicators(plan.plan)
    about = asking.choice(code, _ABOUT, names, english)
    standing = withdrawable(plan.plan, about)
    meant = [each for each in standing if each.answers_to(words or ())]
    one = _one(meant or list(standing), asking, context.lang) if meant or not words else None
    if one is None:
        raise _not_there(about, words or (), standing)
    if (writing.yes or not asking.somebody_is_there) and one.may_be_a_slip(words or ()):
        raise _of_another_kind(about, words or (), one)
    why = asking.value(reason, _WHY, text_of)
    change = one.withdrawn(when_known(on) or at.day, why)
    called = Text(f"{about}, {one.called.id}", f"{about}, {one.called.en}")
    return plan.write([change], withdrawn=called)


def _of_an_action(code: str) -> Exception:
    update = backquoted(f"serang-plan update {code}")
    return usage_problem(
        f"kabar kegiatan {backquoted(code)} tidak ditarik, tetapi diluruskan oleh kabar berikutnya",
        f"news of the action {backquoted(code)} is not withdrawn but put right by later news",
        Text(
            f"catat yang benar: {update}; yang baru saja dicatat: `serang-plan undo`",
            f"record what is right: {update}; what was recorded just now: `serang-plan undo`",
        ),
    )


def _one(meant: list[Withdrawable], asking: Asking, lang: Lang) -> Withdrawable | None:
    """Return the only one, or that which is chosen by its number. Raises UsageProblemError in a pipe."""
    if len(meant) < 2:
        return meant[0] if meant else None
    names = {str(nth): each.called.for_lang(lang) for nth, each in enumerate(meant, 1)}
    if not asking.somebody_is_there:
        raise usage_problem(
            f"ada {len(meant)} yang dapat ditarik: {listed([each.called.id for each in meant], 'id', 6)}",
            f"there are {len(meant)} to withdraw: {listed([each.called.en for each in meant], 'en', 6)}",
            Text(
                "sebut yang mana: `nilai`, `target`, `ambang` atau `tugas`, lalu waktu, angka atau sumbernya",
                "say which: `nilai`, `target`, `ambang` or `tugas`, then its time, number or source",
            ),
        )
    return meant[int(asking.choice("", _WHICH, names)) - 1]


def _of_another_kind(about: str, words: Sequence[str], one: Withdrawable) -> Exception:
    typed, whole = " ".join(words), shlex.join(["serang-plan", "withdraw", about, one.kinds[0], *words])
    return usage_problem(
        f"{backquoted(typed)} bukan nilai {backquoted(about)}, melainkan: {one.called.id}",
        f"{backquoted(typed)} is no value of {backquoted(about)} but this: {one.called.en}",
        Text(
            f"bila itu yang ditarik, ketik {backquoted(whole)}",
            f"if that is to be withdrawn, type {backquoted(whole)}",
        ),
    )


def _not_there(about: str, words: Sequence[str], standing: tuple[Withdrawable, ...]) -> Exception:
    which = f" {backquoted(' '.join(words))}" if words else ""
    return usage_problem(
        f"tidak ada pernyataan{which} tentang {backquoted(about)} yang dapat ditarik",
        f"there is no statement{which} about {backquoted(about)} to withdraw",
        Text(
            f"yang ada: {listed([each.called.id for each in standing], 'id', 6)}",
            f"on record: {listed([each.called.en for each in standing], 'en', 6)}",
        )
        if standing
        else None,
    )

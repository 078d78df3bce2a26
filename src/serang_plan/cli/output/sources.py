"""Sources: the source that was named, or a new one that is written with what rests on it."""

from __future__ import annotations

from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import code_of
from serang_plan.cli.arguments.typed_values import text_of, time_of
from serang_plan.cli.arguments.usage_error import usage_problem
from serang_plan.cli.arguments.writing_options import SourceOptions
from serang_plan.cli.output.asking import Asking, Question
from serang_plan.editing.changes import AddRecord
from serang_plan.model.plan import Plan
from serang_plan.model.source import SourceKind
from serang_plan.operations.recording.measurement import new_source
from serang_plan.wording import Text, backquoted

_NEW = ("", "baru", "new")
_SOURCE = Question(
    Text("sumber (kodenya, atau `baru`)", "source (its code, or `new`)"),
    "--source S1`, `--title … --kind berita",
)
_OF_NEW = {
    "title": Question(Text("judul", "title"), '--title "…"'),
    "publisher": Question(Text("penerbit", "publisher"), '--publisher "…"'),
    "published": Question(Text("kapan terbit", "when it was published"), "--published 2026-01-05"),
}
_KIND = Question(Text("jenis sumber", "kind of source"), "--kind berita")
_KINDS: dict[SourceKind, Text] = {
    "resmi": Text("naskah resmi", "official document"),
    "laporan": Text("laporan", "report"),
    "berita": Text("berita", "news"),
    "perkiraan": Text("perkiraan", "estimate"),
    "salinan": Text("salinan di situs lain", "copy elsewhere"),
    "formulir": Text("formulir OPD", "form of an OPD"),
}


def source_of(
    plan: Plan, options: SourceOptions, asking: Asking, *, needed: bool
) -> tuple[str, tuple[AddRecord, ...]]:
    """Return the code of a source, and what adds it if it is a new one; no code if none is said.

    Where one is needed, who is there is asked for it. Raises UsageProblemError if it is not there, is said
    anew, or is needed and nobody can be asked.
    """
    if needed and not any(options):
        options = _asked_for(plan, asking)
    if any(options[1:]):
        return _new(plan, options, asking)
    return (source_named(plan, options.source, "--source") if options.source else ""), ()


def source_named(plan: Plan, typed: str, option: str) -> str:
    """Return the code of a source as it is written in the plan.

    Raises NoChoiceError if it is not there, for a title with how a new source is told.
    """
    return code_of(
        plan_names.sources(plan), typed, option, lambda text, known: code_meant(text, known) or _as_new(text)
    )


def _as_new(text: str) -> Text | None:
    if " " not in text:
        return None
    new = backquoted(f'--title "{text}" --kind …')
    return Text(f"untuk sumber baru ketik {new}", f"for a new source type {new}")


def _asked_for(plan: Plan, asking: Asking) -> SourceOptions:
    source = asking.value(
        "", _SOURCE, lambda typed: typed if typed in _NEW else source_named(plan, typed, "--source")
    )
    if source not in _NEW:
        return SourceOptions(source)
    title, publisher, published = _OF_NEW.values()
    return SourceOptions(
        title=asking.value("", title, text_of),
        publisher=asking.value("", publisher, text_of),
        published=asking.value("", published, lambda typed: time_of(typed, "--published").iso),
    )


def _new(plan: Plan, options: SourceOptions, asking: Asking) -> tuple[str, tuple[AddRecord, ...]]:
    if options.source in plan.source_by_code:
        raise usage_problem(
            f"sumber {backquoted(options.source)} sudah ada",
            f"the source {backquoted(options.source)} already exists",
            Text(
                "hapus `--title` dan lainnya, atau hapus `--source` agar kodenya dipilihkan",
                "leave out `--title` and the like, or `--source` so that a code is chosen",
            ),
        )
    kind = asking.choice(
        options.kind, _KIND, {str(kind): words.for_lang(asking.lang) for kind, words in _KINDS.items()}
    )
    code, added = new_source(plan, options._replace(kind=kind).fields())
    return code, (added,)

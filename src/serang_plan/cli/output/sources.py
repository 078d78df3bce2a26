"""Sources: the source that was named, or a new one that is written with what rests on it."""

from __future__ import annotations

from typing import get_args

from serang_plan.cli.arguments import plan_names
from serang_plan.cli.arguments.code_lookup import code_of
from serang_plan.cli.arguments.typed_values import text_of
from serang_plan.cli.arguments.usage_error import one_of, usage_problem
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
_KINDS: dict[SourceKind, str] = {
    "resmi": "naskah resmi · official document",
    "laporan": "laporan · report",
    "berita": "berita · news",
    "perkiraan": "perkiraan · estimate",
    "salinan": "salinan di situs lain · copy elsewhere",
    "formulir": "formulir OPD · form of an OPD",
}


def needed_source_of(plan: Plan, options: SourceOptions, asking: Asking) -> tuple[str, tuple[AddRecord, ...]]:
    """Return the same where there must be a source; who is there is asked for it, or for a new one.

    Raises UsageProblemError if none is said and nobody is there.
    """
    if not options.source and not options.is_new:
        source = asking.value("", _SOURCE, str)
        options = options._replace(source="" if source in _NEW else source)
        if source in _NEW:
            answers = {name: asking.value("", question, text_of) for name, question in _OF_NEW.items()}
            options = options._replace(**answers)
    return source_of(plan, options, asking)


def source_of(plan: Plan, options: SourceOptions, asking: Asking) -> tuple[str, tuple[AddRecord, ...]]:
    """Return the code of a source, and what adds it if it is a new one; no code if none is said.

    Raises UsageProblemError if it is not there, or is said anew.
    """
    if not options.is_new:
        known = plan_names.sources(plan)
        return (code_of(known, options.source, "--source") if options.source else ""), ()
    if options.source in plan.source_by_code:
        raise usage_problem(
            f"sumber {backquoted(options.source)} sudah ada",
            f"the source {backquoted(options.source)} is there already",
            Text(
                "hapus `--title` dan lainnya, atau hapus `--source` agar kodenya dipilihkan",
                "leave out `--title` and the like, or `--source` so that a code is chosen",
            ),
        )
    kind = asking.choice(options.kind, _KIND, {str(kind): words for kind, words in _KINDS.items()})
    fields = options._replace(kind=one_of(kind, get_args(SourceKind), "--kind")).fields()
    code, added = new_source(plan, fields)
    return code, (added,)

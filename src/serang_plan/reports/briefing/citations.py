"""Cited: every source gets a number where it is first named, and stands in the list at the end."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.known.known_since import source_codes
from serang_plan.analysis.known.public_plan import is_accepted
from serang_plan.model.plan import Plan
from serang_plan.model.source import Source
from serang_plan.page import Note, Notes
from serang_plan.wording import Lang, Text

WEAK_MARK = "*"
_WEAK_KINDS = {"perkiraan": Text("perkiraan", "an estimate"), "formulir": Text("formulir", "a form")}


class Citations:
    """The sources of one page, numbered in the order in which they are named."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers: dict[str, int] = {}

    def marks(self, *codes: str | None) -> tuple[str, ...]:
        """Return the marks of some sources, a weak one with a star; what has no source has no mark."""
        for code in codes:
            if code is not None:
                self._numbers.setdefault(code, len(self._numbers) + 1)
        cited = {code for code in codes if code is not None}
        return tuple(map(self._mark, sorted(cited, key=self._numbers.__getitem__)))

    def _mark(self, code: str) -> str:
        source = self._plan.source_by_code.get(code)
        return f"[{self._numbers[code]}{WEAK_MARK if source and self._weakness(source, 'id') else ''}]"

    def notes(self, lang: Lang, *, short: bool) -> Iterator[Notes]:
        """Give the list of the sources named so far; a short one says no codes and no addresses."""
        if self._numbers:
            notes = (Note(self._mark(code), self._note(code, lang, short)) for code in self._numbers)
            yield Notes(Text("Sumber", "Sources").for_lang(lang), tuple(notes))

    def _note(self, code: str, lang: Lang, short: bool) -> str:
        source = self._plan.source_by_code.get(code)
        if source is None:
            return Text(
                f"{code}: tidak ada dalam daftar sumber", f"{code}: not in the list of sources"
            ).for_lang(lang)
        name = source.publisher or source.title or source.kind
        title = f"“{source.title}”" if source.publisher and source.title else None
        undated = Text("tanpa tanggal", "no date").for_lang(lang)
        day = source.published.text(lang) if source.published else undated
        words = ", ".join(filter(None, (name, title, day, None if short else source.url)))
        weakness = self._weakness(source, lang)
        return f"{'' if short else f'{code}: '}{words}{f'; {weakness}' if weakness else ''}"

    def _weakness(self, source: Source, lang: Lang) -> str:
        """Say why a source is weak: `lemah: Wikipedia; isinya dapat diubah siapa saja`."""
        kind = None if self._is_accepted_form(source) else _WEAK_KINDS.get(source.kind)
        why = source.weakness or (kind and kind.for_lang(lang))
        weak = Text("lemah", "weak").for_lang(lang)
        return f"{weak}: {why.removesuffix('.')}" if why else ""

    def _is_accepted_form(self, source: Source) -> bool:
        """Whether a form gave a value that somebody has looked at since."""
        return source.kind == "formulir" and any(
            is_accepted(value) and source.code in source_codes(value)
            for indicator in self._plan.indicators
            for value in indicator.measurements
        )

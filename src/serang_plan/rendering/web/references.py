"""References: the marks behind a text lead to their notes, and each note back to where it was named first."""

from __future__ import annotations

from collections.abc import Iterable

from serang_plan.page import Note, Notes, Page
from serang_plan.rendering.web.surroundings import Surroundings
from serang_plan.rendering.web.tags import escaped, tag
from serang_plan.wording import Lang, Text


class References:
    """Knows which marks have a note, which notes were named so far, and what the page has around it."""

    def __init__(self, page: Page, around: Surroundings) -> None:
        """Number the page's notes in their order: data never becomes an address of its own."""
        self.words = around.words
        notes = (note for block in page.blocks if isinstance(block, Notes) for note in block.notes)
        self._numbers: dict[str, int] = {}
        for note in notes:
            self._numbers.setdefault(note.mark, len(self._numbers) + 1)
        self._named: set[int] = set()
        self._written: set[int] = set()

    def marked(self, text: str, marks: Iterable[str]) -> str:
        """Return a text with its marks behind it, each a link to its note."""
        links = "".join(map(self._mark, marks))
        return f"{self.words(text)}&nbsp;{tag('sup', links)}" if links else self.words(text)

    def note(self, note: Note, lang: Lang) -> str:
        """Return a note as a line of a list, with a way back."""
        number = self._numbers[note.mark]
        back = Text("kembali ke teks", "back to the text").for_lang(lang)
        link = f' <a class="back" href="#r{number}" title="{back}" aria-label="{back}">↩</a>'
        words = f"{tag('span', escaped(note.mark), 'mark')} {tag('span', self.words(note.text))}"
        first = number not in self._written
        self._written.add(number)
        return tag("li", words + (link if number in self._named else ""), id=f"n{number}" if first else "")

    def _mark(self, mark: str) -> str:
        number = self._numbers.get(mark)
        if number is None:
            return escaped(mark)
        first = number not in self._named
        self._named.add(number)
        return tag("a", escaped(mark), id=f"r{number}" if first else "", href=f"#n{number}")

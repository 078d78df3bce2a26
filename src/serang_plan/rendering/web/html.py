"""A page as one HTML file that stands alone: without script, readable on a phone, a projector and paper."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import assert_never

from serang_plan.page import (
    Bars,
    Block,
    Callout,
    Chart,
    Checklist,
    Code,
    Facts,
    Fields,
    Heading,
    Item,
    Items,
    KeyFigures,
    Lines,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Task,
    Timeline,
)
from serang_plan.rendering.charts import svg
from serang_plan.rendering.paper import fit_to_page as one_sheet
from serang_plan.rendering.paper.column_widths import most_columns
from serang_plan.rendering.paper.outline import without_commands
from serang_plan.rendering.web import tables
from serang_plan.rendering.web.references import References
from serang_plan.rendering.web.surroundings import Surroundings
from serang_plan.rendering.web.tags import escaped, tag, toned, typed
from serang_plan.rendering.words import small_print
from serang_plan.wording import Text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""A browser that reads this fetches nothing and runs nothing, whatever the page says."""
SITE_POLICY = POLICY.replace("style-src", "style-src 'self'")
"""A page of a site fetches the style sheet that lies beside it, and nothing else."""

_DEEPEST = 6
_IN_WORDS = Text("Grafik ini dalam kata-kata", "This chart in words")
_DONE, _OPEN = Text("dicentang", "ticked"), Text("tidak dicentang", "not ticked")


def render(page: Page, site: Surroundings | None = None) -> str:
    """Return the page as a whole HTML document: one that stands alone, or one of a site."""
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{SITE_POLICY if site else POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light">',
        tag("title", escaped(page.title)),
        site.style() if site else f"<style>\n{_style_sheet('page')}</style>",
    )
    inside = "\n".join(("<head>", *head, "</head>", _body(without_commands(page), site)))
    return f"<!DOCTYPE html>\n{tag('html', inside, lang=page.lang)}\n"


def site_style_sheet() -> str:
    """Return what the pages of a site share."""
    return _style_sheet("page") + _style_sheet("site")


def _style_sheet(name: str) -> str:
    return files("serang_plan.rendering.web").joinpath(f"{name}.css").read_text(encoding="utf-8")


def _body(page: Page, site: Surroundings | None) -> str:
    """Draw all that is seen; a page for one sheet says how large its print may be."""
    wishes = {"letter": page.letterhead is not None, "compact": page.compact, "landscape": page.level}
    kinds = (kind for kind, is_wished in wishes.items() if is_wished)
    print_size = f"--print: {one_sheet.scale_to_fit(page)}" if page.compact else ""
    return tag("body", "\n".join(_Web(page, site).parts()), *kinds, style=print_size)


class _Web:
    """Draws one page: knows how deep its headings are, and what it has numbered."""

    def __init__(self, page: Page, site: Surroundings | None) -> None:
        self._page, self._site = page, site
        self._references = References(page, site or Surroundings(""))
        self._words = self._references.words
        self._level = 1
        self._names = 0

    def parts(self) -> Iterable[str]:
        if self._site and self._site.menu:
            yield self._site.top(self._page.lang)
        yield self._header()
        blocks = "\n".join(map(self._block, self._page.blocks))
        yield tag("main", f"\n{blocks}\n", id="isi" if self._site else "")
        if self._page.stamp:
            yield tag("footer", tag("p", escaped(self._page.stamp)))

    def _header(self) -> str:
        lines = [tag("span", escaped(line)) for line in self._page.letterhead or ()]
        parts = [tag("p", "\n".join(lines), "letterhead")] if lines else []
        parts.append(tag("h1", escaped(self._page.title)))
        if self._page.subtitle:
            parts.append(tag("p", escaped(self._page.subtitle), "subtitle"))
        return tag("header", "\n".join(parts))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(text, level):
                self._level = min(max(2, level), self._level + 1, _DEEPEST)
                return tag(f"h{self._level}", self._words(text))
            case Paragraph(text, tone, marks):
                return tag("p", self._references.marked(text, marks), toned(tone))
            case Callout(text, tone):
                return tag("p", self._words(text), "callout", toned(tone))
            case KeyFigures():
                return self._figures(block)
            case Table():
                return tables.drawn(block, self._references, self._name(), most_columns(self._page))
            case Items(items, numbered):
                return tag("ol" if numbered else "ul", "\n".join(map(self._item, items)))
            case Checklist(tasks, rest):
                rows = [*map(self._task, tasks), *([tag("li", escaped(rest), "rest")] if rest else [])]
                return tag("ul", "\n".join(rows), "checks")
            case Code(text, _):
                lines = map(typed, text.rstrip().splitlines())
                return tag("pre", tag("code", "\n".join(lines)), tabindex="0")
            case Bars() | Stacks() | Lines() | Panels() | Timeline():
                return self._chart(block)
            case Facts():
                return self._facts(block)
            case Matrix():
                return tables.matrix(block, self._words, self._name())
            case Fields(rows=fields):
                return tag("dl", "\n".join(_field(name, text) for name, text in fields), "fields")
            case Signature(above, below):
                before, behind = ([tag("p", escaped(line)) for line in lines] for lines in (above, below))
                return tag("div", "\n".join((*before, tag("p", "", "sign"), *behind)), "signature")
            case PageBreak():
                return '<hr class="sheet">'
            case Notes():
                return self._notes(block)
            case _:
                assert_never(block)

    def _name(self) -> str:
        """Return a new name for a caption: never made of data."""
        self._names += 1
        return f"c{self._names}"

    def _figures(self, figures: KeyFigures) -> str:
        rows = (
            tag("li", f"{tag('b', str(value))} {tag('span', escaped(f'{sign} {label}'.strip()))}",
                toned(tone), "" if value else "zero")
            for label, value, tone, sign in figures.figures
        )  # fmt: skip
        strip = tag("div", self._pictures(figures), "strip", aria_hidden="true")
        return tag("ul", "\n".join(rows), "figures") + "\n" + strip

    def _chart(self, chart: Chart) -> str:
        """Draw a chart with its caption, and the words that say the same for who cannot see it."""
        name = self._name()
        lines = svg.in_words(chart)
        words = tag("ul", "\n".join(tag("li", escaped(line)) for line in lines))
        summary = tag("summary", _IN_WORDS.for_lang(self._page.lang))
        more = tag("details", f"{summary}\n{words}") if lines else ""
        caption = tag("figcaption", escaped(chart.caption), id=name)
        remarks = (tag("p", escaped(line), "remark") for line in small_print(chart))
        return tag("figure", "\n".join((caption, self._pictures(chart), *remarks, more)))

    def _pictures(self, chart: Chart | KeyFigures) -> str:
        """Draw a chart twice, for wide screens and paper, and for phones: only one of them is ever shown."""
        lang = self._page.lang
        broad, slim = svg.draw(chart, lang), svg.draw(chart, lang, svg.SLIM)
        both = (("broad", broad), ("slim", slim))
        return "".join(tag("div", "".join(row.svg for row in rows), kind) for kind, rows in both)

    def _item(self, item: Item) -> str:
        return tag("li", self._references.marked(item.text, item.marks), toned(item.tone))

    def _task(self, task: Task) -> str:
        words = (_DONE if task.done else _OPEN).for_lang(self._page.lang)
        sign = tag("span", "☑" if task.done else "☐", role="img", aria_label=words)
        return tag("li", f"{sign} {tag('span', self._words(task.text))}")

    def _facts(self, facts: Facts) -> str:
        title = tag(f"h{min(self._level + 1, _DEEPEST)}", self._words(facts.title), toned(facts.tone))
        labels = (tag("dt", escaped(fact.label)) if fact.label else "" for fact in facts.facts)
        texts = (tag("dd", self._words(fact.text), toned(fact.tone)) for fact in facts.facts)
        rows = "\n".join(label + text for label, text in zip(labels, texts, strict=True))
        return tag("section", f"{title}\n{tag('dl', rows)}" if rows else title, "facts", toned(facts.tone))

    def _notes(self, notes: Notes) -> str:
        self._level = 2
        rows = "\n".join(self._references.note(note, self._page.lang) for note in notes.notes)
        inside = f"{tag('h2', escaped(notes.title))}\n" + (tag("ul", rows) if rows else "")
        return tag("section", inside, "notes")


def _field(name: str, text: str) -> str:
    return tag("div", tag("dt", escaped(name)) + tag("dd", escaped(text)))

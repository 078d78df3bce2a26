"""The page: a report laid out as neutral blocks, in one language, that every format can draw."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from serang_plan.wording import Lang

Tone = Literal["plain", "good", "bad", "unknown", "claimed", "contradicted", "warn", "muted"]
"""What a piece of text means; renderers give it colour, never meaning by colour alone."""

Align = Literal["left", "right"]


class Heading(NamedTuple):
    """A heading; level 1 is the page's own title."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text; `marks` are the notes that it rests on."""

    text: str
    tone: Tone = "plain"
    marks: tuple[str, ...] = ()


class Callout(NamedTuple):
    """A sentence that must not be missed."""

    text: str
    tone: Tone = "warn"


class Figure(NamedTuple):
    """A number with its name and, if it is part of a whole, its share for a bar."""

    label: str
    value: int
    tone: Tone = "plain"
    sign: str = ""


class KeyFigures(NamedTuple):
    """Counts that add up to a whole, with a bar."""

    figures: tuple[Figure, ...]
    whole: int


class Cell(NamedTuple):
    """One cell of a table; `marks` are the notes that it rests on."""

    text: str
    tone: Tone = "plain"
    marks: tuple[str, ...] = ()


class Column(NamedTuple):
    """A column: the higher `drop`, the sooner it moves below the row where there is no room; 0 always stays.

    One whose words stand elsewhere too (`redundant`) is then left out. Where a row is written as a line,
    cells of a `bare` column speak for themselves; others get the title of theirs.
    """

    title: str
    align: Align = "left"
    drop: int = 0
    wrap: bool = False
    redundant: bool = False
    bare: bool = False


class Group(NamedTuple):
    """Rows under one heading; without a heading the table is one group."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


class Table(NamedTuple):
    """A table; what it shows is said in its caption."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


class Item(NamedTuple):
    """One line of a list; `command` is what to type for more, `marks` are the notes that it rests on.

    `ahead` stands before the command, as a word and not as something to type.
    """

    text: str
    command: str = ""
    tone: Tone = "plain"
    marks: tuple[str, ...] = ()
    ahead: str = ""


class Items(NamedTuple):
    """A list, numbered if the order matters; `hints` only say what to type for more."""

    items: tuple[Item, ...]
    numbered: bool = False
    hints: bool = False


class Task(NamedTuple):
    """Something to tick off."""

    text: str
    done: bool = False


class Checklist(NamedTuple):
    """Boxes to tick; `rest` says what there is no room for."""

    tasks: tuple[Task, ...]
    rest: str = ""


class Code(NamedTuple):
    """Text to be shown exactly as it is."""

    text: str
    language: str = ""


class Bar(NamedTuple):
    """One bar of a chart: `value` of `whole`, and the words that say the same.

    `open` is what may come on top of it: shown as uncertain, behind the bar.
    """

    label: str
    value: float
    words: str
    tone: Tone = "plain"
    open: float = 0


class Bars(NamedTuple):
    """A bar chart with its caption; all bars share the scale from 0 to `whole`.

    `goal` is where a line stands across all bars, and its name. `names` are what the bars stand for, what is
    open on top of them, and the rest of the whole; empty ones where a chart above has said it. `remark` and
    `source`, what the chart is made from, stand below, in small print. A `redundant` chart says what stands
    elsewhere on the page too: only formats that can draw pictures show it.
    """

    caption: str
    bars: tuple[Bar, ...]
    whole: float
    goal: tuple[float, str] | None = None
    names: tuple[str, str, str] | None = None
    remark: str = ""
    source: str = ""
    redundant: bool = False


class StackPart(NamedTuple):
    """What one colour of a stacked chart stands for."""

    label: str
    tone: Tone
    sign: str = ""


class Stack(NamedTuple):
    """One row of a stacked chart: a count for each part."""

    label: str
    counts: tuple[int, ...]


class Stacks(NamedTuple):
    """A stacked chart of counts; `redundant` as for bars."""

    caption: str
    parts: tuple[StackPart, ...]
    stacks: tuple[Stack, ...]
    source: str = ""
    redundant: bool = False


LineKind = Literal["value", "rival", "older", "substitute", "series", "scope", "target", "due", "threshold"]
"""What the points of a line are, from front to back: `value` those that judge, `rival` others for the same
time, `older` those before a break of their series; `substitute`, `series` and `scope` are compared with none
of them; `due` is by when a threshold is to be reached.
"""


class LinePoint(NamedTuple):
    """A value on the last day of its time, and how both are written.

    The first and the last day that there are, `date.min` and `date.max`, say that a threshold has no end.
    """

    day: date
    value: float
    when: str
    words: str


class ChartLine(NamedTuple):
    """Points of one kind, the oldest first; only those that may be compared are joined.

    `name` is what every line of the kind is called, `label` which of them this is.
    """

    kind: LineKind
    name: str
    points: tuple[LinePoint, ...]
    label: str = ""

    @property
    def is_joined(self) -> bool:
        """Whether a line goes from each point to the next."""
        return self.kind in ("value", "older", "target", "threshold")


class Lines(NamedTuple):
    """Lines on one axis of time, true to it, and one of values; `now` is the page's date.

    `remark` and `source` stand below, in small print. A `redundant` one is drawn on a screen too.
    """

    caption: str
    unit: str
    lines: tuple[ChartLine, ...]
    now: date
    remark: str = ""
    source: str = ""
    redundant: bool = False


class Panels(NamedTuple):
    """Small charts beside and below each other, all drawn alike, on sheets of their own."""

    caption: str
    charts: tuple[Lines, ...]
    remark: str = ""
    source: str = ""
    redundant: bool = True


class Fact(NamedTuple):
    """One line of what is known of a thing, behind its label; with little room only `main` ones stand."""

    label: str
    text: str
    tone: Tone = "plain"
    main: bool = False


class Facts(NamedTuple):
    """One thing, and what is known of it, a line for each fact."""

    title: str
    facts: tuple[Fact, ...]
    tone: Tone = "plain"


Mark = Literal["done", "running", "planned", "moved", "unsure", "now"]
"""What an interval is: `moved` is where something was before it was put off, `now` the page's date."""


class Interval(NamedTuple):
    """A part of a row, from one slot up to, and not with, another."""

    start: int
    end: int
    mark: Mark


class TimelineRow(NamedTuple):
    """One line of a timeline, its intervals from back to front, and the words that say the same."""

    label: str
    intervals: tuple[Interval, ...]
    words: str


class Timeline(NamedTuple):
    """Rows under a line of ticks, such as years, each of as many slots; `now` is the slot of the date."""

    caption: str
    ticks: tuple[str, ...]
    slots: int
    rows: tuple[TimelineRow, ...]
    legend: tuple[tuple[Mark, str], ...]
    now: int | None = None
    source: str = ""


class MatrixRow(NamedTuple):
    """One line of a matrix: its label, and the cells that there are, each behind the number of its column."""

    label: str
    cells: tuple[tuple[int, Cell], ...]


class Matrix(NamedTuple):
    """Who has what with whom: drawn in as many parts of its columns as fit; a part leaves out empty lines."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    legend: str = ""
    align: Align = "left"


class Fields(NamedTuple):
    """The head of a letter: names and what stands behind their colons; what is empty is filled in by hand."""

    rows: tuple[tuple[str, str], ...]


class Signature(NamedTuple):
    """The place for a signature: what stands above it, and below it."""

    above: tuple[str, ...]
    below: tuple[str, ...]


class PageBreak(NamedTuple):
    """What follows begins on a new sheet of paper."""


class Note(NamedTuple):
    """A numbered source or remark at the end."""

    mark: str
    text: str


class Notes(NamedTuple):
    """The page's sources and remarks."""

    title: str
    notes: tuple[Note, ...]


Chart = Bars | Stacks | Lines | Panels | Timeline
"""What is drawn as a picture where pictures can be drawn."""

Block = (
    Heading
    | Paragraph
    | Callout
    | KeyFigures
    | Table
    | Items
    | Checklist
    | Code
    | Bars
    | Stacks
    | Lines
    | Panels
    | Facts
    | Timeline
    | Matrix
    | Fields
    | Signature
    | PageBreak
    | Notes
)


class Event(NamedTuple):
    """A day in a calendar: by what name calendars know it, what it is, and what more there is to say."""

    name: str
    """The same for the same thing on every day, so that a calendar that has it already changes it."""
    day: date
    title: str
    details: str = ""
    place: str = ""


Value = str | int | Decimal | date | None
"""What one cell of a sheet holds; None is an empty cell."""


class Sheet(NamedTuple):
    """A table as spreadsheets want it: a fact a cell, numbers as numbers; unknown is empty, never zero.

    `fill_in`: the columns for people to write in, by number, and the words to choose from if there are any.
    `note`: what its letters and signs mean. So many of the first columns are the `names` of a row.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    fill_in: tuple[tuple[int, tuple[str, ...]], ...] = ()
    note: str = ""
    names: int = 1


class Page(NamedTuple):
    """A title, what it is as of, the blocks, and the stamp at the foot.

    A page with a letterhead, even an empty one, is a letter: its title stands in the middle. `compact` asks
    for close lines and, but of a letter, for print so small that it fits on one sheet and can be read.
    `as_of` dates the document's properties. So many of the first blocks are the `answer`: a screen shows no
    more until it is asked for all; none: every block may be of it. A `message` is what a telephone gets in
    place of the blocks. On `level` paper, which is wider than high, more columns of a table have room.
    """

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    stamp: str = ""
    lang: Lang = "id"
    as_of: date | None = None
    letterhead: tuple[str, ...] | None = None
    compact: bool = False
    answer: int = 0
    message: tuple[Block, ...] = ()
    level: bool = False

"""Ink: what things look like in a chart; never colour alone, so that it prints in grey."""

from __future__ import annotations

from typing import Literal, NamedTuple

from serang_plan.page import LineKind, Mark, Tone

Shape = Literal["", "circle", "diamond", "triangle", "square"]
"""What a point looks like."""
Hatch = Literal["", "/", "\\", "x", "|", "-", "."]
"""The lines drawn over an area; a dot stands for dotted lines."""

TEXT, MUTED, RULE, TRACK, PAPER = "#1f2933", "#4b5a68", "#c3ccd4", "#eef1f4", "#ffffff"


class Ink(NamedTuple):
    """How an area is filled, edged and hatched, and the colour of text upon it; or that it is a line."""

    fill: str
    edge: str
    hatch: Hatch = ""
    on: str = TEXT
    dashed: bool = False
    line: bool = False


TONES: dict[Tone, Ink] = {
    "plain": Ink("#2b5c8a", "#1d4063", on=PAPER),
    "good": Ink("#1d6b45", "#124a2f", on=PAPER),
    "bad": Ink("#f3c3b8", "#a3341f", "/"),
    "unknown": Ink("#ffffff", "#5d6b78", "."),
    "claimed": Ink("#dccbec", "#66408c", "|"),
    "contradicted": Ink("#f3c3b8", "#7a1f12", "x"),
    "warn": Ink("#f6d98a", "#8a5a00", "-"),
    "muted": Ink("#b4bec8", "#5d6b78"),
}
MARKS: dict[Mark, Ink] = {
    "done": TONES["good"],
    "running": Ink("#8fb8de", "#1d4063", "|"),
    "planned": Ink("#dbe8f4", "#1d4063"),
    "moved": Ink("#ffffff", "#7b8794", "\\", dashed=True),
    "unsure": Ink("#fdf3d7", "#8a5a00", ".", dashed=True),
    "now": Ink("#b42318", "#b42318", line=True),
}
OPEN = MARKS["unsure"]
"""What may come on top of a bar."""


class LineInk(NamedTuple):
    """How a line and its points are drawn; an open point is only an edge."""

    colour: str
    shape: Shape
    is_open: bool = False
    width: float = 0
    dashes: str = ""

    @property
    def fill(self) -> str:
        """The colour inside a point."""
        return PAPER if self.is_open else self.colour


LINES: dict[LineKind, LineInk] = {
    "threshold": LineInk(TEXT, "", width=1.5, dashes="9 3 2 3"),
    "due": LineInk(TEXT, "diamond"),
    "target": LineInk("#1d6b45", "square", width=1.5, dashes="4 3"),
    "scope": LineInk("#8a5a00", "square", is_open=True),
    "series": LineInk("#66408c", "diamond", is_open=True),
    "substitute": LineInk("#66408c", "triangle", is_open=True),
    "older": LineInk("#7b8794", "circle", width=2),
    "rival": LineInk("#1d4063", "circle", is_open=True),
    "value": LineInk("#2b5c8a", "circle", width=2.5),
}

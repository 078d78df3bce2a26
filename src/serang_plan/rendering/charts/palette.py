"""Ink: what things look like in a chart; never colour alone, so that it prints in grey."""

from __future__ import annotations

from typing import Literal, NamedTuple

from serang_plan.page import Mark, Tone

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

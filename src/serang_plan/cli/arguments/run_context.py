"""Run context: what was decided once for the whole run, before a command starts."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.wording import Lang


class RunContext(NamedTuple):
    """The language, the colour option and whether faults of our own are shown in full."""

    lang: Lang
    colour: str = "auto"
    debug: bool = False

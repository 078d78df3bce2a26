"""Working line: that work still goes on, on a terminal and only once it takes over a second."""

from __future__ import annotations

import sys
from threading import Event, Thread

from serang_plan.wording import Lang, Text, many

PATIENCE = 1.0
"""Seconds in which nobody wonders, and after which the line is written anew."""


class WorkingLine:
    """A line on standard error that is gone before anything else is written."""

    def __init__(self, lang: Lang) -> None:
        self._lang, self._is_over = lang, Event()
        self._thread = Thread(target=self._tell, daemon=True)
        self._thread.start()

    def _tell(self) -> None:
        seconds = 0
        while not self._is_over.wait(PATIENCE):
            seconds += 1
            words = Text(f"masih bekerja, {seconds} detik", f"still working, {many(seconds, 'second')}")
            sys.stderr.write(f"\r{words.for_lang(self._lang)}\x1b[K")
            sys.stderr.flush()
        if seconds:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        self._is_over.set()
        self._thread.join()

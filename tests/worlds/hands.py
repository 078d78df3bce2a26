"""Hands: one plan, typed as different people type YAML, in every shape that the reader accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

import yaml

from serang_plan.editing.scalars import is_plain

SINGLE = ("plan",)


class Hand(NamedTuple):
    """How somebody types: chance decides at each place among what the hand may do."""

    chance: Random
    comments: bool
    crlf: bool
    ended: bool

    def files(self, plan: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return a plan as files, each with some of its sections; a list may go on in another file."""
        texts: dict[str, str] = {}
        for section, value in plan.items():
            for part in self._parts(section, value):
                name = self.chance.choice([f"{section}.yaml", "a.yaml", "z.yaml"])
                if f"\n{section}:" in f"\n{texts.get(name, '')}":
                    name = f"{section}-{len(texts)}.yaml"
                texts[name] = texts.get(name, "") + self._own_line(0) + self._field(section, part, 0)
        for name in self.chance.sample(sorted(texts), 1):
            texts[name] += self.chance.choice(["", "disputes:\n", "disputes: []\n", "\n"]) + self._own_line(0)
        return [(name, self._ended(text)) for name, text in sorted(texts.items())]

    def _parts(self, section: str, value: Any) -> Iterator[Any]:
        if section in SINGLE or len(value) < 2 or self.chance.random() < 0.7:
            yield value
        else:
            yield from (value[:1], value[1:])

    def _ended(self, text: str) -> str:
        text = text if self.ended else text.rstrip("\n")
        return text.replace("\n", "\r\n") if self.crlf else text

    def _field(self, name: str, value: Any, at: int) -> str:
        if isinstance(value, dict | list) and value and self.chance.random() < 0.6:
            deeper = at + self.chance.choice([0, 2, 4] if isinstance(value, list) else [2, 4])
            return f"{name}:{self._comment()}\n{self._lines(value, deeper)}"
        return f"{name}: {self._on_line(value, at)}{self._comment()}\n"

    def _lines(self, value: Any, at: int) -> str:
        pad = " " * at
        if isinstance(value, dict):
            return "".join(
                f"{self._own_line(at)}{pad}{self._field(key, inner, at)}" for key, inner in value.items()
            )
        return "".join(f"{self._own_line(at)}{pad}- {self._item(item, at)}" for item in value)

    def _item(self, item: Any, at: int) -> str:
        if isinstance(item, dict) and self.chance.random() < 0.7:
            return (
                self._lines(item, at + 2).lstrip(" ") if not self.comments else self._first_bare(item, at + 2)
            )
        return f"{self._on_line(item, at)}{self._comment()}\n"

    def _first_bare(self, item: Mapping[str, Any], at: int) -> str:
        """Return the fields of an item; no comment stands between the dash and the first."""
        (name, value), *rest = item.items()
        return self._field(name, value, at) + self._lines(dict(rest), at)

    def _on_line(self, value: Any, at: int) -> str:
        if isinstance(value, dict):
            return f"{{{self._parted([f'{key}: {self._on_line(inner, at)}' for key, inner in value.items()], at)}}}"
        if isinstance(value, list):
            return f"[{self._parted([self._on_line(inner, at) for inner in value], at)}]"
        if isinstance(value, str):
            return self._text(value)
        return str(value)

    def _parted(self, parts: Sequence[str], at: int) -> str:
        comma = self.chance.choice([", ", ",", ",  ", f",\n{' ' * (at + 4)}"])
        return (", " if comma == "," else comma).join(parts)

    def _text(self, value: str) -> str:
        quoted = "'" + value.replace("'", "''") + "'", f'"{value}"'
        plain = is_plain(value, in_braces=True) and yaml.load(value, yaml.BaseLoader) == value
        return self.chance.choice([value, *quoted] if plain else quoted)

    def _comment(self) -> str:
        return self.chance.choice(["", "", "  # catatan"]) if self.comments else ""

    def _own_line(self, at: int) -> str:
        if not self.comments:
            return self.chance.choice(["", "", "\n"]) if at == 0 else ""
        return self.chance.choice(["", "", "", f"{' ' * at}# sendiri\n", "\n"])

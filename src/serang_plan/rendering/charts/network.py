"""A network: nodes on a circle, tied ones side by side; the stronger a link, the thicker its line."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.page import Link, Network
from serang_plan.rendering.charts.elements import SIZE, SLIM, SMALL, Anchor, Drawn, n, text
from serang_plan.rendering.charts.ink import MUTED, PAPER, TEXT, TONES
from serang_plan.rendering.charts.letters import cut
from serang_plan.wording import Lang, Text

MOST_NODES, MOST_LINKS = 18, 45
"""Beyond this no eye follows the lines."""
_NUMBERED = 14
_ACROSS, _SLIM_ACROSS, _DOWN = 200.0, 90.0, 150.0
_FEW, _DOWN_FOR_FEW = 4, 90.0
_ROOM = 42.0
"""For the labels above and below the circle."""
_THINNEST, _THICKEST = 1.0, 9.0
_LABEL, _LINE_HEIGHT = 180.0, 15.0
_CROWD = 12
"""Beyond so many nodes only their codes have room."""
_LINE, _DOT = "#5b87b2", TONES["plain"].fill


class _Place(NamedTuple):
    """Where a node stands, and in which direction from the middle: across and down, at most 1 each."""

    x: float
    y: float
    across: float
    down: float


class _Circle(NamedTuple):
    """The nodes in their places, on a circle that is wider than high."""

    width: float
    radius: float
    places: dict[str, _Place]

    @property
    def middle(self) -> float:
        return self.radius + _ROOM

    def bend(self, first: _Place, second: _Place) -> tuple[float, float]:
        """Return the point towards which a line bends: the further it goes, the nearer to the middle."""
        far = math.hypot(first.across - second.across, first.down - second.down) / 2
        pull = 0.1 + 0.3 * far
        return (
            _between((first.x + second.x) / 2, self.width / 2, pull),
            _between((first.y + second.y) / 2, self.middle, pull),
        )


def _between(start: float, end: float, part: float) -> float:
    return start + (end - start) * part


def drawn(network: Network, width: float, lang: Lang) -> Drawn:
    """Draw the strongest part of the network, and say what is left out."""
    tied = _tied(network)
    nodes = _strongest(network, tied)
    links = [link for link in tied if {link.first, link.second} <= set(nodes)][:MOST_LINKS]
    circle = _circle(_ordered(nodes, links), width)
    words = {node.code: node.words for node in network.nodes} if len(nodes) <= _CROWD and width > SLIM else {}
    most = max((link.weight for link in links), default=1)
    elements = [_link(link, circle, most) for link in reversed(links)]
    elements += [one for link in links[:_NUMBERED] if link.weight > 1 for one in _weight(link, circle)]
    elements += [
        one for code, place in circle.places.items() for one in _node(code, words.get(code, ""), place, width)
    ]
    bottom = 2 * circle.middle + 14
    remarks = [*_remarks(network, tied, nodes, links, lang)]
    elements += [text(0, bottom + 16 * nth, line, size=SMALL, fill=MUTED) for nth, line in enumerate(remarks)]
    return Drawn(tuple(elements), bottom + 16 * len(remarks) - 8)


def _tied(network: Network) -> list[Link]:
    """Return the links between two different nodes, the strongest first."""
    links = [link for link in network.links if link.first != link.second and link.weight > 0]
    return sorted(links, key=lambda link: -link.weight)


def _strongest(network: Network, links: Sequence[Link]) -> list[str]:
    """Return the nodes that are bound the most, in the order of the network."""
    sums = {node.code: 0 for node in network.nodes}
    for link in links:
        for code in (link.first, link.second):
            sums[code] = sums.get(code, 0) + link.weight
    kept = set(sorted(sums, key=lambda code: -sums[code])[:MOST_NODES])
    return [code for code in sums if code in kept]


def _ordered(nodes: Sequence[str], links: Sequence[Link]) -> list[str]:
    """Put each node beside the one that it is tied to the most, so that thick lines stay short."""
    ties: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for link in links:
        ties[link.first][link.second] += link.weight
        ties[link.second][link.first] += link.weight
    left = sorted(nodes, key=lambda code: -sum(ties[code].values()))
    order = left[:1]
    left = left[1:]
    while left:
        following = max(left, key=lambda code: ties[order[-1]][code])
        left.remove(following)
        order.append(following)
    return order


def _circle(nodes: Sequence[str], width: float) -> _Circle:
    step = 2 * math.pi / max(1, len(nodes))
    radius = _DOWN if len(nodes) > _FEW else _DOWN_FOR_FEW
    return _Circle(
        width,
        radius,
        {code: _place(nth * step - math.pi / 2, width, radius) for nth, code in enumerate(nodes)},
    )


def _place(angle: float, width: float, radius: float) -> _Place:
    across, down = math.cos(angle), math.sin(angle)
    return _Place(
        width / 2 + (_ACROSS if width > SLIM else _SLIM_ACROSS) * across,
        _ROOM + radius + radius * down,
        across,
        down,
    )


def _link(link: Link, circle: _Circle, most: int) -> str:
    first, second = circle.places[link.first], circle.places[link.second]
    x, y = circle.bend(first, second)
    width = _THINNEST + (_THICKEST - _THINNEST) * link.weight / max(1, most)
    path = f"M{n(first.x)} {n(first.y)}Q{n(x)} {n(y)} {n(second.x)} {n(second.y)}"
    return f'<path d="{path}" stroke="{_LINE}" stroke-width="{n(width)}" stroke-opacity="0.8" fill="none"/>'


def _weight(link: Link, circle: _Circle) -> Iterator[str]:
    """Write how strong a link is upon the middle of its line."""
    first, second = circle.places[link.first], circle.places[link.second]
    bend = circle.bend(first, second)
    x, y = (first.x + second.x) / 4 + bend[0] / 2, (first.y + second.y) / 4 + bend[1] / 2
    yield f'<circle cx="{n(x)}" cy="{n(y)}" r="9" fill="{PAPER}" stroke="{_LINE}" stroke-width="1"/>'
    yield text(x, y + 4, str(link.weight), size=SMALL - 1, anchor="middle", bold=True)


def _node(code: str, words: str, place: _Place, width: float) -> Iterator[str]:
    """Draw a node, and its label further out."""
    anchor: Anchor = "middle" if abs(place.across) < 0.05 else "start" if place.across > 0 else "end"
    x = place.x + 12 * place.across
    room = min(x, width - x) if anchor != "middle" else _LABEL
    lines = [(cut(code, room, SIZE), SIZE, TEXT)]
    lines += [(cut(words, room, SMALL), SMALL, MUTED)] if words else []
    half = _LINE_HEIGHT * len(lines) / 2
    y = place.y + (10 + half) * place.down - half + 12
    where = f'cx="{n(place.x)}" cy="{n(place.y)}" r="7"'
    yield f'<circle {where} fill="{_DOT}" stroke="{PAPER}" stroke-width="2"/>'
    for nth, (shown, size, fill) in enumerate(lines):
        yield text(x, y + nth * _LINE_HEIGHT, shown, size=size, anchor=anchor, fill=fill, bold=nth == 0)


def _remarks(
    network: Network, tied: Sequence[Link], nodes: Sequence[str], links: Sequence[Link], lang: Lang
) -> Iterator[str]:
    every = len({node.code for node in network.nodes} | {one for link in tied for one in _ends(link)})
    if len(nodes) < every or len(links) < len(tied):
        yield Text(
            f"Digambar: {len(nodes)} dari {every} titik, {len(links)} dari {len(tied)} garis: yang terkuat.",
            f"Drawn: {len(nodes)} of {every} nodes, {len(links)} of {len(tied)} lines: the strongest.",
        ).in_(lang)


def _ends(link: Link) -> tuple[str, str]:
    return link.first, link.second

"""A network: nodes on both sides of an oval, tied ones close together; strong links are thick lines."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.page import Network, NetworkLink
from serang_plan.rendering.charts.elements import SIZE, SLIM, SMALL, Anchor, Drawing, circle, n, path, text
from serang_plan.rendering.charts.palette import MUTED, PAPER, TEXT, TONES
from serang_plan.rendering.charts.text_metrics import cut, width_of
from serang_plan.wording import Lang, Text

MOST_NODES, MOST_LINKS = 18, 45
"""Beyond this no eye follows the lines."""
_NUMBERED = 14
_ACROSS, _SLIM_ACROSS, _LOWEST = 165.0, 62.0, 40.0
_STEP, _STEP_WITH_WORDS = 34.0, 46.0
"""From one node down to the next, so that every label has lines of its own."""
_MARGIN, _BESIDE = 12.0, 12.0
_THINNEST, _THICKEST = 1.0, 9.0
_LINE_HEIGHT, _SMALLEST = 15.0, 9.0
_CROWD = 12
"""Beyond so many nodes only their codes have room."""
_PLATE = 9.0
_PARTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
"""Where on its line the number of a link may stand, the best place first."""
_LINE, _DOT = "#5b87b2", TONES["plain"].fill


Links = Sequence[NetworkLink]


class _Place(NamedTuple):
    """Where a node stands, and in which direction from the middle: across and down, at most 1 each."""

    x: float
    y: float
    across: float
    down: float


class _Oval(NamedTuple):
    """The nodes in their places: half of them on the right from above, the others on the left from below."""

    width: float
    radius: float
    places: dict[str, _Place]

    @property
    def middle(self) -> float:
        return self.radius + _MARGIN

    def bend(self, first: _Place, second: _Place) -> tuple[float, float]:
        """Return the point towards which a line bends: the further it goes, the nearer to the middle."""
        far = math.hypot(first.across - second.across, first.down - second.down) / 2
        pull = 0.1 + 0.3 * far
        return (
            _between((first.x + second.x) / 2, self.width / 2, pull),
            _between((first.y + second.y) / 2, self.middle, pull),
        )

    def on_line(self, link: NetworkLink, part: float) -> tuple[float, float]:
        """Return the point of a link's line that is so far along it."""
        first, second = self.places[link.first], self.places[link.second]
        x, y = self.bend(first, second)
        return (
            _between(_between(first.x, x, part), _between(x, second.x, part), part),
            _between(_between(first.y, y, part), _between(y, second.y, part), part),
        )


def _between(start: float, end: float, part: float) -> float:
    return start + (end - start) * part


def drawn(network: Network, width: float, lang: Lang) -> Drawing:
    """Draw the strongest part of the network, and say what is left out."""
    tied = _tied(network)
    nodes = _strongest(network, tied)
    links = [link for link in tied if {link.first, link.second} <= set(nodes)][:MOST_LINKS]
    words = {node.code: node.words for node in network.nodes} if len(nodes) <= _CROWD and width > SLIM else {}
    oval = _oval(_ordered(nodes, links), width, _STEP_WITH_WORDS if words else _STEP)
    most = max((link.weight for link in links), default=1)
    elements = [_link(link, oval, most) for link in reversed(links)]
    elements += _weights([link for link in links[:_NUMBERED] if link.weight > 1], oval)
    for code, place in oval.places.items():
        elements += _node(code, words.get(code, ""), place, width)
    bottom = 2 * oval.middle + 14
    remarks = [*_remarks(network, tied, nodes, links, lang)]
    elements += [text(0, bottom + 16 * nth, line, size=SMALL, fill=MUTED) for nth, line in enumerate(remarks)]
    return Drawing(tuple(elements), bottom + 16 * len(remarks) - 8)


def _tied(network: Network) -> list[NetworkLink]:
    """Return the links between two different nodes, the strongest first."""
    links = [link for link in network.links if link.first != link.second and link.weight > 0]
    return sorted(links, key=lambda link: -link.weight)


def _strongest(network: Network, links: Links) -> list[str]:
    """Return the nodes that are bound the most, in the order of the network."""
    sums = {node.code: 0 for node in network.nodes}
    for link in links:
        for code in (link.first, link.second):
            sums[code] = sums.get(code, 0) + link.weight
    kept = set(sorted(sums, key=lambda code: -sums[code])[:MOST_NODES])
    return [code for code in sums if code in kept]


def _ordered(nodes: Sequence[str], links: Links) -> list[str]:
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


def _oval(nodes: Sequence[str], width: float, step: float) -> _Oval:
    right = -(-len(nodes) // 2)
    radius = max(_LOWEST, right * step / 2)
    sides = ((nodes[:right], 1), (nodes[right:][::-1], -1))
    places = {
        code: _place((2 * nth + 1) / len(codes) - 1, side, width, radius)
        for codes, side in sides
        for nth, code in enumerate(codes)
    }
    return _Oval(width, radius, places)


def _place(down: float, side: int, width: float, radius: float) -> _Place:
    across = side * math.sqrt(1 - down * down)
    wide = _ACROSS if width > SLIM else _SLIM_ACROSS
    return _Place(width / 2 + wide * across, _MARGIN + radius * (1 + down), across, down)


def _link(link: NetworkLink, oval: _Oval, most: int) -> str:
    first, second = oval.places[link.first], oval.places[link.second]
    x, y = oval.bend(first, second)
    width = _THINNEST + (_THICKEST - _THINNEST) * link.weight / max(1, most)
    bow = f"M{n(first.x)} {n(first.y)}Q{n(x)} {n(y)} {n(second.x)} {n(second.y)}"
    return path(bow, _LINE, width, "0.8")


def _weights(links: Links, oval: _Oval) -> Iterator[str]:
    """Write how strong links are upon their lines, where no other number and no node is in the way."""
    taken = [(place.x, place.y) for place in oval.places.values()]
    for link in links:
        points = (oval.on_line(link, part) for part in _PARTS)
        free = next((point for point in points if _is_free(point, taken)), None)
        if free is not None:
            taken.append(free)
            yield from _weight(*free, link.weight)


def _is_free(point: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return all(math.dist(point, other) > 2 * _PLATE + 1 for other in taken)


def _weight(x: float, y: float, weight: int) -> Iterator[str]:
    yield circle(x, y, _PLATE, PAPER, _LINE, 1)
    yield text(x, y + 4, str(weight), size=SMALL - 1, anchor="middle", bold=True)


def _node(code: str, words: str, place: _Place, width: float) -> Iterator[str]:
    """Draw a node, and its label beside it, further out."""
    right = place.across > 0
    x = place.x + (_BESIDE if right else -_BESIDE)
    lines = [_fitted(code, width - x if right else x)]
    lines += [(cut(words, width - x if right else x, SMALL), SMALL, MUTED)] if words else []
    y = place.y - _LINE_HEIGHT * len(lines) / 2 + 12
    yield circle(place.x, place.y, 7, _DOT, PAPER, 2)
    anchor: Anchor = "start" if right else "end"
    for nth, (label, size, fill) in enumerate(lines):
        yield text(x, y + nth * _LINE_HEIGHT, label, size=size, anchor=anchor, fill=fill, bold=nth == 0)


def _fitted(code: str, room: float) -> tuple[str, float, str]:
    """Return a label so small that it fits, and cut only if no eye could read it then."""
    size = min(SIZE, max(_SMALLEST, (room - 0.1) / max(1.0, width_of(code, 1))))
    return cut(code, room, size), size, TEXT


def _remarks(network: Network, tied: Links, nodes: Sequence[str], links: Links, lang: Lang) -> Iterator[str]:
    every = len({node.code for node in network.nodes}.union(*({link.first, link.second} for link in tied)))
    if len(nodes) < every or len(links) < len(tied):
        yield Text(
            f"Digambar: {len(nodes)} dari {every} titik, {len(links)} dari {len(tied)} garis: yang terkuat.",
            f"Drawn: {len(nodes)} of {every} nodes, {len(links)} of {len(tied)} lines: the strongest.",
        ).for_lang(lang)

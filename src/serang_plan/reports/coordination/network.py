"""Bonds: which OPD must settle something with each other, as a chart for formats that draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from serang_plan.analysis.coordination.opd_pairs import OpdPair
from serang_plan.page import Network, NetworkLink, NetworkNode
from serang_plan.reports.parts.conflict_wording import reasons
from serang_plan.wording import Lang, Text, code_order

MOST_LINKS = 40


def network(pairs: Sequence[OpdPair], lang: Lang) -> Iterator[Network]:
    """Give which OPD must settle something with each other, those with the most first."""
    strongest = sorted(pairs, key=lambda pair: -len(pair.topics))[:MOST_LINKS]
    if strongest:
        links = tuple(
            NetworkLink(pair.first, pair.second, len(pair.topics), reasons(pair.topics, lang))
            for pair in strongest
        )
        bound = Counter(code for pair in strongest for code in pair.opd)
        nodes = tuple(NetworkNode(code, _others(bound[code], lang)) for code in sorted(bound, key=code_order))
        yield Network(_caption(len(strongest), len(pairs), lang), nodes, links, redundant=True)


def _others(count: int, lang: Lang) -> str:
    return Text(f"dengan {count} OPD lain", f"with {count} other OPD").for_lang(lang)


def _caption(drawn: int, whole: int, lang: Lang) -> str:
    words = Text(
        "Siapa harus bicara dengan siapa; makin tebal garisnya, makin banyak urusannya",
        "Who must talk with whom; the thicker the line, the more there is to settle",
    ).for_lang(lang)
    if drawn == whole:
        return words
    strongest = Text(f"{drawn} terkuat dari {whole}", f"the strongest {drawn} of {whole}")
    return f"{words}; {strongest.for_lang(lang)}"

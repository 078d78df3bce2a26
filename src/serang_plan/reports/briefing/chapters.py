"""Chapters: another report's page inside of a note, without what the note has said already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.model.plan import Plan
from serang_plan.page import Block, Heading, Items, Page
from serang_plan.reports.parts.phrases import NEXT, banners
from serang_plan.reports.parts.undated import undated_matters
from serang_plan.wording import Lang


def chapter(title: str, page: Page, plan: Plan, lang: Lang) -> Iterator[Block]:
    """Give a report's blocks a level deeper, without banners, commands and what to look at next."""
    blocks = list(inside(page, plan, lang))
    if blocks:
        yield from (Heading(title), *blocks)


def inside(page: Page, plan: Plan, lang: Lang) -> Iterator[Block]:
    """Give the blocks of a page that a note has room for."""
    notices = (*banners(plan, lang), *undated_matters(plan, lang))
    for block in _up_to(page.blocks, Heading(NEXT.for_lang(lang))):
        match block:
            case Heading(text, level):
                yield Heading(text, level + 1)
            case Items(items, numbered):
                yield Items(tuple(item._replace(command="") for item in items), numbered)
            case _ if block not in notices:
                yield block


def _up_to(blocks: Iterable[Block], end: Block) -> Iterator[Block]:
    """Give the blocks before the one that leads to other commands, which stands at the end."""
    for block in blocks:
        if block == end:
            return
        yield block

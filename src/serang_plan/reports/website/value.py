"""The site's value: the public plan, what its checks found, and what every page of it draws on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import Scheduled, schedule_of
from serang_plan.analysis.duties.decision_life import DecisionLife, decision_lives
from serang_plan.analysis.lookups.mentions import Key, Mention, mentions
from serang_plan.findings import Faults, Rule
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Page
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.parts.phrases import as_of_line, banners
from serang_plan.reports.stages import page as stages
from serang_plan.reports.website.addresses import Addresses
from serang_plan.wording import Lang, Text

FILES = "unduhan"
"""The folder of what can be downloaded."""


class RuleCount(NamedTuple):
    """How often a rule found its fault in the data."""

    rule: Rule
    times: int


class Download(NamedTuple):
    """A report that can be had as files, by their names."""

    title: Text
    files: tuple[str, ...]


class Site:
    """The plan for everybody; what several pages need is worked out once."""

    def __init__(
        self,
        plan: Plan,
        faults: Faults,
        quality: tuple[RuleCount, ...] = (),
        downloads: tuple[Download, ...] = (),
    ) -> None:
        """Take a plan that is public and as known, what is wrong with its data, and what goes along."""
        self.plan, self.faults, self.quality, self.downloads = plan, faults, quality, downloads
        self.addresses = Addresses(plan)

    @cached_property
    def mentions(self) -> Mapping[Key, tuple[Mention, ...]]:
        """By what each code is named."""
        return mentions(self.plan)

    @cached_property
    def checklists(self) -> checklist.Checklists:
        """What each OPD has to do."""
        return checklist.build(self.plan)

    @cached_property
    def stages(self) -> stages.StagesReport:
        """What each year is for."""
        return stages.build(self.plan)

    @cached_property
    def schedule(self) -> Mapping[str, Scheduled]:
        """Every action as it stands, by its code."""
        return {code: schedule_of(self.plan, action) for code, action in self.plan.action_by_code.items()}

    @cached_property
    def lives(self) -> tuple[DecisionLife, ...]:
        """What became of every decision."""
        return decision_lives(self.plan)

    def page(self, title: str, blocks: Iterable[Block], lang: Lang) -> Page:
        """Lay out a page under its title, what must stand on every page first."""
        return Page(title, as_of_line(self.plan.as_of, lang), (*banners(self.plan, lang), *blocks))

    def by_text(self, lang: Lang) -> Mapping[str, str]:
        """Return to what a whole text leads: a year, a meeting, the address of a source, a file."""
        files = {file: f"{FILES}/{file}" for download in self.downloads for file in download.files}
        return {**self.addresses.by_text(lang), **files}

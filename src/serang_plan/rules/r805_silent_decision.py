"""Keputusan rakor yang belum selesai tidak ada kabarnya lagi, padahal rakor sudah beberapa kali diadakan.

There is no news of an open decision, although rakor were held since.

Mengapa: keputusan jarang dibatalkan terang-terangan; ia hanya tidak disebut lagi. Banyaknya rakor yang masih
dianggap wajar diatur di `settings.silent_rakor` (baku: 2).

Why: decisions are seldom cancelled aloud; they are just not mentioned again. How many rakor are
still fine is set by `settings.silent_rakor` (2 unless set).

Salah:

    - {code: R1-1, text: Trayek angkot ditata ulang, lead: DISHUB, due: 2026-12-31, status: menunggu}

Benar:

    - code: R1-1
      text: Trayek angkot ditata ulang
      lead: DISHUB
      due: 2026-12-31
      status: proses
      updated: 2026-05-20
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._decisions import last_news, open_decisions
from serang_plan.wording import Text, short_date

RULE = Rule("R805", "silent-decision", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "tanyakan kepada penanggung jawabnya, lalu tambahkan laporannya ke `history`",
    "ask whoever is in charge, then add the report to `history`",
)


def check(plan: Plan) -> Iterator[Finding]:
    least = max(1, plan.settings.silent_rakor)
    for follow_up in open_decisions(plan):
        if follow_up.silent_rakor >= least:
            yield RULE.finding(_message(follow_up), last_news(follow_up.life), help=ADVICE)


def _message(follow_up: FollowedDecision) -> Text:
    meetings, since = follow_up.silent_rakor, follow_up.last_news
    return Text(
        f"tidak ada kabar tentang keputusan {follow_up.called} sejak {short_date(since, 'id')}, "
        f"padahal rakor sudah {meetings} kali diadakan",
        f"there is no news of decision {follow_up.called} since {short_date(since, 'en')}, "
        f"although {meetings} rakor {'was' if meetings == 1 else 'were'} held",
    )

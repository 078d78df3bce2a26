"""The invitation: a nota dinas to those who must be there, or to one of them, with what each brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serang_plan.analysis.rakor.agenda import Agenda
from serang_plan.model.header import Letter
from serang_plan.page import (
    Block,
    Fields,
    Heading,
    Item,
    Items,
    Page,
    PageBreak,
    Paragraph,
    Signature,
)
from serang_plan.reports.briefing.letter import signed
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import banners, plan_title
from serang_plan.wording import Lang, Text, full_date, long_date

_UNKNOWN = Letter.model_construct()
_FEW = 4
"""As many are named in the head of the letter; more stand in the attachment."""


class Attachment(NamedTuple):
    """What follows the letter on a sheet of its own: for whom it is, if not for all, and what it says."""

    position: str
    content: Block


def invitation(
    agenda: Agenda, items: Sequence[str], to: Sequence[str], attached: Sequence[Attachment], lang: Lang
) -> Page:
    """Lay the invitation out; what the plan does not say is filled in by hand."""
    plan = agenda.plan
    letter = plan.settings.letter or _UNKNOWN
    return Page(
        Text("NOTA DINAS", "MEMORANDUM").for_lang(lang),
        "",
        (
            _head(agenda, letter, to, len(attached), lang),
            *banners(plan, lang),
            *_body(agenda, items, lang),
            signature(letter, lang, agenda),
            *_attachments(attached, lang),
        ),
        lang=lang,
        as_of=plan.as_of,
        letterhead=letter.letterhead,
    )


def _attachments(attached: Sequence[Attachment], lang: Lang) -> Iterator[Block]:
    for nth, attachment in enumerate(attached, 1):
        number = f" {nth}" if len(attached) > 1 else ""
        whose = f": {attachment.position}" if attachment.position else ""
        yield PageBreak()
        yield Heading(Text(f"Lampiran{number}{whose}", f"Attachment{number}{whose}").for_lang(lang))
        yield attachment.content


def _head(agenda: Agenda, letter: Letter, to: Sequence[str], attachments: int, lang: Lang) -> Fields:
    invited = [head_of(agenda.plan, code, lang) for code in to]
    attached = Text("Daftar terlampir", "See the attached list").for_lang(lang)
    rows = [
        (Text("Yth.", "To"), "; ".join(invited) if len(invited) <= _FEW else attached),
        (Text("Dari", "From"), letter.office or ""),
        (Text("Tembusan", "Copies"), "; ".join(letter.copies)),
        (Text("Tanggal", "Date"), full_date(agenda.plan.as_of, lang)),
        (Text("Nomor", "Number"), letter.number or ""),
        (Text("Sifat", "Classification"), letter.nature or ""),
        (Text("Lampiran", "Attachments"), Text(f"{attachments} berkas", str(attachments)).for_lang(lang)),
        (Text("Hal", "Subject"), Text("Undangan Rapat Koordinasi", "Invitation to the rakor").for_lang(lang)),
    ]
    kept = (row for row in rows if row[0].en != "Copies" or row[1])
    return Fields(tuple((name.for_lang(lang), text) for name, text in kept))


def _body(agenda: Agenda, items: Sequence[str], lang: Lang) -> Iterator[Block]:
    title = plan_title(agenda.plan, lang)
    yield Paragraph(
        Text(
            f"Dengan hormat, sehubungan dengan rencana {title}, kami mengharapkan kehadiran Saudara pada "
            "rapat koordinasi yang akan diselenggarakan pada:",
            f"For the plan {title}, you are invited to the coordination meeting (rakor) on:",
        ).for_lang(lang)
    )
    yield Fields(tuple((name.for_lang(lang), text) for name, text in _when_and_where(agenda, lang)))
    yield Items(tuple(map(Item, items)), numbered=True)
    yield Paragraph(
        Text(
            "Bahan yang perlu dibawa masing-masing tercantum dalam lampiran. Bila berhalangan, mohon "
            "diwakili oleh pejabat yang dapat mengambil keputusan.",
            "What each of you brings stands in the attachment. Who cannot come sends one who can decide.",
        ).for_lang(lang)
    )
    yield Paragraph(
        Text(
            "Demikian disampaikan, atas perhatian dan kehadiran Saudara diucapkan terima kasih.",
            "Thank you for your attention and your presence.",
        ).for_lang(lang)
    )


def _when_and_where(agenda: Agenda, lang: Lang) -> Iterator[tuple[Text, str]]:
    rakor = agenda.rakor
    yield Text("Hari, tanggal", "Date"), long_date(agenda.day, lang) if agenda.day else ""
    yield Text("Pukul", "Time"), ""
    yield Text("Tempat", "Place"), (rakor and rakor.place) or ""
    yield Text("Pimpinan rapat", "Chair"), (rakor and rakor.chair) or ""
    minutes = agenda.minutes
    yield Text("Lama", "Length"), Text(f"{minutes} menit", f"{minutes} minutes").for_lang(lang)
    yield Text("Acara", "Agenda"), Text("sebagai berikut", "as follows").for_lang(lang)


def signature(letter: Letter, lang: Lang, agenda: Agenda) -> Signature:
    """Return the place for the signature of whoever invites."""
    place = f"{letter.place}, {full_date(agenda.plan.as_of, lang)}" if letter.place else ""
    return signed(place, letter.signatory)

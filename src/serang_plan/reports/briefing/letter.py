"""The letter around a note: its head, its opening and closing lines, and the place for a signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.model.header import Letter
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY
from serang_plan.page import Block, Fields, Page, Paragraph, Signature
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.conflict_wording import shortened
from serang_plan.reports.parts.phrases import as_of_line, banners, plan_title
from serang_plan.reports.parts.undated import undated_matters
from serang_plan.wording import Lang, Text, full_date, long_date

BLANK = "……………………"
"""Where somebody writes by hand what the plan does not say."""
_UNKNOWN = Letter.model_validate({})
_LONGEST_SUBJECT = 90


def letter_of(briefing: Briefing) -> Letter:
    """Return how the plan's letters look; who writes to Bappeda from inside of it is not written there."""
    letter = briefing.plan.settings.letter or _UNKNOWN
    if briefing.reader.role == "bappeda" or briefing.reader.opd == planning_agency(briefing.plan):
        return letter.model_copy(update={"office": None, "signatory": None})
    return letter


def laid_out(
    briefing: Briefing,
    to: str,
    body: Sequence[Block],
    cited: Citations,
    lang: Lang,
    *,
    details: Sequence[Block] = (),
    compact: bool,
) -> Page:
    """Put a note's body into a letter; a list that is no more than a candidate list makes it a draft.

    Where there are details, what comes before them is the answer.
    """
    plan = briefing.plan
    header = plan.header
    draft = Text("Konsep, ", "Draft, ").for_lang(lang) if header and header.origin == "kandidat" else ""
    answer = (_head(briefing, to, lang), *banners(plan, lang), *body)
    return Page(
        Text("NOTA DINAS", "MEMORANDUM").for_lang(lang),
        f"{draft}{as_of_line(plan.as_of, lang)}",
        (
            *answer,
            *details,
            _signature(briefing, lang),
            *_undated(briefing, lang),
            *cited.notes(lang, short=compact),
        ),
        lang=lang,
        as_of=plan.as_of,
        letterhead=letter_of(briefing).letterhead,
        compact=compact,
        answer=len(answer) if details else 0,
    )


def _undated(briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Say by what rule that counts which bears no date."""
    matters = [paragraph.text for paragraph in undated_matters(briefing.plan, lang)]
    dated = not any(verdict.is_undated or verdict.is_dating_assumed for verdict in briefing.verdicts)
    if lines := [*([] if dated else [_DATING.for_lang(lang)]), *matters]:
        yield Paragraph(" ".join(lines), "muted")


_DATING = Text(
    "Ambang tanpa tanggal berlaku setiap hari; nilai tanpa tanggal terbit terhitung sejak akhir waktunya.",
    "A threshold without a date counts every day; a value without one of publication from its time's end.",
)


def _head(briefing: Briefing, to: str, lang: Lang) -> Fields:
    letter = letter_of(briefing)
    rows = [
        (Text("Yth.", "To"), to),
        (Text("Dari", "From"), letter.office or ""),
        (Text("Tembusan", "Copies"), "; ".join(letter.copies)),
        (Text("Tanggal", "Date"), full_date(briefing.plan.as_of, lang)),
        (Text("Nomor", "Number"), letter.number or ""),
        (Text("Sifat", "Classification"), letter.nature or ""),
        (Text("Lampiran", "Attachments"), letter.attachments or ""),
        (Text("Hal", "Subject"), shortened(_subject(briefing, lang), _LONGEST_SUBJECT)),
    ]
    kept = (row for row in rows if row[0].en != "Copies" or row[1])
    return Fields(tuple((name.for_lang(lang), text) for name, text in kept))


def _subject(briefing: Briefing, lang: Lang) -> str:
    title = plan_title(briefing.plan, lang)
    asked = briefing.reader.role == "opd"
    if briefing.rakor is not None:
        day = briefing.rakor.date
        words = Text(
            f"{'Permintaan Bahan' if asked else 'Bahan'} Rakor {full_date(day, 'id')}",
            f"{'What to bring to' if asked else 'Note for'} the rakor of {full_date(day, 'en')}",
        )
        return f"{words.for_lang(lang)}: {title}"
    if asked:
        return Text(f"Permintaan Bahan Rakor: {title}", f"What to bring to the rakor: {title}").for_lang(lang)
    return Text(f"Keadaan Indikator {title}", f"Indicators of {title}").for_lang(lang)


def opening(briefing: Briefing, lang: Lang) -> str:
    """Say in one line what the note is."""
    day, rakor = briefing.plan.as_of, briefing.rakor
    if rakor is not None:
        return Text(
            f"Dengan hormat, bersama ini kami sampaikan bahan rakor {full_date(rakor.date, 'id')}, menurut "
            f"keadaan per {long_date(day, 'id')}.",
            f"This is the note for the rakor of {full_date(rakor.date, 'en')}, as things stood on "
            f"{long_date(day, 'en')}.",
        ).for_lang(lang)
    tell = "sampaikan" if briefing.reader.role == "bappeda" else "laporkan"
    return Text(
        f"Dengan hormat, bersama ini kami {tell} keadaan indikator per {long_date(day, 'id')}.",
        f"This is how the indicators stood on {long_date(day, 'en')}.",
    ).for_lang(lang)


def asking_for_direction(lang: Lang) -> Paragraph:
    """Close a note to those who decide."""
    return Paragraph(
        Text("Demikian kami laporkan, mohon arahan lebih lanjut.", "Submitted for your direction.").for_lang(
            lang
        )
    )


def _signature(briefing: Briefing, lang: Lang) -> Signature:
    letter = letter_of(briefing)
    place = f"{letter.place}, {full_date(briefing.plan.as_of, lang)}" if letter.place else ""
    return Signature(tuple(filter(None, (place, letter.signatory or _position(lang)))), (f"NIP {BLANK}",))


def _position(lang: Lang) -> str:
    return f"{Text('Jabatan', 'Position').for_lang(lang)} {BLANK}"


# -- whom it is for ----------------------------------------------------------------------


def mayor(plan: Plan, lang: Lang) -> str:
    """Call the head of the city or regency by the office."""
    kind, _, name = (plan.header.city if plan.header else "").partition(" ")
    title = {"Kota": Text("Wali Kota", "Mayor"), "Kabupaten": Text("Bupati", "Regent")}.get(kind)
    if title is None or not name:
        return Text("Wali Kota", "The Mayor").for_lang(lang)
    return Text(f"{title.id} {name}", f"{title.en} of {name}").for_lang(lang)


def secretary(plan: Plan, lang: Lang) -> str:
    """Call the Sekda by the office."""
    city = plan.header.city if plan.header else ""
    if not city:
        return Text("Sekretaris Daerah", "Regional Secretary").for_lang(lang)
    return Text(f"Sekretaris Daerah {city}", f"Regional Secretary of {city}").for_lang(lang)


def planning_agency(plan: Plan) -> str:
    """Return the code of the planning agency, by the names that it is known by."""
    for name in ("bappeda", "bapperida"):
        for opd in plan.opd:
            if name in (opd.code.casefold(), *map(str.casefold, opd.aliases)):
                return opd.code
    return "Bappeda"


def in_charge(followed: FollowedDecision, lang: Lang) -> str:
    """Say who is in charge of a decision."""
    lead = followed.decision.lead
    if lead == EVERYBODY:
        return Text("semua OPD", "all OPD").for_lang(lang)
    return lead or Text("penanggung jawab tidak disebut", "nobody named").for_lang(lang)

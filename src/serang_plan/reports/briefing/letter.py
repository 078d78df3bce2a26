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
from serang_plan.reports.parts.phrases import banners, plan_title
from serang_plan.reports.parts.undated import undated_matters
from serang_plan.wording import Lang, Text, full_date

_UNKNOWN = Letter.model_construct()


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
    is_short: bool,
    message: tuple[Block, ...] = (),
) -> Page:
    """Put a note's body into a letter; a list that is no more than a candidate list makes it a draft.

    Where there are details, what comes before them is the answer. A short one is laid out closely, and its
    sources are listed without codes and addresses. The message stands in its place on a telephone, unless
    all of it is asked for.
    """
    plan = briefing.plan
    header = plan.header
    is_draft = header is not None and header.origin == "kandidat"
    answer = (
        _head(briefing, to, lang),
        *(Paragraph(banner.text) for banner in banners(plan, lang)),
        *body,
    )
    return Page(
        Text("NOTA DINAS", "MEMORANDUM").for_lang(lang),
        Text("Konsep", "Draft").for_lang(lang) if is_draft else "",
        (
            *answer,
            *details,
            _signature(briefing),
            *_undated(briefing, lang),
            *cited.notes(lang, short=is_short),
        ),
        lang=lang,
        as_of=plan.as_of,
        letterhead=letter_of(briefing).letterhead,
        compact=is_short,
        answer=len(answer) if details else 0,
        message=() if briefing.in_full else message,
    )


def _undated(briefing: Briefing, lang: Lang) -> Iterator[Paragraph]:
    """Say by what rule that counts which bears no date."""
    matters = [paragraph.text for paragraph in undated_matters(briefing.plan, lang)]
    dated = not any(verdict.is_undated or verdict.is_dating_assumed for verdict in briefing.verdicts)
    if lines := [*([] if dated else [_DATING.for_lang(lang)]), *matters]:
        yield Paragraph(" ".join(lines), "muted")


_DATING = Text(
    "Ambang tanpa tanggal berlaku setiap hari; nilai tanpa tanggal terbit terhitung sejak akhir waktunya.",
    "An undated threshold counts on every day, a value without a publication date from the end of its time.",
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
        (Text("Hal", "Subject"), _subject(briefing, lang)),
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
    if briefing.rakor is not None:
        return Text(
            "Dengan hormat, bersama ini kami sampaikan bahan rakor sebagaimana hal di atas.",
            "This is what the rakor named above needs to know.",
        ).for_lang(lang)
    tell = "sampaikan" if briefing.reader.role == "bappeda" else "laporkan"
    return Text(
        f"Dengan hormat, bersama ini kami {tell} keadaan indikator per tanggal nota ini.",
        "This is how the indicators stand on the date of this note.",
    ).for_lang(lang)


def asking_for_direction(lang: Lang) -> Paragraph:
    """Close a note to those who decide."""
    return Paragraph(
        Text("Demikian kami laporkan, mohon arahan lebih lanjut.", "Submitted for your direction.").for_lang(
            lang
        )
    )


def signed(*above: str | None) -> Signature:
    """Give the place for a signature below what is known of it; name and number are written by hand."""
    return Signature(tuple(filter(None, above)), ("NIP",))


def _signature(briefing: Briefing) -> Signature:
    return signed(letter_of(briefing).signatory)


# -- whom it is for ----------------------------------------------------------------------


def mayor(plan: Plan, lang: Lang) -> str:
    """Call the head of the city or regency by the office."""
    kind, _, name = plan.heading.city.partition(" ")
    title = {"Kota": Text("Wali Kota", "Mayor"), "Kabupaten": Text("Bupati", "Regent")}.get(kind)
    if title is None or not name:
        return Text("Wali Kota", "The Mayor").for_lang(lang)
    return Text(f"{title.id} {name}", f"{title.en} of {name}").for_lang(lang)


def secretary(plan: Plan, lang: Lang) -> str:
    """Call the Sekda by the office."""
    city = plan.heading.city
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

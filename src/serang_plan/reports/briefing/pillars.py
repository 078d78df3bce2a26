"""Local culture and the pillars of the vision, in one line."""

from __future__ import annotations

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.outlook.pillars import Identity, PillarService
from serang_plan.reports.briefing.phrases import all_of
from serang_plan.wording import Lang, Text, listed


def character(identity: Identity, lang: Lang) -> str:
    """Say how far local culture is thought of, and how the pillars stand."""
    return (
        f"{_culture(len(identity.with_culture), identity.actions).for_lang(lang)} {_pillars(identity, lang)}"
    )


def _culture(noted: int, whole: int) -> Text:
    if whole == 0:
        return Text(
            "Budaya lokal: belum ada kegiatan, jadi belum dapat dinilai.",
            "Local culture: there is no action to judge yet.",
        )
    if whole == 1:
        does, says = ("sudah", "says") if noted else ("belum", "does not say")
        return Text(
            f"Budaya lokal: satu-satunya kegiatan {does} menyebut cara menjaganya.",
            f"Local culture: the only action {says} how it keeps it.",
        )
    if noted == 0:
        return Text(
            f"Budaya lokal: belum satu pun dari {whole} kegiatan menyebut cara menjaganya.",
            f"Local culture: none of the {whole} actions says how it keeps it.",
        )
    if noted == whole:
        all_ = all_of(whole)
        return Text(
            f"Budaya lokal: {all_.id} kegiatan menyebut cara menjaganya.",
            f"Local culture: {all_.en} actions say how they keep it.",
        )
    say = "says how it keeps" if noted == 1 else "say how they keep"
    return Text(
        f"Budaya lokal: {noted} dari {whole} kegiatan menyebut cara menjaganya.",
        f"Local culture: {noted} of {whole} actions {say} it.",
    )


def _pillars(identity: Identity, lang: Lang) -> str:
    if not identity.pillars:
        return Text(
            "Pilar visi belum ditulis dalam rencana.", "The plan does not name the pillars of the vision yet."
        ).for_lang(lang)
    served = [pillar for pillar in identity.pillars if pillar.indicators]
    idle = [pillar.pillar.name for pillar in identity.pillars if not pillar.indicators]
    words = []
    if served:
        first = next((action for action in served if action.indicators > 1), None)
        named = listed([_served(pillar, pillar is first, lang) for pillar in served], lang)
        words.append(f"{Text('Pilar', 'Pillars').for_lang(lang)}: {named}.")
    if idle:
        names = listed(idle, lang)
        known = Text("", "") if identity.is_whole else Text(" yang terbaca", " that could be read")
        words.append(
            Text(
                f"Belum didukung satu indikator pun{known.id}: {names}.",
                f"Not supported by any indicator{known.en}: {names}.",
            ).for_lang(lang)
        )
    return " ".join(words)


def _served(service: PillarService, is_first: bool, lang: Lang) -> str:
    """Write `Kota yang ramah (1 dari 3 indikator terpenuhi)`, the later ones in short."""
    name, whole = service.pillar.name, service.indicators
    if whole == 1:
        stands = _STANDS[service.standings[0]]
        return Text(f"{name} (satu indikator, {stands.id})", f"{name} (one indicator, {stands.en})").for_lang(
            lang
        )
    rest = Text(" indikator terpenuhi", " indicators met").for_lang(lang) if is_first else ""
    return Text(
        f"{name} ({service.met} dari {whole}{rest})", f"{name} ({service.met} of {whole}{rest})"
    ).for_lang(lang)


_STANDS = {
    Standing.MET: Text("terpenuhi", "met"),
    Standing.UNMET: Text("belum terpenuhi", "not met"),
    Standing.UNKNOWN: Text("belum dapat dinilai", "not assessed yet"),
    Standing.CLAIMED: Text("dinyatakan terpenuhi tanpa bukti", "declared met without evidence"),
    Standing.CONTRADICTED: Text("pernyataannya bertentangan dengan data", "declared against the data"),
}

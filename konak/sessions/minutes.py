"""Minutes and invitation from the record: the same record gives the same words, whatever the file's form."""

import hashlib
import json
from datetime import datetime
from io import BytesIO
from typing import Any

from konak.kernel.clock import ZONE
from konak.kernel.i18n import pick, spelled
from konak.kernel.norms import on
from konak.kernel.org import president
from konak.kernel.ui.paper import render
from konak.sessions import law, queries
from konak.sessions.models import Item, Method, Session
from konak.sessions.titles import title, when

SAID: dict[str, dict[str, str]] = {
    "mk": {
        "minutes": "Записник",
        "from": "од {title} {body}, одржана на {when}, {place}",
        "present": "Присутни",
        "absent": "Отсутни",
        "nobody": "нема",
        "opened": "Седницата започна во {at} часот. Присутни се {present} од вкупно {seats} члена; "
        "за кворум се потребни {needed} ({article}). Има кворум за работа.",
        "agenda": "Дневен ред",
        "agenda_vote": "За дневниот ред гласаа: за {votes_for}, против {against}, воздржани {abstained}, "
        "од присутни {present}.",
        "was": "во поканата точка {number}",
        "added": "дополнето на седницата",
        "off": "Симнато од дневниот ред: {title}",
        "item": "Точка {number}",
        "hands": "Се гласаше јавно, со кревање рака.",
        "roll": "Се гласаше поименично.",
        "totals": "За {votes_for}, против {against}, воздржани {abstained}, од присутни {present}.",
        "again": "Повторно броење: {why}",
        "names": "Гласови по име",
        "for": "за",
        "against": "против",
        "abstained": "воздржан",
        "silent": "не гласал",
        "no_vote": "Без гласање.",
        "basis": "Основ: {basis}.",
        "came": "{who} дојде во {at} часот.",
        "left": "{who} ја напушти седницата во {at} часот.",
        "closed": "Седницата заврши во {at} часот.",
        "clerk": "Записничар",
        "president": "Претседател на Советот",
        "decision": "РЕШЕНИЕ|за свикување на седница",
        "ground": "Врз основа на {basis}, претседателот на Советот го донесе следното",
        "called": "Се свикува {title} {body}.",
        "held": "Седницата ќе се одржи на {when}, {place}.",
        "proposed": "За седницата се предлага следниот дневен ред:",
        "number": "Број",
    },
    "sq": {
        "minutes": "Procesverbal",
        "from": "nga {title} {body}, e mbajtur më {when}, {place}",
        "present": "Të pranishëm",
        "absent": "Munguan",
        "nobody": "askush",
        "opened": "Mbledhja filloi në ora {at}. Të pranishëm janë {present} nga gjithsej {seats} anëtarë; "
        "për kuorum nevojiten {needed} ({article}). Ka kuorum për punë.",
        "agenda": "Rendi i ditës",
        "agenda_vote": "Për rendin e ditës votuan: për {votes_for}, kundër {against}, të përmbajtur {abstained}, "
        "nga {present} të pranishëm.",
        "was": "në ftesë pika {number}",
        "added": "e plotësuar në mbledhje",
        "off": "U hoq nga rendi i ditës: {title}",
        "item": "Pika {number}",
        "hands": "Votimi ishte publik, me ngritje dore.",
        "roll": "Votimi ishte me thirrje emërore.",
        "totals": "Për {votes_for}, kundër {against}, të përmbajtur {abstained}, nga {present} të pranishëm.",
        "again": "Numërim i përsëritur: {why}",
        "names": "Votat sipas emrit",
        "for": "për",
        "against": "kundër",
        "abstained": "i përmbajtur",
        "silent": "nuk votoi",
        "no_vote": "Pa votim.",
        "basis": "Baza: {basis}.",
        "came": "{who} erdhi në ora {at}.",
        "left": "{who} u largua nga mbledhja në ora {at}.",
        "closed": "Mbledhja përfundoi në ora {at}.",
        "clerk": "Procesmbajtësi",
        "president": "Kryetari i Këshillit",
        "decision": "AKTVENDIM|për thirrjen e mbledhjes",
        "ground": "Kryetari i Këshillit, në bazë të dispozitave ({basis}), solli këtë",
        "called": "Thirret {title} {body}.",
        "held": "Mbledhja do të mbahet më {when}, {place}.",
        "proposed": "Për mbledhjen propozohet ky rend i ditës:",
        "number": "Numri",
    },
}
LANGS = tuple(SAID)


def of(session: Session, lang: str) -> dict[str, Any]:
    """The minutes as data: title, blocks of (style, text). Styles: h2, p, li."""
    session, say = _as_recorded(session), SAID[lang]
    blocks = [*_attendance(session, lang), *_agenda(session, lang)]
    for item in _on_agenda(session):
        blocks += _point(item, lang)
    if session.closed_at:
        blocks.append(("p", say["closed"].format(at=_hour(session.closed_at))))
    named = say["from"].format(
        title=_lower(title(session.number, session.kind)[lang]),
        body=_of_body(session, lang),
        when=when(session.day, session.hour)[lang],
        place=_said(session.place, lang),
    )
    signer = president(session.day)
    return {
        "lang": lang,
        "title": f"{say['minutes']} {named}",
        "head": say["minutes"],
        "lead": named,
        "blocks": [list(block) for block in blocks],
        "house": _house(session),
        "signers": [
            [say["clerk"], spelled(str(session.prepared_by or ""), lang)],
            [say["president"], spelled(str(signer or ""), lang)],
        ],
    }


def text_hash(data: dict[str, Any]) -> str:
    """SHA-256 over the words of the minutes."""
    text = json.dumps(
        [data["lang"], data["title"], data["blocks"]], ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def pdf(session: Session, lang: str) -> bytes:
    """The minutes as PDF/A-3a; the moment of closing is its date, so it is always the same."""
    session = _as_recorded(session)
    return render("sessions/minutes.typ", of(session, lang), at=session.closed_at or session.starts_at)


def docx(session: Session, lang: str) -> bytes:
    """The minutes as DOCX, for the hands that still correct them."""
    import docx as word

    session = _as_recorded(session)
    data = of(session, lang)
    paper = word.Document()
    paper.core_properties.title = data["title"]
    paper.core_properties.created = paper.core_properties.modified = (
        session.closed_at or session.starts_at
    ).replace(tzinfo=None)
    paper.add_heading(data["head"], level=1)
    paper.add_paragraph(data["lead"])
    for style, text in data["blocks"]:
        if style == "h2":
            paper.add_heading(text, level=2)
        else:
            paper.add_paragraph(text, style="List Number" if style == "li" else None)
    for role, name in data["signers"]:
        paper.add_paragraph(f"{role}: ____________________ {name}")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def invitation(session: Session) -> bytes:
    """The decision to call with the proposed agenda, in both languages; the same for the same record."""
    session = _as_recorded(session)
    notice = on(session.day)["terms.session.notice"].basis
    items = sorted(
        (i for i in queries.agenda(session) if i.proposed_number), key=lambda i: i.proposed_number or 0
    )
    named = title(session.number, session.kind)
    parts = {
        lang: {
            "ground": say["ground"].format(basis=_said(notice, lang)),
            "head": say["decision"].split("|"),
            "called": say["called"].format(title=_lower(named[lang]), body=_of_body(session, lang)),
            "held": say["held"].format(
                when=when(session.day, session.hour)[lang], place=_said(session.place, lang)
            ),
            "proposed": say["proposed"],
            "items": [_said(item.title, lang) for item in items],
        }
        for lang, say in SAID.items()
    }
    signer = president(session.day)
    data = {
        "lang": "mk",
        "title": f"{named['mk']} / {named['sq']}",
        "number": session.decision.number if session.decision else "",
        "day": session.called_on,
        "house": _house(session),
        "place": on(session.day)["acts.town"].value["place"],
        "parts": parts,
        "office": {lang: SAID[lang]["president"] for lang in LANGS},
        "president": {lang: spelled(str(signer or ""), lang) for lang in LANGS},
    }
    called = session.called_on or session.day
    return render(
        "sessions/invitation.typ",
        data,
        at=datetime(called.year, called.month, called.day, 12, tzinfo=ZONE),
    )


def _as_recorded(session: Session) -> Session:
    """What the record holds now, not what the caller read before his deeds."""
    return Session.objects.select_related("body", "decision", "prepared_by").get(pk=session.pk)


def _attendance(session: Session, lang: str) -> list[tuple[str, str]]:
    say, seats = SAID[lang], queries.seats_of(session)
    events = queries.attendance(session)
    came = {e.mandate_id for e in events if e.came}
    roll = [seat.mandate for seat in queries.roll(session)]
    here = [spelled(m.person.name, lang) for m in roll if m.pk in came]
    away = [spelled(m.person.name, lang) for m in roll if m.pk not in came]
    told = [
        ("p", f"{say['present']} ({len(here)}): {', '.join(here) or say['nobody']}."),
        ("p", f"{say['absent']} ({len(away)}): {', '.join(away) or say['nobody']}."),
    ]
    if session.opened_at:
        opened = say["opened"].format(
            at=_hour(session.opened_at),
            present=session.opened_with,
            seats=seats,
            needed=law.majority_of(seats),
            article=_said(on(session.day)["sessions.quorum"].basis, lang),
        )
        told.append(("p", opened))
        for event in events:
            if event.at > session.opened_at:
                key = "came" if event.came else "left"
                told.append(
                    ("p", say[key].format(who=spelled(event.mandate.person.name, lang), at=_hour(event.at)))
                )
    return told


def _agenda(session: Session, lang: str) -> list[tuple[str, str]]:
    say, told = SAID[lang], [("h2", SAID[lang]["agenda"])]
    for item in _on_agenda(session):
        note = say["added"] if item.proposed_number is None else ""
        if item.proposed_number and item.proposed_number != item.adopted_number:
            note = say["was"].format(number=item.proposed_number)
        told.append(("li", _said(item.title, lang) + (f" ({note})" if note else "")))
    for item in queries.agenda(session):
        if item.adopted_number is None:
            told.append(("p", say["off"].format(title=_said(item.title, lang))))
    vote = queries.agenda_vote(session)
    if vote:
        told.append(("p", f"{say['agenda_vote'].format(**_numbers(vote))} {_said(vote.arithmetic, lang)}"))
    return told


def _point(item: Item, lang: str) -> list[tuple[str, str]]:
    say = SAID[lang]
    told = [("h2", f"{say['item'].format(number=item.adopted_number)}. {_said(item.title, lang)}")]
    votes = list(item.votes.all())
    for vote in votes:
        how = say["roll" if vote.method == Method.ROLL else "hands"]
        if vote.again:
            told.append(("p", say["again"].format(why=vote.why)))
        told.append(("p", f"{how} {say['totals'].format(**_numbers(vote))} {_said(vote.arithmetic, lang)}"))
        told.append(("p", say["basis"].format(basis=_said(vote.basis, lang))))
        if vote.method == Method.ROLL and queries.may_name(votes):
            names = ", ".join(
                f"{spelled(row.mandate.person.name, lang)} – {say[row.choice]}" for row in queries.names(vote)
            )
            told.append(("p", f"{say['names']}: {names}."))
    return told if votes else [*told, ("p", say["no_vote"])]


def _on_agenda(session: Session) -> list[Item]:
    return [item for item in queries.agenda(session) if item.adopted_number is not None]


def _numbers(vote: Any) -> dict[str, int]:
    return {key: getattr(vote, key) for key in ("votes_for", "against", "abstained", "present")}


def _house(session: Session) -> dict[str, Any]:
    return {"name": on(session.day)["acts.town"].value["name"], "body": session.body.name}


# „Совет на …“ → „на Советот на …“; „Këshilli i …“ → „e Këshillit të …“.
_BODIES = {
    "mk": (("Совет ", "на Советот "), ("Комисија ", "на Комисијата ")),
    "sq": (
        ("Këshilli i ", "e Këshillit të "),
        ("Komisioni i ", "e Komisionit të "),
        ("Komisioni ", "e Komisionit "),
    ),
}


def _of_body(session: Session, lang: str) -> str:
    """The body after the name of its session, in the case the language wants."""
    name = _said(session.body.name, lang)
    for plain, bent in _BODIES[lang]:
        if name.startswith(plain):
            return bent + name.removeprefix(plain)
    return f"({name})"


def _said(words: dict[str, str], lang: str) -> str:
    return pick(words, lang)[0]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _hour(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%H:%M}"

"""Letters told from what machines send: returned letters, receipts of reading, answers of absent people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from konak.intake.mail.headers import Content, addresses, ids, line, raw_text, words
from konak.intake.mail.parts import Head, head
from konak.intake.mail.tree import Delivery, Kind, Piece, Sort

_SERVERS = re.compile(r"(?:mailer-daemon|maildaemon|mail-daemon|postmaster|mdaemon)@", re.I)
_RETURNED = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed|report)|failure notice|returned mail"
    r"|mail delivery (?:failed|failure|system)|could not be delivered|не е испорачан|неиспорачан|nuk u dërgua",
    re.I,
)
_ABSENT = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|autoreply|out of (?:the )?office"
    r"|автоматски одговор|отсутен|автоматический ответ|përgjigj(?:e|je) automatike|jashtë zyre)\b",
    re.I,
)
_IN_TEXT = re.compile(rb"^[> ]*message-id:\s*(<[^<>\s]+>)", re.I | re.M)
_FIELDS = 200  # groups of a delivery report that are read


@dataclass(frozen=True)
class Report:
    """What a mail is to the office, and what it says of a letter of ours."""

    sort: Sort = Sort.LETTER
    automatic: bool = False
    returned_id: str = ""
    deliveries: tuple[Delivery, ...] = ()


def recognised(mail: Head, content: Content, subject: str, text: str, pieces: Sequence[Piece]) -> Report:
    """The sort of a mail, told by its headers, its parts, and last by what such subjects say."""
    submitted = raw_text(mail.first("auto-submitted")).partition(";")[0].partition("(")[0].strip().casefold()
    automatic = submitted not in ("", "no")
    told = [piece for piece in pieces if piece.kind == Kind.REPORT]
    read = next((piece for piece in told if piece.media_type == "message/disposition-notification"), None)
    deliveries = tuple(_deliveries(told))
    if read:
        return Report(Sort.READ, True, _returned(pieces, read, text))
    if any(piece.media_type == "message/delivery-status" for piece in told) or _is_returned(mail, subject):
        failed = deliveries or tuple(_failed(mail))
        return Report(_became(deliveries), True, _returned(pieces, None, text), failed)
    if _is_answer(mail, submitted, subject):
        said = ids(mail.first("in-reply-to"), mail.first("references"))
        return Report(Sort.AUTO_REPLY, True, said[0] if said else "")
    return Report(automatic=automatic)


def _is_returned(mail: Head, subject: str) -> bool:
    sender = raw_text(mail.first("from"))
    nobody = raw_text(mail.first("return-path")).strip() == "<>"
    server = bool(_SERVERS.search(sender))
    return bool(mail.first("x-failed-recipients")) or (server and (nobody or bool(_RETURNED.search(subject))))


def _is_answer(mail: Head, submitted: str, subject: str) -> bool:
    precedence = raw_text(mail.first("precedence")).strip().casefold()
    marked = any(mail.first(name) for name in ("x-autoreply", "x-autorespond", "x-auto-reply"))
    return submitted == "auto-replied" or precedence == "auto_reply" or marked or bool(_ABSENT.match(subject))


def _became(deliveries: Iterable[Delivery]) -> Sort:
    """The worst of what became of the recipients; a report that says nothing is a returned letter."""
    actions = {delivery.action for delivery in deliveries} - {""}
    if "failed" in actions or not actions:
        return Sort.BOUNCE
    return Sort.DELAYED if "delayed" in actions else Sort.DELIVERED


def _deliveries(told: Iterable[Piece]) -> Iterable[Delivery]:
    for piece in told:
        if piece.media_type != "message/delivery-status":
            continue
        rest, groups = memoryview(piece.content), 0
        while rest and groups < _FIELDS:
            group = head(rest, 64 << 10)
            if recipient := group.first("final-recipient") or group.first("original-recipient"):
                yield Delivery(
                    raw_text(recipient).rpartition(";")[2].strip(" <>"),
                    raw_text(group.first("action")).strip().casefold(),
                    raw_text(group.first("status")).strip(),
                    line(raw_text(group.first("diagnostic-code")))[:500],
                )
            rest, groups = rest[max(group.body, 1) :], groups + 1


def _failed(mail: Head) -> Iterable[Delivery]:
    for address in addresses(mail.first("x-failed-recipients")):
        yield Delivery(address.mail, "failed")


def _returned(pieces: Sequence[Piece], read: Piece | None, text: str) -> str:
    """The Message-ID of the letter that the report speaks of."""
    if read:
        return next(iter(ids(head(memoryview(read.content), 64 << 10).first("original-message-id"))), "")
    for piece in pieces:
        if piece.mail and piece.mail.message_id:
            return piece.mail.message_id
        if piece.media_type == "text/rfc822-headers":
            found = ids(head(memoryview(piece.content), 64 << 10).first("message-id"))
            if found:
                return found[0]
    said = _IN_TEXT.search(text.encode("utf-8", "replace"))
    return next(iter(ids(said[1])), "") if said else ""


def subject_of(mail: Head, hint: str) -> str:
    """The subject with its words read."""
    return words(raw_text(mail.first("subject"), hint))

"""What a part of a mail is: by what it says of itself, by its name, and where it lies."""

from konak.intake.mail.headers import Content, ids
from konak.intake.mail.parts import Head, head
from konak.intake.mail.transfer import decoded
from konak.intake.mail.tree import Kind

WHOLE = {"multipart/signed": Kind.SIGNED, "multipart/encrypted": Kind.ENCRYPTED}
CALLED = {Kind.SIGNED: "signed", Kind.ENCRYPTED: "encrypted", Kind.ATTACHMENT: "part"}

_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_REPORTS = {
    "message/delivery-status",
    "message/global-delivery-status",
    "message/disposition-notification",
    "message/feedback-report",
    "text/rfc822-headers",
    "message/global-headers",
}
_ENOUGH = {"from", "received", "message-id", "return-path"}


def kind_of(content: Content, top: Head, body: memoryview, container: str) -> tuple[Kind, str, str]:
    """(kind, code of a notice, detail) of a part that is neither text to read nor a mail."""
    media, ending = content.media_type, content.name.casefold().rpartition(".")[2]
    if media in _SEALED or ending == "p7m":
        sealed = content.params.get("smime-type", "").casefold() in ("enveloped-data", "authenveloped-data")
        return (Kind.ENCRYPTED, "encrypted", "") if sealed else (Kind.SIGNED, "sealed", "")
    if media in _SIGNATURES or ending == "p7s":
        return Kind.SIGNATURE, "", ""
    if (
        media in ("application/ms-tnef", "application/vnd.ms-tnef")
        or content.name.casefold() == "winmail.dat"
    ):
        return Kind.TNEF, "tnef", ""
    if ending == "msg" or media == "application/vnd.ms-outlook":
        return Kind.MSG, "msg", ""
    if media == "text/calendar" or ending == "ics":
        return Kind.CALENDAR, "", content.params.get("method", "").upper()[:40]
    if media in _REPORTS:
        return Kind.REPORT, "", ""
    if media in ("message/partial", "message/external-body"):
        return Kind.ATTACHMENT, media.removeprefix("message/").replace("-", "_"), ""
    identity = next(iter(ids(top.first("content-id"))), "")
    shown = content.disposition != "attachment" and (identity or container == "multipart/related")
    if media.startswith("image/") and shown:
        return Kind.INLINE, "", identity
    return Kind.ATTACHMENT, "", ""


def looks_like_mail(content: Content, body: memoryview, encoding: str) -> bool:
    """Whether a file named as a mail, of no media type that says otherwise, is one."""
    if not content.name.casefold().endswith(".eml") or content.maintype not in ("application", "text"):
        return False
    top = head(memoryview(decoded(body[: 64 << 10], encoding)[0]), 64 << 10, outermost=True)
    return len({name for name, _ in top.fields} & _ENOUGH) >= 2

"""What a clerk had typed when the sign-in expired: shown again after signing in, never sent by itself.

On the sign-in page it travels as one signed hidden field (a stranger's text takes no room in our database);
once the password was right it waits in the session until its page is opened.
"""

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest, QueryDict

SALT = "konak.people.kept"
SESSION = "konak_kept"
FIELD = "kept"
LIMIT = 400_000  # characters; a longer text could not come back through one form field
LEFT_OUT = ("csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2")


@dataclass(frozen=True)
class Kept:
    """The posted fields of one page, and the names of files that have to be chosen again."""

    path: str
    fields: QueryDict
    files: tuple[str, ...]


def seal(request: HttpRequest) -> str:
    """The posted fields as one signed text; empty when nothing is worth keeping or it is too long."""
    fields = request.POST.copy()
    for name in LEFT_OUT:
        fields.pop(name, None)
    files = [file.name for name in request.FILES for file in request.FILES.getlist(name)]
    if not fields and not files:
        return ""
    content = {"path": request.get_full_path(), "fields": fields.urlencode(), "files": files}
    sealed = signing.dumps(content, salt=SALT, compress=True)
    return sealed if len(sealed) <= LIMIT else ""


def path_of(sealed: str) -> str:
    """The page the text belongs to; empty for a text that this house did not seal."""
    try:
        return str(signing.loads(sealed, salt=SALT)["path"])
    except signing.BadSignature:
        return ""


def remember(request: HttpRequest, sealed: str) -> None:
    """The password was right: the session keeps the text from here on."""
    if path_of(sealed):
        request.session[SESSION] = sealed


def take_kept(request: HttpRequest) -> Kept | None:
    """What was typed on this page before the sign-in expired, once; None on every other page."""
    sealed = request.session.get(SESSION, "") if hasattr(request, "session") else ""
    if not sealed or path_of(sealed) != request.get_full_path():
        return None
    del request.session[SESSION]
    content = signing.loads(sealed, salt=SALT)
    return Kept(content["path"], QueryDict(content["fields"]), tuple(content["files"]))

"""The receiver: a local mail server for the office's own addresses. „250“ is said after the mail is kept.

It listens on loopback, behind the mail server of the house, and hands each mail to `keep`. A mail that could not be
kept is answered with a passing refusal, and the sender's server tries again; so the same mail may come twice.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from konak.intake.mail.tree import Address

MAX = 25 << 20
MOST = 100  # recipients of one mail
_LINE = 1 << 20  # some programs write a whole letter on one line


@dataclass(frozen=True)
class Received:
    """A mail as it was handed over: its bytes, and the envelope around it; `sender` "" is a returned letter."""

    raw: bytes
    sender: str
    recipients: tuple[str, ...]


class NotNow(Exception):
    """What `keep` raises when it cannot keep a mail for the moment; the sender will try again."""


class Receiver:
    """The server, in a thread of its own between `start` and `stop`. `keep` is called in threads beside it."""

    def __init__(
        self,
        keep: Callable[[Received], None],
        addresses: Iterable[str],
        *,
        host: str = "127.0.0.1",
        port: int = 8025,
        limit: int = MAX,
        patience: int = 60,
    ) -> None:
        """`limit` is the largest mail in bytes, `patience` how many seconds a silent client may stay."""
        handler = _Handler(keep, frozenset(Address("", each).key for each in addresses))
        self.host, self.port = host, port
        self._controller = _Controller(
            handler,
            hostname=host,
            port=port,
            data_size_limit=limit,
            timeout=patience,
            ident="Konak",
            enable_SMTPUTF8=True,
        )

    def start(self) -> None:
        """Listen; returns when it does. OSError when the port is taken."""
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()


class _Server(SMTP):
    line_length_limit = _LINE


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Server(self.handler, **self.SMTP_kwargs)


class _Handler:
    """What aiosmtpd asks at each step; the answers are SMTP's."""

    def __init__(self, keep: Callable[[Received], None], ours: frozenset[str]) -> None:
        self.keep, self.ours = keep, ours

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if Address("", address).key not in self.ours:
            return "550 5.1.1 No such address here"
        if len(envelope.rcpt_tos) >= MOST:
            return "452 4.5.3 Too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        raw = envelope.original_content or b""
        sender = (envelope.mail_from or "").strip("<>")
        received = Received(raw, sender, tuple(envelope.rcpt_tos))
        try:
            await asyncio.to_thread(self.keep, received)
        except NotNow:
            return "451 4.3.0 Not kept, try again later"
        except OSError:  # the disk is full, or gone
            return "452 4.3.1 No room, try again later"
        return "250 2.0.0 Kept"

    async def handle_exception(self, error: Exception) -> str:
        """Whatever else went wrong (aiosmtpd writes it down): nothing is refused for good."""
        return "451 4.3.0 Local error, try again later"

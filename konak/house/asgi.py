"""The house as one ASGI process: Django answers on threads, which is half as dear as its own ASGI handler."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware

from konak.house import machine
from konak.house.wsgi import application as django

Message = MutableMapping[str, Any]

_house = WSGIMiddleware(django, workers=int(machine.read("KONAK_THREADS")))  # type: ignore[arg-type]


async def application(
    scope: MutableMapping[str, Any],
    receive: Callable[[], Awaitable[Message]],
    send: Callable[[Message], Awaitable[None]],
) -> None:
    """Answer one request; a2wsgi needs coroutine functions, the server's own are none."""
    if scope["type"] != "http":
        return

    async def take() -> Message:
        return await receive()

    async def give(message: Message) -> None:
        await send(message)

    await _house(scope, take, give)  # type: ignore[arg-type]

"""In: the broadcast and a port. Out: the web application that answers a browser on this machine.

It answers nobody else: a page from elsewhere that calls this machine by another name is refused.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING

from milepost.publish.broadcast import Broadcast
from milepost.publish.client import STYLE, client_style, plain_page, with_client
from milepost.publish.routing import content_type, is_page, route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

EVENTS = "/_milepost/events"
HEARTBEAT = 15.0  # seconds between two signs of life, so that nothing in between hangs up

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def application(broadcast: Broadcast, port: int) -> ASGIApp:
    """The application for a server on 127.0.0.1 and this port."""
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse, Response, StreamingResponse
    from starlette.routing import Route, Router

    hosts = _hosts(port)

    async def events(_: Request) -> Response:
        return StreamingResponse(_stream(broadcast), 200, _HEADERS, "text/event-stream")

    async def style(_: Request) -> Response:
        return Response(client_style(), 200, _HEADERS, "text/css")

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        await (await _page(broadcast, Request(scope)))(scope, receive, send)

    own = [Route(EVENTS, events), Route(STYLE, style)]
    router = Router(own, redirect_slashes=False, default=pages)

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _from_here(Request(scope).headers, hosts):
            words = f"This preview answers only to its own name: http://127.0.0.1:{port}/\n"
            await PlainTextResponse(words, 421, _HEADERS)(scope, receive, send)
        else:
            await router(scope, receive, send)

    return guarded


def _from_here(headers: Mapping[str, str], hosts: frozenset[str]) -> bool:
    """Whether a request calls the preview by its own name, and no other site's page sent it."""
    origin = headers.get("origin", "").lower()
    known = not origin or origin.removeprefix("http://") in hosts
    return known and headers.get("host", "").lower() in hosts


def _hosts(port: int) -> frozenset[str]:
    names = ("127.0.0.1", "localhost", "[::1]")
    return frozenset({f"{name}:{port}" for name in names} | (set(names) if port == 80 else set()))


async def _stream(broadcast: Broadcast) -> AsyncIterator[str]:
    """What is to be seen now, and again each time it has become something else."""
    sent = ""
    yield "retry: 500\n\n"
    while not broadcast.closed:
        snapshot = broadcast.latest
        if snapshot is None or snapshot.stamp == sent:
            await broadcast.wait(HEARTBEAT)
            yield ": here\n\n"
        else:
            sent = snapshot.stamp
            yield f"id: {sent}\ndata: {json.dumps(snapshot.stamps)}\n\n"


async def _page(broadcast: Broadcast, request: Request) -> Response:
    from starlette.responses import PlainTextResponse, Response

    if request.method not in ("GET", "HEAD"):
        allowed = {**_HEADERS, "Allow": "GET, HEAD"}
        return PlainTextResponse("This preview can only be read.\n", 405, allowed)
    while broadcast.latest is None and not broadcast.closed:
        await broadcast.wait(HEARTBEAT)
    snapshot = broadcast.latest
    if snapshot is None:
        return PlainTextResponse("The preview has ended.\n", 503, _HEADERS)
    found = route(snapshot.pages or {}, request.scope["path"])
    if found.redirect:
        query = request.scope["query_string"].decode("ascii", "replace")
        to = f"{found.redirect}?{query}" if query else found.redirect
        return Response(b"", found.status, {**_HEADERS, "Location": to})
    address, status = found.address or "404.html", found.status
    if snapshot.pages is None:
        words = "No page could be made yet. This one follows as soon as that is mended and saved."
        body, status = plain_page(snapshot.title, words), 503
    elif not found.address:
        body = plain_page("Page not found", "The site has no page at this address.")
    else:
        body = snapshot.pages[address]
    if is_page(address):
        body = with_client(body, snapshot, found.watched)
    return Response(body, status, {**_HEADERS, "Content-Type": content_type(address)})

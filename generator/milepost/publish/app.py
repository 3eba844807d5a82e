"""In: the broadcast and a port. Out: the web application that answers a browser on this machine.

It answers nobody else: a page from elsewhere that calls this machine by another name is refused.
"""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from milepost.publish.broadcast import Broadcast, Snapshot
from milepost.publish.client import STYLE, client_style, plain_page, with_client
from milepost.publish.routing import Routed, content_type, is_page, route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

EVENTS = "/_milepost/events"
HEARTBEAT = 15.0  # seconds between two signs of life, so that nothing in between hangs up
PATIENCE = 10.0  # seconds that a page waits for a save that was noticed before it was asked for

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

    async def events(request: Request) -> Response:
        stream = _stream(broadcast, request.query_params.getlist("of") or None)
        return StreamingResponse(stream, 200, _HEADERS, "text/event-stream")

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


async def _stream(broadcast: Broadcast, asked: Sequence[str] | None) -> AsyncIterator[str]:
    """The stamps of the addresses asked for (None: of all), again each time the site is another.

    They are worked out in a thread, since pages may have to be made for it.
    """
    sent = ""
    yield "retry: 500\n\n"
    while not broadcast.closed:
        snapshot = broadcast.latest
        if snapshot is None or snapshot.stamp == sent:
            await broadcast.wait(HEARTBEAT)
            yield ": here\n\n"
        else:
            sent = snapshot.stamp
            stamps = await asyncio.to_thread(snapshot.stamps, asked)
            yield f"id: {sent}\ndata: {json.dumps(stamps)}\n\n"


async def _page(broadcast: Broadcast, request: Request) -> Response:
    from starlette.responses import PlainTextResponse, Response

    if request.method not in ("GET", "HEAD"):
        allowed = {**_HEADERS, "Allow": "GET, HEAD"}
        return PlainTextResponse("This preview can only be read.\n", 405, allowed)
    snapshot = await broadcast.current(PATIENCE)
    if snapshot is None:
        return PlainTextResponse("The preview has ended.\n", 503, _HEADERS)
    # In a thread: the page may have to be made, and meanwhile others are answered.
    found, body = await asyncio.to_thread(_found, snapshot, request.scope["path"])
    if found.redirect:
        query = request.scope["query_string"].decode("ascii", "replace")
        to = f"{found.redirect}?{query}" if query else found.redirect
        return Response(b"", found.status, {**_HEADERS, "Location": to})
    address = found.address or "404.html"
    if is_page(address):
        body = with_client(body, snapshot, found.watched)
    return Response(body, found.status, {**_HEADERS, "Content-Type": content_type(address)})


def _found(snapshot: Snapshot, path: str) -> tuple[Routed, bytes]:
    """Where a path leads, and the bytes to send, with the status that they have."""
    try:
        found = route(() if snapshot.pages is None else snapshot.pages, path)
        if snapshot.pages is None:
            words = "No page could be made yet. This one follows once that is mended and saved."
            return replace(found, status=503), plain_page(snapshot.title, words)
        if found.address:
            return found, snapshot.pages[found.address]
        return found, plain_page("Page not found", "The site has no page at this address.")
    except Exception as fault:  # of a template, or of milepost: it must not end the preview
        words = "".join(traceback.format_exception_only(fault)).strip()
        watched = route((), path).watched
        page = plain_page("This page could not be made", f"It stopped at: {words}")
        return Routed("", 500, watched=watched), page

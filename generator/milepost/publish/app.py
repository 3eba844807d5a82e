"""In: the stage and a port. Out: the web application that answers a browser on this machine.

It answers nobody else: a page from elsewhere that calls this machine by another name is refused.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from milepost.publish.answer import answer, content_type, is_page
from milepost.publish.inject import plain_page, with_preview
from milepost.publish.shown import News, Shown
from milepost.publish.stage import Stage

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


def application(stage: Stage, port: int) -> ASGIApp:
    """The application for a server on 127.0.0.1 and this port."""
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse, StreamingResponse
    from starlette.routing import Route, Router

    hosts = _hosts(port)

    async def events(request: Request) -> Response:
        # A browser that calls again by itself says in a header what it heard last.
        seen = request.headers.get("last-event-id") or request.query_params.get("seen", "")
        return StreamingResponse(_stream(stage, seen), 200, _HEADERS, "text/event-stream")

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        await (await _page(stage, Request(scope)))(scope, receive, send)

    router = Router([Route(EVENTS, events)], redirect_slashes=False, default=pages)

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and Request(scope).headers.get("host", "").lower() not in hosts:
            words = f"This preview answers only to its own name: http://127.0.0.1:{port}/\n"
            await PlainTextResponse(words, 421, _HEADERS)(scope, receive, send)
        else:
            await router(scope, receive, send)

    return guarded


def _hosts(port: int) -> frozenset[str]:
    names = ("127.0.0.1", "localhost", "[::1]")
    return frozenset({f"{name}:{port}" for name in names} | (set(names) if port == 80 else set()))


async def _stream(stage: Stage, seen: str) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    while not stage.closed:
        news = stage.news_since(seen)
        if news is None:
            await stage.next_turn(HEARTBEAT)
            yield ": here\n\n"
        else:
            seen = news.stamp
            yield event_text(news)


def event_text(news: News) -> str:
    """The news as one Server-Sent Event."""
    data = {"stamp": news.stamp, "changed": news.changed, "alert": news.alert}
    return f"id: {news.stamp}\ndata: {json.dumps(data)}\n\n"


async def _page(stage: Stage, request: Request) -> Response:
    from starlette.responses import PlainTextResponse, Response

    if request.method not in ("GET", "HEAD"):
        allowed = {**_HEADERS, "Allow": "GET, HEAD"}
        return PlainTextResponse("This preview can only be read.\n", 405, allowed)
    while stage.shown is None and not stage.closed:
        await stage.next_turn(HEARTBEAT)
    shown = stage.shown
    if shown is None:
        return PlainTextResponse("The preview has ended.\n", 503, _HEADERS)
    if shown.pages is None:
        words = "No page could be made yet. This one follows as soon as that is mended and saved."
        return _response(plain_page(shown.title, words), "index.html", 503, shown, ())
    found = answer(shown.pages, request.scope["path"])
    if found.to:
        query = request.scope["query_string"].decode("ascii", "replace")
        to = f"{found.to}?{query}" if query else found.to
        return Response(b"", found.status, {**_HEADERS, "Location": to})
    if not found.address:
        body = plain_page("Page not found", "The site has no page at this address.")
        return _response(body, "404.html", found.status, shown, found.hopes)
    body = shown.pages[found.address]
    return _response(body, found.address, found.status, shown, found.hopes)


def _response(
    body: bytes, address: str, status: int, shown: Shown, watched: tuple[str, ...]
) -> Response:
    from starlette.responses import Response

    if is_page(address):
        body = with_preview(body, shown, watched)
    return Response(body, status, {**_HEADERS, "Content-Type": content_type(address)})

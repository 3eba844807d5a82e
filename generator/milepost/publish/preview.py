"""In: a function that makes the site, and what it is made of. Out: the site in the browser, live.

The pages stay in memory. After each save they are made again, in a thread of their own.
"""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from milepost.publish.app import application
from milepost.publish.broadcast import Attempt, Broadcast, Snapshot
from milepost.publish.maker import Maker
from milepost.publish.watch import Watch

if TYPE_CHECKING:
    from uvicorn import Server

LOCAL = "127.0.0.1"
USUAL_PORT = 8000
NEIGHBOURS = 10  # how many ports from the one asked for on are tried


def serve(
    make: Callable[[], Attempt],
    *,
    folders: Sequence[Path],
    ignore: Sequence[Path] = (),
    port: int = USUAL_PORT,
    say: Callable[[str], None],
    open_browser: bool = False,
) -> int:
    """Show the site at http://127.0.0.1:PORT/ until Ctrl-C; the exit code, always 0.

    `make` makes the whole site; it is called at once and after each save in or below `folders`
    (folders, or single files; they may be missing yet) that is not in or below one of `ignore`. It
    runs in another thread, never twice at a time. What it raises is shown and said, and the last
    good pages stay. `port` is taken if it is free, else one near it. `say` gets whole lines for
    the terminal, from any thread. Call it from the main thread, which is where Ctrl-C arrives.

    Raises OSError when this machine has no free port at all.
    """
    with suppress(KeyboardInterrupt), _listening_socket(port) as listener:
        found: int = listener.getsockname()[1]
        if port not in (0, found):
            say(f"Port {port} is taken by another program, so the preview is on {found}.")
        asyncio.run(_live(make, listener, folders, ignore, say, open_browser))
    say("The preview has ended.")
    return 0


async def _live(
    make: Callable[[], Attempt],
    listener: socket.socket,
    folders: Sequence[Path],
    ignore: Sequence[Path],
    say: Callable[[str], None],
    open_browser: bool,
) -> None:
    loop = asyncio.get_running_loop()
    broadcast = Broadcast()
    port: int = listener.getsockname()[1]
    address = f"http://{LOCAL}:{port}/"

    def send(snapshot: Snapshot, save: int) -> None:
        if broadcast.latest is None:
            say(f"Your site is at {address} and follows what you save. Ctrl-C ends it.")
            if open_browser:
                _open(address)
        broadcast.send(snapshot, save)

    def show(snapshot: Snapshot, save: int) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(send, snapshot, save)

    def expect(save: int) -> None:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(broadcast.expect, save)

    maker = Maker(make, show, say, expect)
    watch = Watch(folders, ignore, maker.make_again, say)
    server = _server(broadcast, port)
    try:
        await asyncio.to_thread(watch.start)
        maker.start()
        await server.serve(sockets=[listener])
    finally:
        maker.stop()
        watch.stop()


def _server(broadcast: Broadcast, port: int) -> Server:
    from uvicorn import Config, Server

    class Preview(Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            # Browsers hold a line open for news; the server would wait for them to hang up.
            broadcast.close()
            await super().shutdown(sockets)

    return Preview(
        Config(
            application(broadcast, port),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
    )


def _open(address: str) -> None:
    # Some browsers in a terminal do not come back before they are closed.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _listening_socket(port: int) -> socket.socket:
    """A socket bound to this port of this machine, to the next free one, or to any free one.

    Port 0 asks for any. Nobody outside the machine reaches it. Raises OSError when no port is free.
    """
    for candidate in (*range(port, min(port + NEIGHBOURS, 65536)), 0):
        # Some systems let two programs listen on one port; the older one would be cut off.
        if candidate and _somebody_answers(candidate):
            continue
        try:
            return _bound(candidate)
        except OSError:
            if candidate == 0:
                raise
    raise AssertionError("port 0 either binds or raises")


def _somebody_answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(0.2)
        return caller.connect_ex((LOCAL, port)) == 0


def _bound(port: int) -> socket.socket:
    # Only of a socket that is told to be of TCP does asyncio know that nothing is to be held back
    # until more comes: else the end of a page can wait 40 ms for a sign of the browser.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOCAL, port))
    except OSError:
        listener.close()
        raise
    return listener

"""In: a function that makes the site, and what it is made of. Out: the site in the browser, live.

The pages stay in memory. After each save they are made again, in a thread of their own.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from milepost.publish.app import application
from milepost.publish.maker import Maker
from milepost.publish.port import LOCAL, listening_socket
from milepost.publish.shown import Built, Shown
from milepost.publish.stage import Stage
from milepost.publish.watch import Watch

if TYPE_CHECKING:
    from uvicorn import Server

__all__ = ["USUAL_PORT", "Built", "serve"]

USUAL_PORT = 8000


def serve(
    make: Callable[[], Built],
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
    with suppress(KeyboardInterrupt), listening_socket(port) as listener:
        found: int = listener.getsockname()[1]
        if port not in (0, found):
            say(f"Port {port} is taken by another program, so the preview is on {found}.")
        asyncio.run(_live(make, listener, folders, ignore, say, open_browser))
    say("The preview has ended.")
    return 0


async def _live(
    make: Callable[[], Built],
    listener: socket.socket,
    folders: Sequence[Path],
    ignore: Sequence[Path],
    say: Callable[[str], None],
    open_browser: bool,
) -> None:
    loop = asyncio.get_running_loop()
    stage = Stage()
    port: int = listener.getsockname()[1]
    address = f"http://{LOCAL}:{port}/"

    def put_on_stage(shown: Shown) -> None:
        if stage.shown is None:
            say(f"Your site is at {address} and follows what you save. Ctrl-C ends it.")
            if open_browser:
                _open(address)
        stage.show(shown)

    def show(shown: Shown) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(put_on_stage, shown)

    maker = Maker(make, show, say)
    watch = Watch(folders, ignore, maker.ring, say)
    server = _server(stage, port)
    try:
        await asyncio.to_thread(watch.start)
        maker.start()
        await server.serve(sockets=[listener])
    finally:
        maker.stop()
        watch.stop()


def _server(stage: Stage, port: int) -> Server:
    from uvicorn import Config, Server

    class Preview(Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            # Browsers hold a line open for news; the server would wait for them to hang up.
            stage.close()
            await super().shutdown(sockets)

    return Preview(
        Config(
            application(stage, port),
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

"""In: a function that makes the site, and a call for each save. Out: what browsers are to see.

The function runs in a thread of its own, never twice at once; a call meanwhile means once more.
"""

from __future__ import annotations

import html
import threading
import traceback
from collections.abc import Callable

from milepost.publish.broadcast import Attempt, Snapshot, changed, snapshot_after
from milepost.publish.routing import is_page


class Maker:
    """Makes the site at the start and each time it is told to `make_again`.

    `show` and `say` are called from the maker's thread: with what is to be seen and the last save
    that it follows, and with lines for the terminal; `expect` from that of `make_again`, with the
    number of the save. Saves are counted from 1.
    """

    def __init__(
        self,
        make: Callable[[], Attempt],
        show: Callable[[Snapshot, int], None],
        say: Callable[[str], None],
        expect: Callable[[int], None],
    ) -> None:
        self._make = make
        self._show = show
        self._expect = expect
        self._saves = 0
        self._say = say
        self._wanted = threading.Event()
        self._stopped = threading.Event()
        # A daemon: Ctrl-C need not wait until a long build has come to its end.
        self._thread = threading.Thread(target=self._run, name="make", daemon=True)

    def start(self) -> None:
        """Make the site for the first time, in the maker's thread."""
        self._wanted.set()
        self._thread.start()

    def make_again(self) -> None:
        """Something was saved: make the site again, once the present turn is done.

        To be called from one thread only.
        """
        self._saves += 1
        self._expect(self._saves)
        self._wanted.set()

    def stop(self) -> None:
        """Make nothing more, and show nothing of what is in the making."""
        self._stopped.set()
        self._wanted.set()

    def _run(self) -> None:
        before: Snapshot | None = None
        while True:
            self._wanted.wait()
            self._wanted.clear()  # before the making: what is saved from now on counts again
            if self._stopped.is_set():
                return
            saves = self._saves
            attempt = self._made()
            if self._stopped.is_set():
                return
            after = snapshot_after(before, attempt)
            self._show(after, saves)
            if before is not None:
                self._say(saved_line(attempt, before, after))
            before = after

    def _made(self) -> Attempt:
        try:
            return self._make()
        except (Exception, SystemExit) as fault:
            self._say(
                "milepost itself has failed, which is no fault of your journal. "
                "Please report these lines:\n" + traceback.format_exc().rstrip()
            )
            return crashed(fault)


def crashed(fault: BaseException) -> Attempt:
    """What is shown when the function that makes the site raised this."""
    words = "".join(traceback.format_exception_only(fault)).strip()
    return Attempt(
        None,
        f"<p>It stopped at <code>{html.escape(words)}</code>. This is no fault of your journal, "
        "and nothing in it was changed. The pages are the last that could be made. "
        "The terminal has the lines to report.</p>",
        "milepost itself has failed",
    )


def saved_line(attempt: Attempt, before: Snapshot, after: Snapshot) -> str:
    """One line for the terminal about a site that was made again."""
    if attempt.said:
        return attempt.said
    if attempt.pages is None:
        return "Saved, but the pages could not be made again: the last good ones stay."
    if before.pages is None:
        return "Saved: the pages are there now."
    addresses = changed(before, after)
    pages = sum(map(is_page, addresses))
    files = len(addresses) - pages
    counted = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((pages, "page"), (files, "file"))
        if count
    ]
    return f"Saved: {' and '.join(counted) or 'no page'} changed."

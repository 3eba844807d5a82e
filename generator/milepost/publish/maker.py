"""In: a function that makes the site, and a ring for each save. Out: what is to be shown.

The function runs in a thread of its own, never twice at once; a ring meanwhile means once more.
"""

from __future__ import annotations

import html
import threading
import traceback
from collections.abc import Callable

from milepost.publish.answer import is_page
from milepost.publish.shown import Built, News, Shown, news_between, shown_after


class Maker:
    """Makes the site at the start and after each `ring`.

    `show` and `say` are called from the maker's thread: with what is to be shown, with lines for
    the terminal.
    """

    def __init__(
        self,
        make: Callable[[], Built],
        show: Callable[[Shown], None],
        say: Callable[[str], None],
    ) -> None:
        self._make = make
        self._show = show
        self._say = say
        self._bell = threading.Event()
        self._stopped = threading.Event()
        # A daemon: Ctrl-C need not wait until a long build has come to its end.
        self._thread = threading.Thread(target=self._run, name="make", daemon=True)

    def start(self) -> None:
        """Make the site for the first time, in the maker's thread."""
        self._bell.set()
        self._thread.start()

    def ring(self) -> None:
        """Something was saved: make the site again, once the present turn is done."""
        self._bell.set()

    def stop(self) -> None:
        """Make nothing more, and show nothing of what is in the making."""
        self._stopped.set()
        self._bell.set()

    def _run(self) -> None:
        shown: Shown | None = None
        while True:
            self._bell.wait()
            self._bell.clear()  # before the making: what is saved from now on rings again
            if self._stopped.is_set():
                return
            built = self._made()
            if self._stopped.is_set():
                return
            after = shown_after(shown, built)
            self._show(after)
            if shown is not None:
                self._say(outcome(built, news_between(shown, after)))
            shown = after

    def _made(self) -> Built:
        try:
            return self._make()
        except (Exception, SystemExit) as fault:
            self._say(
                "milepost itself has failed, which is no fault of your journal. "
                "Please report these lines:\n" + traceback.format_exc().rstrip()
            )
            return crashed(fault)


def crashed(fault: BaseException) -> Built:
    """What is shown when the function that makes the site raised this."""
    words = "".join(traceback.format_exception_only(fault)).strip()
    return Built(
        None,
        f"<p>It stopped at <code>{html.escape(words)}</code>. This is no fault of your journal, "
        "and nothing in it was changed. The pages are the last that could be made. "
        "The terminal has the lines to report.</p>",
        "milepost itself has failed",
    )


def outcome(built: Built, news: News) -> str:
    """One line for the terminal about a site that was made again."""
    if built.pages is None:
        return "Saved, but the pages could not be made again: the last good ones stay."
    if news.changed is None:
        return "Saved: the pages are there now."
    pages = sum(map(is_page, news.changed))
    files = len(news.changed) - pages
    counted = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((pages, "page"), (files, "file"))
        if count
    ]
    return f"Saved: {' and '.join(counted) or 'no page'} changed."

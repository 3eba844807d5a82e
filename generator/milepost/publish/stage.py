"""In: what is to be shown, each time it was made. Out: what a browser has not seen of it yet.

The stage belongs to the server's event loop: only from there may it be called.
"""

from __future__ import annotations

import asyncio
from functools import reduce

from milepost.publish.shown import News, Shown, merged, news_between

# Browsers that have slept for more saves than this are told to load everything again.
REMEMBERED = 200


class Stage:
    """What all open browsers are looking at."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.closed = False
        self._steps: list[tuple[str, News]] = []  # from which stamp, what was new
        self._turn = asyncio.Event()

    def show(self, shown: Shown) -> None:
        """Show this from now on, and wake all who wait for news."""
        before = self.shown
        self.shown = shown
        if before is not None and before.stamp != shown.stamp:
            self._steps.append((before.stamp, news_between(before, shown)))
            del self._steps[:-REMEMBERED]
        self._wake()

    def close(self) -> None:
        """End: nobody need wait any longer."""
        self.closed = True
        self._wake()

    def news_since(self, seen: str) -> News | None:
        """What is new for a browser that shows the stamp `seen`; None when nothing is."""
        if self.shown is None or seen == self.shown.stamp:
            return None
        starts = [index for index, (stamp, _) in enumerate(self._steps) if stamp == seen]
        if not starts:
            return News(self.shown.stamp, None, True)
        return reduce(merged, (news for _, news in self._steps[starts[-1] :]))

    async def next_turn(self, seconds: float) -> None:
        """Wait until something else is shown or the end has come, but no longer than this."""
        try:
            await asyncio.wait_for(self._turn.wait(), seconds)
        except TimeoutError:
            return

    def _wake(self) -> None:
        self._turn.set()
        self._turn = asyncio.Event()

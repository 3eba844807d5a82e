"""The bar of a card: how much is done, and a tick where the plan would be today.

In: a `Standing` and the voice. Out: a `Chart` 16 pixels high.
"""

from __future__ import annotations

from milepost.progress.values import Standing
from milepost.site.charts.chart import Chart, pct, picture, tag
from milepost.site.charts.frame import css, finite
from milepost.site.charts.scales import Linear
from milepost.voice import charts as said
from milepost.voice.labels import label
from milepost.voice.voice import Voice


def bar(standing: Standing, voice: Voice) -> Chart:
    """Done as a filled part of the whole, expected as a tick; both held within the bar."""
    across = Linear(0, 1, 0, 100)
    marks = [tag("rect", class_="rest", y=4, width="100%", height=8, rx=4)]
    done, expected = finite(standing.progress), finite(standing.expected_progress)
    if done is not None and across(done) > 0:
        marks.append(tag("rect", class_="done", y=4, width=pct(across(done)), height=8, rx=4))
    rows = [(label(voice, "done"), voice.percent(done))]
    shown = expected if standing.status.living else None
    if shown is not None:
        place = pct(min(across(shown), 99.6))
        marks.append(tag("rect", class_="due", x=place, width=2, height=16))
        rows.append((label(voice, "expected"), voice.percent(shown)))
    alt, head = said.done_and_expected(voice, done, shown), ("", label(voice, "share"))
    class_ = f"c-bar {css(standing.status)}"
    return Chart(picture(class_, 16, alt, *marks, voice=voice), alt, head, tuple(rows))

"""The bar of a card: how much is done, and a tick where the plan would be today.

In: a `Standing` and the words. Out: a `Chart` 16 pixels high.
"""

from __future__ import annotations

from milepost.progress.report import Standing
from milepost.site.charts.chart import Chart, pct, picture, tag
from milepost.site.charts.frame import css, finite
from milepost.site.charts.scales import Linear
from milepost.site.words import Words


def bar(standing: Standing, words: Words) -> Chart:
    """Done as a filled part of the whole, expected as a tick; both held within the bar."""
    across = Linear(0, 1, 0, 100)
    marks = [tag("rect", class_="rest", y=4, width="100%", height=8, rx=4)]
    done, expected = finite(standing.progress), finite(standing.expected_progress)
    if done is not None and across(done) > 0:
        marks.append(tag("rect", class_="done", y=4, width=pct(across(done)), height=8, rx=4))
    alt = "Nothing counted yet" if done is None else f"{words.percent(done)} done"
    head, rows = ("", "Share"), [("Done", words.percent(done))]
    if expected is not None and standing.status.living:
        place = pct(min(across(expected), 99.6))
        marks.append(tag("rect", class_="due", x=place, width=2, height=16))
        alt += f", {words.percent(min(max(expected, 0.0), 1.0))} expected by now"
        rows.append(("Expected by now", words.percent(expected)))
    class_ = f"c-bar {css(standing.status)}"
    return Chart(picture(class_, 16, alt, *marks, words=words), alt, head, tuple(rows))

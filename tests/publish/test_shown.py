"""What is shown after each making, and what of it is new to a browser."""

from __future__ import annotations

from milepost.publish.maker import crashed, outcome
from milepost.publish.shown import Built, News, merged, news_between, shown_after
from milepost.publish.stage import REMEMBERED, Stage

ONE = shown_after(None, Built({"index.html": b"1", "style.css": b""}))


def test_only_what_changed_came_or_went_is_news() -> None:
    after = shown_after(ONE, Built({"index.html": b"2", "new.html": b""}))
    assert news_between(ONE, after).changed == ("index.html", "new.html", "style.css")
    assert news_between(ONE, after).alert is False


def test_the_same_pages_have_the_same_stamp_from_one_start_to_the_next() -> None:
    again = shown_after(None, Built({"style.css": b"", "index.html": b"1"}))
    assert again.stamp == ONE.stamp
    assert shown_after(ONE, Built({"style.css": b"", "index.html": b"2"})).stamp != ONE.stamp
    assert shown_after(ONE, Built({"style.cs": b"s", "index.html": b"1"})).stamp != ONE.stamp


def test_the_last_good_pages_stay_below_the_alert() -> None:
    after = shown_after(ONE, Built(None, "<p>goal.md:3</p>", "1 mistake"))
    assert after.pages == ONE.pages
    assert (after.alert, after.title) == ("<p>goal.md:3</p>", "1 mistake")
    assert news_between(ONE, after) == News(after.stamp, (), alert=True)
    mended = shown_after(after, Built(ONE.pages))
    assert mended.stamp == ONE.stamp
    assert news_between(after, mended).alert is True


def test_pages_may_be_good_and_have_an_alert() -> None:
    after = shown_after(ONE, Built({"index.html": b"2"}, "<p>careful</p>", "1 warning"))
    assert (after.pages, after.alert) == ({"index.html": b"2"}, "<p>careful</p>")


def test_no_pages_without_a_reason_get_an_alert_all_the_same() -> None:
    after = shown_after(ONE, Built(None))
    assert "could not be made" in after.alert
    assert after.title


def test_a_title_without_an_alert_is_no_news() -> None:
    after = shown_after(ONE, Built(ONE.pages, "", "Goals"))
    assert after.stamp == ONE.stamp


def test_the_first_good_pages_are_news_to_all() -> None:
    nothing = shown_after(None, Built(None, "<p>x</p>", "1 mistake"))
    assert nothing.pages is None
    assert news_between(nothing, ONE).changed is None


def test_news_add_up() -> None:
    assert merged(News("b", ("x",), alert=True), News("c", ("a", "x"), alert=False)) == News(
        "c", ("a", "x"), alert=True
    )
    assert merged(News("b", None, alert=False), News("c", ("a",), alert=False)).changed is None


def shown(number: int) -> Built:
    return Built({"index.html": b"", f"{number}.html": b""})


def test_a_browser_that_slept_hears_all_that_it_missed() -> None:
    stage = Stage()
    at = [shown_after(None, shown(number)) for number in range(4)]
    for one in at:
        stage.show(one)
    news = stage.news_since(at[1].stamp)
    assert news is not None
    assert news.changed == ("1.html", "2.html", "3.html")
    assert stage.news_since(at[3].stamp) is None


def test_a_browser_from_another_start_or_of_long_ago_loads_everything() -> None:
    stage = Stage()
    first = shown_after(None, shown(0))
    stage.show(first)
    for number in range(1, REMEMBERED + 2):
        stage.show(shown_after(None, shown(number)))
    for seen in ("", "unknown", first.stamp):
        news = stage.news_since(seen)
        assert news is not None
        assert news.changed is None


def test_pages_that_came_back_count_from_the_last_time_they_were_shown() -> None:
    stage = Stage()
    for number in (0, 1, 0, 2):
        stage.show(shown_after(None, shown(number)))
    news = stage.news_since(shown_after(None, shown(0)).stamp)
    assert news is not None
    assert news.changed == ("0.html", "2.html")


def test_a_crash_says_what_happened_and_that_nothing_was_lost() -> None:
    built = crashed(KeyError("<x>"))
    assert built.pages is None
    assert "KeyError: &#x27;&lt;x&gt;&#x27;" in built.alert
    assert "nothing in it was changed" in built.alert


def test_the_terminal_counts_what_changed() -> None:
    def said(*changed: str) -> str:
        return outcome(Built({}), News("", changed, alert=False))

    assert said() == "Saved: no page changed."
    assert said("index.html") == "Saved: 1 page changed."
    assert said("a.html", "b.html", "style.css") == "Saved: 2 pages and 1 file changed."
    assert said("feed.xml", "goals.json") == "Saved: 2 files changed."

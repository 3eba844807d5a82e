from hypothesis import given
from hypothesis import strategies as st

from milepost.site.charts.fit import DESK, PHONE, Label, cut, every, fitting, in_rows, width


def test_wide_signs_take_more_room() -> None:
    assert width("iii") < width("nnn") < width("mmm")
    assert width("读书") == 24


def test_a_long_name_is_cut_at_a_word() -> None:
    assert cut("Mock exam two at seventy-five per cent", 140) == "Mock exam two at…"
    assert cut("Mock exam", 120) == "Mock exam"
    assert cut("Donaudampfschifffahrtsgesellschaft", 80) == "Donaudam…"


def test_the_first_label_wins_its_place() -> None:
    labels = [Label(50, "today"), Label(52, "exam"), Label(90, "race")]
    assert fitting(labels, PHONE) == {0, 2}


def test_a_label_that_would_run_out_is_left_out() -> None:
    assert fitting([Label(100, "a long name"), Label(100, "a long name", "end")], DESK) == {1}


def test_what_only_a_desk_has_room_for_is_marked_so() -> None:
    labels = [Label(20, "September"), Label(40, "October")]
    assert every(labels) == {0: None, 1: "w"}


def test_a_second_row_takes_what_the_first_has_no_room_for() -> None:
    labels = [Label(50, "mock exam 1"), Label(52, "mock exam 2"), Label(54, "mock exam 3")]
    assert in_rows(labels, 2) == {0: (0, None), 1: (1, None)}


labels_of = st.lists(
    st.builds(
        Label,
        st.floats(0, 100),
        st.text("abcABC 读", max_size=20),
        st.sampled_from(["start", "middle", "end"]),
    ),
    max_size=30,
)


def overlaps(one: Label, other: Label, wide: float) -> bool:
    (left, right), (start, end) = one.span(wide), other.span(wide)
    return left < end and start < right


@given(labels_of, st.integers(1, 3))
def test_no_two_labels_of_a_row_overlap_at_either_width(labels: list[Label], rows: int) -> None:
    placed = in_rows(labels, rows)
    for wide, classes in ((PHONE, {None}), (DESK, {None, "w"})):
        shown = [(n, row) for n, (row, class_) in placed.items() if class_ in classes]
        for n, row in shown:
            for m, other in shown:
                assert n == m or row != other or not overlaps(labels[n], labels[m], wide)


@given(st.lists(st.text("abcdef", max_size=9), min_size=1, max_size=40), st.integers(0, 39))
def test_evenly_spaced_labels_never_overlap_at_either_width(texts: list[str], anchor: int) -> None:
    labels = [Label(5 + 90 * n / len(texts), said) for n, said in enumerate(texts)]
    shown = every(labels, anchor % len(texts))
    for wide, classes in ((PHONE, {None}), (DESK, {None, "w"})):
        kept = [labels[n] for n, class_ in shown.items() if class_ in classes]
        assert not any(
            overlaps(one, other, wide) for i, one in enumerate(kept) for other in kept[:i]
        )

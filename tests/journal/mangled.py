"""Files as a bad day leaves them: any bytes, and pieces of the format in any order."""

from __future__ import annotations

from hypothesis import strategies as st

MANGLED = (
    "--- \n \r\n \r title measurable time_bound milestones progress hours visibility changes "
    "[[ ]] { } [ ] \" ' &a *a !x # @ % <% %> {{ }} … “ 2026-02-30 2026-W54 03/01/2016 1,5 1e400 "
    "+ = ::: [^1] week mood skip status readings achievable relevant x \x00 \u00a0 \u2028 \ufeff "
    "<!-- --> %% | -"
).split(" ")
pieces = st.sampled_from(
    [
        *MANGLED,
        *(": ", "- ", "  ", "\t", "\n", "---\n", "::: private", "- [ ] x", "> [!note] x"),
        *("a: 1", "value x", "24 books", "from 82 to 75 kg"),
    ]
)
paths = st.sampled_from(
    [
        "milepost.yaml",
        "content/profile.md",
        "content/goals/a.md",
        "content/goals/b.md",
        "content/journal/2026-W20.md",
        "content/journal/2026-05-16.md",
        "content/journal/x.md",
        "content/reviews/2026.md",
        "content/pages/p.md",
        "data/a.csv",
    ]
)
bodies = st.one_of(
    st.binary(max_size=200),
    st.lists(pieces, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "replace")),
    st.lists(pieces, max_size=40).map(
        lambda parts: ("---\n" + "".join(parts) + "\n---\n").encode("utf-8", "replace")
    ),
)
mangled_files = st.dictionaries(paths, bodies, max_size=5)

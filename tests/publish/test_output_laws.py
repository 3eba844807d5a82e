"""Whatever is built, edited and put there: the folder holds the site and what is a person's."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from written import examples

from milepost.addresses import parents
from milepost.publish.output import Refused, publish

NAMES = st.sampled_from(["a", "b", "c"])
ADDRESSES = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
CONTENTS = st.sampled_from([b"", b"one", b"two", b"three"])


def side_by_side(pages: dict[str, bytes]) -> dict[str, bytes]:
    """The pages, without those that would need another page to be a folder."""
    return {
        address: content
        for address, content in pages.items()
        if not any(above in pages for above in parents(address))
    }


PAGES = st.dictionaries(ADDRESSES, CONTENTS, max_size=6).map(side_by_side)


class Folder(RuleBasedStateMachine):
    """A model of the output folder: what milepost wrote, and what a person did to it."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        self.folder = self.top / "_site"
        publish({}, self.folder)
        self.site: dict[str, bytes] = {}  # as last built
        self.touched: dict[str, bytes | None] = {}  # pages as a person left them; None: deleted
        self.strangers: dict[str, bytes] = {}
        self.whole = True  # whether the last build came to its end

    def teardown(self) -> None:
        shutil.rmtree(self.top)

    def held(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.name != ".milepost-ledger"
        }

    def barred(self, pages: dict[str, bytes]) -> bool:
        return any(
            self.strangers.get(address, content) != content
            or any(above in self.strangers for above in parents(address))
            or any(address in parents(stranger) for stranger in self.strangers)
            for address, content in pages.items()
        )

    @rule(pages=PAGES)
    def build(self, pages: dict[str, bytes]) -> None:
        before = self.held()
        if self.barred(pages):
            with pytest.raises(Refused):
                publish(pages, self.folder)
            assert self.held() == before
            return
        changes = publish(pages, self.folder)
        self.site, self.touched, self.whole = pages, {}, True
        assert sorted(changes.written + changes.unchanged) == sorted(pages)
        assert all(before.get(address) != pages[address] for address in changes.written)
        assert all(before[address] == pages[address] for address in changes.unchanged)
        assert set(changes.removed) == before.keys() - pages.keys() - self.strangers.keys()
        again = publish(pages, self.folder)
        assert again.written == again.removed == ()

    @rule(pages=PAGES, call=st.sampled_from(["replace", "unlink"]), at=st.integers(1, 6))
    def build_on_a_failing_disk(self, pages: dict[str, bytes], call: str, at: int) -> None:
        before = self.held()
        right = getattr(Path, call)
        count = 0

        def faulty(path: Path, *arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == at:
                raise OSError(errno.EIO, "the disk is ill")
            return right(path, *arguments, **named)

        with patch.object(Path, call, faulty), contextlib.suppress(Refused):
            publish(pages, self.folder)
        held = self.held()
        assert held.items() <= before.items() | pages.items()
        assert self.strangers.items() <= held.items()
        self.whole = False

    @rule(address=ADDRESSES, content=CONTENTS)
    def put_there(self, address: str, content: bytes) -> None:
        target = self.folder / address
        listed = (self.folder / ".milepost-ledger").read_text(encoding="utf-8").splitlines()
        if address in listed or target.exists():
            return
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self.strangers[address] = content

    @precondition(lambda self: self.whole and self.site.keys() - self.strangers.keys())
    @rule(data=st.data(), content=st.none() | CONTENTS)
    def meddle(self, data: st.DataObject, content: bytes | None) -> None:
        ours = sorted(self.site.keys() - self.strangers.keys())
        address = data.draw(st.sampled_from(ours))
        if not (self.folder / address).is_file():
            return
        if content is None:
            (self.folder / address).unlink()
        else:
            (self.folder / address).write_bytes(content)
        self.touched[address] = content

    @invariant()
    def holds_the_last_pages_and_what_is_a_persons(self) -> None:
        if not self.whole:
            return
        expected = {**self.strangers, **self.site, **self.touched}
        assert self.held() == {a: c for a, c in expected.items() if c is not None}

    @invariant()
    def holds_no_drafts(self) -> None:
        assert not [path for path in self.folder.iterdir() if "new" in path.name]


TestFolder = Folder.TestCase
TestFolder.settings = settings(max_examples=examples(60), stateful_step_count=12)

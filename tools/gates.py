"""Take out each gate that keeps something private, and see whether the canaries notice.

In: nothing, or words that choose gates by their names. Out, printed: each gate and the test that
caught its loss; it ends with 1 where one was missed. Each runs against the canaries alone, in a copy
of the package.

    python tools/gates.py passages comments
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CANARIES = ("tests/test_hidden_words.py", "tests/test_canaries.py")


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: what it keeps, the file in which it stands, its text, and what takes it out."""

    keeps: str
    path: str
    text: str
    without: str


GATES = (
    Gate("hidden notes", "journal/gate.py", "            if item.visibility.seen_by(audience)\n        )\n\n    profile", "        )\n\n    profile"),
    Gate("the hidden profile", "journal/gate.py", "journal.profile if journal.profile.visibility.seen_by(audience) else Profile()", "journal.profile"),
    Gate("links in notes", "journal/gate.py", "words = plain_words(prose.text, links)", "words = prose.text"),
    Gate("links in values", "journal/gate.py", "        return plain_words(value, links)\n    if isinstance(value, tuple)", "        return value\n    if isinstance(value, tuple)"),
    Gate("links in the site's title", "journal/gate.py", "title=plain_words(settings.title, links)", "title=settings.title"),
    Gate("unknown settings", "journal/gate.py", "            extra={},\n", ""),
    Gate("hidden areas", "journal/gate.py", "area for area in settings.areas if area in areas", "area for area in settings.areas"),
    Gate("hidden goals served", "journal/gate.py", "id_ for id_ in relevant.serves if id_ in ids", "id_ for id_ in relevant.serves"),
    Gate("hidden goals that replace", "journal/gate.py", 'changes["replaced_by"] if changes["replaced_by"] in ids else ""', 'changes["replaced_by"]'),
    Gate("numbers for hidden goals", "journal/gate.py", "for id_, value in held.items() if id_ in ids}", "for id_, value in held.items()}"),
    Gate("notes on readings", "journal/gate.py", "if not reading.entry or reading.entry in paths:", "if True:"),
    Gate("reasons of skips", "journal/gate.py", "        if mention.entry in paths\n", "        if True\n"),
    Gate("half wikilinks", "journal/gate.py", "    text = _HALF.sub(half, text)\n", ""),
    Gate("half links", "journal/gate.py", '    text = _HALF_LINK.sub(lambda match: link(match, ""), text)\n', ""),
    Gate("references", "journal/gate.py", 'return _REFERENCE.sub(lambda match: link(match, " "), text)', "return text"),
    Gate("headings not seen", "journal/gate.py", "        if anchor and not links.has_heading(target, anchor):", "        if False:"),
    Gate("names of what is gone", "journal/gate.py", "            return bool(_NO_NAME.match(target))\n", "            return True\n"),
    Gate("folders of notes", "journal/gate.py", "links.shorter(target)", "target"),
    Gate("passages", "journal/prose.py", "if audience is Visibility.PRIVATE or not (hidden := prose.passages.hidden_from(audience)):", "if True:"),
    Gate("unknown passages", "journal/passages.py", "if self.name in known else Visibility.PRIVATE", "if self.name in known else Visibility.PUBLIC"),
    Gate("passages without end", "journal/passages.py", "len(lines), closed=False) for", "start + 1, closed=False) for"),
    Gate("passages within", "journal/passages.py", "start, _, name = opened.pop()", "start, _, name = opened.pop(0)"),
    Gate("strays", "journal/passages.py", "for one in sorted((*self.passages, *self.strays)", "for one in sorted((*self.passages,)"),
    Gate("comments in notes", "journal/frontmatter.py", 'found = uncommented("\\n".join(lines[after:]))', 'found = Uncommented("\\n".join(lines[after:]))'),
    Gate("comments in values", "journal/nodes.py", "found = uncommented(event.value)", "found = Uncommented(event.value)"),
    Gate("comments without end", "journal/comments.py", '*[""] * (len(lines) - start - 1)]', "*lines[start + 1 :]]"),
    Gate("the lone percent signs", "journal/comments.py", "first if percent and first else (at, parts)", "(at, parts)"),
    Gate("the most private answer", "journal/visibility.py", "next((seen for seen in Visibility if seen in answers), default)", "answers[-1]"),
    Gate("answers not read", "journal/visibility.py", "            answer = Visibility.PRIVATE\n", "            answer = None\n"),
    Gate("keys not read", "journal/visibility.py", "            answers += [Visibility.PRIVATE] * bool(doubts)\n", ""),
    Gate("front matter not whole", "journal/visibility.py", "[] if whole else [Visibility.PRIVATE]", "[]"),
    Gate("the default", "journal/visibility.py", "        return default, findings", "        return Visibility.PUBLIC, findings"),
    Gate("files not to be shown", "journal/filenames.py", "return PurePosixPath(path).suffix.lower()[1:] in _SHOWN", "return True"),
    Gate("files of data", "journal/filenames.py", 'parts[0].lower() in {"data", "theme"}', 'parts[0].lower() in {"theme"}'),
    Gate("findings", "site/render.py", "findings=in_order((*findings, *noticed)) if private else ()", "findings=in_order((*findings, *noticed))"),
    Gate("what is printed", "cli/build.py", "args.audience is not Visibility.PRIVATE", "False"),
    Gate("shared sites in searches", "site/views/frame.py", "site.voice.reader is Visibility.PUBLIC", "True"),
    Gate("files of earlier builds", "publish/output.py", "_remove(frozenset(plan.remove) - plan.in_the_way, owned - plan.owned, folder)", "pass"),
)  # fmt: skip


def caught_by(gate: Gate) -> str:
    """The test that notices that a gate is gone; nothing where none does."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "generator" / "milepost"
        shutil.copytree(
            ROOT / "generator" / "milepost", copy, ignore=shutil.ignore_patterns("__pycache__")
        )
        for name in ("themes", "content"):
            if (ROOT / name).exists():
                (Path(folder) / name).symlink_to(ROOT / name)
        file = copy / gate.path
        text = file.read_text("utf-8")
        if text.count(gate.text) != 1:
            raise SystemExit(f"{gate.keeps}: its text stands {text.count(gate.text)} times there")
        text = text.replace(gate.text, gate.without)
        file.write_text(
            text.replace("import uncommented", "import Uncommented, uncommented"), "utf-8"
        )
        env = os.environ | {"PYTHONPATH": str(copy.parent), "CI": "1"}
        for test in CANARIES:
            command = [sys.executable, "-m", "pytest", test, "-q", "-x", "-p", "no:cacheprovider"]
            ran = subprocess.run(
                command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
            )
            failed = [line for line in ran.stdout.split("\n") if line.startswith("FAILED")]
            if ran.returncode == 1 and failed:
                return failed[0].split(" - ")[0].removeprefix("FAILED ")
            if ran.returncode:
                return f"could not run: {ran.stdout[-300:]}{ran.stderr[-300:]}"
    return ""


def main() -> int:
    """Try the gates, and tell of each."""
    chosen = [gate for gate in GATES if all(word in gate.keeps for word in sys.argv[1:])]
    missed = 0
    for gate in chosen:
        test = caught_by(gate)
        missed += not test or test.startswith("could not")
        print(f"{'caught' if test else 'MISSED'}  {gate.keeps}: {test or gate.path}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} gates are caught by the canaries")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())

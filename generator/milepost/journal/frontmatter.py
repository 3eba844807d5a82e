"""Where the front matter of a file starts and ends, and its text made fit for YAML.

Between two lines `+++` it is TOML, as Hugo's users write it.

In: the bytes of a file. Out: the block, the prose below it, each with its first line, and
findings about the fences and the characters. Nothing raises, nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from milepost.addresses import STEERING
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.prose import Prose, uncommented

_FENCE = re.compile(r"([ \t\u00a0]*)---[ \t]*")
_END = re.compile(r"([ \t\u00a0]*)(?:---|\.\.\.)[ \t]*")
_TOML = re.compile(r"\+\+\+[ \t]*")
_SET = re.compile(r"""\s*(?:"[^"]+"|'[^']+'|[\w.-]+)\s*=""")
_KEY = re.compile(r"""\s*(?:["'][^"']+["']|\[?\[?\w[\w /\]\[-]*)\s*:(?:\s|$)""")
_BLOCKISH = re.compile(r"\s*(?:#(?!#)|- |-$|[\[{%&!@*`]|<%|\?)")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    "\u200b\u202a-\u202e\u2060\u2066-\u2069]"
)
_TURN, _TURN_BACK = "\u202a\u202b\u2066\u2067\u2068", "\u202c\u2069"
_MERGE = re.compile(r"(<{7}|>{7})(?: .*)?")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart: the block of its front matter (None without one), and the prose."""

    block: str | None
    block_line: int
    prose: Prose
    toml: bool = False


def decode(path: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file, with plain line ends, and what is wrong with its bytes.

    A byte order mark and CR or CRLF line ends are accepted; lines and columns count as an editor
    counts them. Bytes that are not UTF-8 become �. A letter and the accent that follows it become
    one sign (NFC), so that a name is the same on whatever machine it was written.
    """
    text, findings = _decoded(path, data)
    return unicodedata.normalize("NFC", text), findings


def _decoded(path: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text with plain line ends, letter for letter as it was saved."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            text = data.decode(name, errors="replace")
            return _plain_ends(text), [faults.not_utf8(Place(path), "UTF-16", 0)]
    if name := _without_mark(data):
        text = data[: len(data) // 2 * 2].decode(name, errors="replace")
        return _plain_ends(text), [faults.not_utf8(Place(path), "UTF-16", 0)]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return _plain_ends(data.decode("utf-8")), []
    except UnicodeDecodeError as error:
        before = _plain_ends(data[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        finding = faults.not_utf8(Place(path, line, column), "", error.start + 1)
        return _plain_ends(data.decode("utf-8", errors="replace")), [finding]


def _without_mark(data: bytes) -> str:
    """The name of UTF-16 that says nothing of itself: every second byte is zero; else nothing."""
    head = data[:64]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = head[start::2], head[1 - start :: 2]
        if len(head) > 7 and not any(zeros) and all(others):
            return name
    return ""


def merge_mark(path: str, text: str) -> Finding | None:
    """The first mark of a merge that was never ended, outside of blocks of code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if fence:
            fence = "" if line.strip().startswith(fence) and not line.strip(" `~") else fence
        elif opening := _CODE.match(line):
            fence = opening[1]
        elif mark := _MERGE.fullmatch(line):
            return faults.merge_conflict(Place(path, number, 1, number, len(line) + 1), mark[1])
    return None


def split(path: str, text: str) -> tuple[Split, list[Finding]]:
    """Take a file apart at its fences."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    opening = _FENCE.fullmatch(lines[first])
    if _TOML.fullmatch(lines[first]):
        end = next((n for n in range(first + 1, len(lines)) if _TOML.fullmatch(lines[n])), None)
        if end is not None and any(_SET.match(line) for line in lines[first + 1 : end]):
            block = "\n".join(lines[first + 1 : end])
            parts, findings = _split(path, lines, end + 1, [], block, first + 2)
            return replace(parts, toml=True), findings
    if not opening:
        return _split(path, lines, 0, [])
    end = next((n for n in range(first + 1, len(lines)) if _END.fullmatch(lines[n])), None)
    if not _opens_block(lines[first + 1 : end], closed=end is not None):
        findings = [faults.rule_at_top(Place(path, first + 1, 1, first + 1, 4))]
        return _split(path, lines, 0, [] if first else findings)
    findings = []
    if first:
        findings.append(faults.blank_before(Place(path, 1)))
    if opening[1]:
        findings.append(faults.fence_indented(Place(path, first + 1, 1, 0, len(opening[1]) + 4)))
    after = 0 if end is None else end + 1
    if end is None:
        findings.append(faults.never_closed(Place(path, first + 1, 1, 0, 4)))
        end = after = _block_end(lines, first + 1)
    elif (closing := _END.fullmatch(lines[end])) and closing[1]:
        findings.append(faults.fence_indented(Place(path, end + 1, 1, 0, len(closing[1]) + 4)))
    block = "\n".join(lines[first + 1 : end])
    return _split(path, lines, after, findings, block, first + 2)


def _split(
    path: str,
    lines: list[str],
    after: int,
    findings: list[Finding],
    block: str | None = None,
    block_line: int = 1,
) -> tuple[Split, list[Finding]]:
    """The parts, the prose without its comments."""
    found = uncommented("\n".join(lines[after:]))
    if found.unclosed is not None:
        place = Place.of_line(path, after + found.unclosed + 1)
        findings = [*findings, faults.comment_unclosed(place)]
    return Split(block, block_line, Prose(found.text, after + 1)), findings


def clean(path: str, block: str, first_line: int) -> tuple[str, list[Finding]]:
    """The block with invisible and no-break characters made spaces, one for one.

    A hyphen or a question mark alone behind a key, as people write that there is nothing, is YAML's
    sign for that.
    """
    findings = []
    lines = block.split("\n")
    deeper: int | None = None
    for number, line in enumerate(lines):
        for match in _INVISIBLE.finditer(line):
            place = Place(path, first_line + number, match.start() + 1)
            findings.append(faults.control_character(place, ord(match[0])))
        line = _INVISIBLE.sub(" ", line)
        match_ = re.match(r"[ \u00a0]*\u00a0|[^:\"']*:\u00a0", line)
        if match_:
            place = Place(path, first_line + number, match_.end())
            findings.append(faults.no_break_space(place))
            line = line[: match_.end()].replace("\u00a0", " ") + line[match_.end() :]
        indent = len(line) - len(line.lstrip(" "))
        if deeper is not None and line.strip() and indent <= deeper:
            deeper = None
        if deeper is None:  # and not in a text over several lines
            line = _NOTHING.sub("~", line)
            deeper = indent if _BLOCK.search(line) else None
        lines[number] = line
    return "\n".join(lines), findings


_NOTHING = re.compile(r"(?<=: )[-?](?=\s*$)(?<=[\w)\]]: [-?])")
_BLOCK = re.compile(r"[:-]\s+[|>][0-9+-]*\s*(?:#.*)?$")


def settle(path: str, prose: Prose) -> tuple[Prose, list[Finding]]:
    """The prose with signs that steer a terminal or turn the text around made spaces.

    Signs that set a stretch of another direction apart stay where each is ended in its line, as
    writers of Hebrew and Arabic need them.
    """
    if not STEERING.search(prose.text):
        return prose, []
    findings: list[Finding] = []
    lines = prose.text.split("\n")
    for number, line in enumerate(lines):
        ended = _is_ended(line)
        unfit = [m for m in STEERING.finditer(line) if not (ended and m[0] in _TURN + _TURN_BACK)]
        for match in unfit:
            line = f"{line[: match.start()]} {line[match.end() :]}"
        if unfit:
            place = Place(path, prose.line + number, unfit[0].start() + 1)
            findings.append(faults.steering_sign(place, ord(unfit[0][0])))
        lines[number] = line
    return Prose("\n".join(lines), prose.line), findings


def _is_ended(line: str) -> bool:
    """Whether each stretch of another direction that begins in a line ends in it."""
    depth = 0
    for letter in line:
        depth += (letter in _TURN) - (letter in _TURN_BACK)
        if depth < 0:
            return False
    return depth == 0


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _opens_block(lines: list[str], *, closed: bool) -> bool:
    """Whether the lines after a fence are front matter rather than prose below a rule."""
    content = next((line for line in lines if line.strip()), None)
    if content is None:
        return closed
    if not closed:
        return bool(_KEY.match(content))
    return bool(_BLOCKISH.match(content)) or any(_KEY.match(line) for line in lines)


def _block_end(lines: list[str], start: int) -> int:
    """The line at which a block that is never closed gives way to prose."""
    for number in range(start, len(lines)):
        line = lines[number]
        indented = line[:1] in {" ", "\t"} and line.strip()
        if not (_KEY.match(line) or indented or line.startswith(("- ", "#"))):
            return number
    return len(lines)

"""What a goal's text says in the manner of front matter: `Deadline: 30 June 2026`, `## Why`.

In: the prose of a goal, and the keys of its front matter. Out: the fields that the text says and
the front matter does not, each with its lines, as pairs for `other_words` to read. Words of people
are never bent: only a line, a row of a table or a heading that begins with one of the known words
is a field, before the first heading that is none, and never in code, a quotation or a passage that
is not for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from milepost.findings import Place
from milepost.journal.efforts import parse_effort
from milepost.journal.key_words import GOAL_WORDS
from milepost.journal.line_marks import BOX, BULLET, LIKELY_ITEM
from milepost.journal.markup import BLOCK
from milepost.journal.meant_keys import TODAY
from milepost.journal.measures import parse_measure
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.numbers import Misread, parse_number
from milepost.journal.prose import Prose
from milepost.journal.shortforms import parse_obstacle, parse_window
from milepost.journal.values import Measure, Obstacle, Window
from milepost.journal.words import Visibility
from milepost.patterns import late

_LETTERS = {
    "s": "specific", "m": "measurable", "a": "achievable", "r": "relevant", "t": "time_bound",
}  # fmt: skip
_ENOUGH_LETTERS = 3
"""So many of S, M, A, R and T stand in a text in which they are meant."""
_OWN = {
    "specific": ("specific", ""), "measurable": ("measurable", "to"),
    "achievable": ("achievable", ""), "relevant": ("relevant", "because"),
    "time_bound": ("time_bound", "due"),
}  # fmt: skip
_SURE = frozenset(
    re.findall(
        r"\w+",
        "specific spezifisch measurable messbar achievable attainable erreichbar realistic "
        "realistisch relevant attraktiv time_bound timebound terminiert deadline due due_date "
        "target_date end_date start_date frist fällig fällig_am stichtag baseline "
        "why because purpose reason reasons motivation rationale relevance warum wozu weil grund",
    )
)
"""Words that are fields whatever stands behind them."""
_FITTING = frozenset(
    re.findall(
        r"\w+",
        "start starts begin begins since seit beginn ab end ends until till by bis ende finish_by "
        "complete_by completion_date timeline timeframe time_frame target target_value metric "
        "measure kpi goal ziel zielwert success_metric measured_by starting_point current "
        "startwert effort aufwand hours_per_week frequency how_often häufigkeit if_then "
        "if_then_plan obstacle obstacles hindernis hindernisse saved so_far gespart schon_gespart "
        "already_saved bisher aktuell owed",
    )
)
"""Words that have other uses too, and are fields where what stands behind them fits."""
_BESIDE = frozenset(("what", "was", "when", "wann", "how", "wie"))
"""Questions that are fields where a sure one stands in the text as well."""
_NAMING = frozenset(("goal", "ziel", "objective", "title", "titel"))
"""Words behind which a goal is named."""
_RESULTS = frozenset(
    re.findall(
        r"\w+", "key_results key_result krs schlüsselergebnisse milestones milestone meilensteine"
    )
)
"""Words above or before what is to be reached, which are milestones."""
_STEPS = frozenset(re.findall(r"\w+", "steps next_steps action_steps schritte nächste_schritte"))
"""Words above a list of steps, which are milestones where the goal has no measure."""
_NUMBERED = re.compile(r"(key_result|kr|milestone|meilenstein)_?[0-9]{1,2}|kr")
"""Such a word with a number behind it, before a single one: `KR 1: publish 12 posts`."""
_IN_WORDS = frozenset(("specific", "relevant", "achievable"))
"""Our keys whose value is a sentence, which may go on in the next line."""
_INNER = 4
"""The depth of what stands in an item of a list within an item."""
_HEADS = frozenset(("", "field", "key", "item", "name", "property", "what", "feld", "was"))
"""Words above the keys of a table, which say nothing of the goal."""
_LONGEST_LABEL = 30
_LABEL = re.compile(
    rf"(?P<mark>\s{{0,3}}(?:{LIKELY_ITEM}\s+)?(?:[^\w\s\[\]>|#`*_:-]\S*\s+)?)"
    r"(?P<label>[*_]{0,3}[^\W\d_][\w\s*()/ -]{0,40}?[?]?[*_]{0,3})\s*[:：]{1,2}[*_]{0,3}\s*"
    r"(?P<value>\S.*)?"
)
_NEXT = re.compile(r"(?<=[.;,!])\s+(?=[A-ZÄÖÜ][\w -]{1,20}:\s)")
"""Where a second field may begin in a line."""
_COLON = re.compile("[:：]")
_BEHIND = re.compile(r"[.;,!]\s+|\s+[–—-]\s+|\s+\(")
"""What may stand between a day and words on it."""
_HELD = late(rf"\[\^|{BLOCK.pattern}")
"""A footnote, or the mark of a block: what else belongs to it stands elsewhere in the text."""
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<words>.*?)\s*#*\s*")
_ROW = re.compile(r"\s{0,3}\|?(?P<key>[^|]+)\|(?P<value>[^|]+)\|?\s*")
_ITEM = re.compile(rf"\s{{0,3}}{LIKELY_ITEM}\s+(?!{BOX}\s)(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the text: its word and value, whose places are those of the file.

    `ours` is our key and `part` a part of it; the field takes the lines from `first` to `last` of
    the file, and `alone` says that nothing but fields stands in them.
    """

    key: Text
    label: str
    node: Node
    ours: str
    part: str
    first: int
    last: int
    alone: bool = True


@dataclass(frozen=True, slots=True)
class _Said:
    """A word and what stands behind it, before it is known whether it is a field.

    Each of `values` is a line with the column, from 1, in which it begins.
    """

    label: str
    written: str
    column: int
    values: tuple[tuple[int, int, str], ...]
    first: int
    last: int
    below: bool = False
    whole: bool = True


def fields_of(path: str, prose: Prose, front: Keys | None) -> tuple[Field, ...]:
    """The fields of a goal's text that its front matter does not say, in their order."""
    if not any(map(_may_be_one, prose.text.split("\n"))):
        return ()  # the Markdown of most goals need not be looked at
    said = list(_said(prose))
    letters = {one.label for one in said if one.label in _LETTERS}
    asked = any(one.label in _SURE for one in said)
    taken = _given(front)
    measured = any(key == "measurable" for key, _ in taken)
    found: list[Field] = []
    said = _as_one(said)
    seen: set[str] = set()
    for one in said:
        if one.label in _LETTERS and len(letters) < _ENOUGH_LETTERS:
            continue
        if one.label in _BESIDE and (not asked or one.below):
            continue
        meant = _meant(one, prose, taken)
        if not meant or meant in taken or (meant[0], "") in taken:
            continue
        if one.label in seen and meant[0] in _IN_WORDS:
            continue
        seen.add(one.label)
        measured = measured or meant[0] == "measurable"
        found.append(_field(path, prose, one, meant))
    if measured:  # then steps are notes on the way
        found = [one for one in found if _label(one.label) not in _STEPS]
    return tuple(found)


def _as_one(said: list[_Said]) -> list[_Said]:
    """Lines of key results that follow one another as a list of them."""
    found: list[_Said] = []
    for one in said:
        before = found[-1] if found else None
        if before and one.label in _RESULTS and not one.below and before.label == one.label:
            whole = before.whole and one.whole and before.last + 1 == one.first
            values = (*before.values, *one.values)
            found[-1] = replace(before, values=values, last=one.last, whole=whole)
        else:
            found.append(one)
    return found


def _may_be_one(line: str) -> bool:
    """Whether a line may be a field, by its words alone."""
    if line.lstrip().startswith("#"):
        match = _HEADING.fullmatch(line)
        label = _label(match["words"]) if match else ""
        return _known(label) or label in _STEPS
    if "|" in line and (row := _ROW.fullmatch(line)) and _known(_label(row["key"])):
        return True
    if _above_list(line):
        return True
    if not _COLON.search(line):
        return False
    return any(_known(said.label) for said in _of_line(line, 0))


def _above_list(line: str) -> str:
    """The word for milestones that a line is, with nothing behind its colon; else nothing."""
    match = _LABEL.fullmatch(line)
    label = _label(match["label"]) if match and not match["value"] else ""
    if bold := re.fullmatch(r"\s{0,3}(?:\*\*|__)([^*_]+)(?:\*\*|__)\s*", line):
        label = _label(bold[1])
    return label if label in _RESULTS | _STEPS else ""


def _given(front: Keys | None) -> set[tuple[str, str]]:
    """What the front matter says: our keys with their parts; with "" where it says all of one."""
    given: set[tuple[str, str]] = set()
    for key, _ in front.pairs if front else ():
        name = folded(key.value)
        given.add(GOAL_WORDS.get(name, (name, "")))
    return given


def _meant(one: _Said, prose: Prose, taken: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """Our key and part for a word of the text; None where it is only a word."""
    label = _LETTERS.get(one.label, one.label)
    value = " ".join(text for _, _, text in one.values)
    stands = ("measurable", "from") if label in TODAY else ("", "")
    our, part = _OWN.get(label) or GOAL_WORDS.get(label) or stands
    if label in _SURE or label in _BESIDE or one.label in _LETTERS:
        return our, part
    if label in _RESULTS or (label in _STEPS and one.below):
        return "milestones", ""
    if one.below:
        return None
    if label in _FITTING and _fits(our, part, value):
        return our, part
    if label in _NAMING and not prose.outline.heading and ("title", "") not in taken:
        return "title", ""
    return None


def _fits(our: str, part: str, value: str) -> bool:
    """Whether a value can be read under our key, so that the word before it is no other's."""
    if our == "time_bound":
        window = parse_window(value)
        return isinstance(window, Window) and bool(window.due or window.words or window.start)
    if our == "measurable" and part == "from":
        return not isinstance(parse_number(value), Misread)
    if our == "measurable":
        measure = parse_measure(value)
        return isinstance(measure, Measure) or measure.about == "number"
    if our == "obstacles":
        plan = parse_obstacle(value)
        return isinstance(plan, Obstacle) and bool(plan.then)
    effort = parse_effort(value)
    return not isinstance(effort, Misread) and (effort.hours_per_week, effort.money) != (None, None)


def _field(path: str, prose: Prose, one: _Said, meant: tuple[str, str]) -> Field:
    """The field with its places in the file; of several items a list, or one sentence."""
    our, part = meant
    word = one.label if one.label in GOAL_WORDS or one.label in TODAY else our
    if our == "title":
        word = "title"
    line = prose.line + (one.first if one.below else one.values[0][0])
    key = Text(word, Place(path, line, one.column, line, one.column + max(1, len(one.label))))
    alone = one.whole
    texts: list[Text] = []
    for n, column, text in one.values:
        read = text if our in _IN_WORDS else _head(our, part, text)
        alone = alone and read in {text, text.rstrip(" .;,")}
        end = column + max(1, len(read))
        texts.append(Text(read, Place(path, prose.line + n, column, prose.line + n, end)))
    node: Node = texts[0]
    if our == "milestones" or (len(texts) > 1 and our == "measurable"):
        node = Items(tuple(texts), texts[0].place)
    elif len(texts) > 1:
        joint = "; " if one.below and _is_list(prose, one) else " "
        node = Text(joint.join(text.value for text in texts), texts[0].place)
    first, last = prose.line + one.first, prose.line + one.last
    movable = alone and (isinstance(node, Text) or our == "milestones")
    return Field(key, one.written, node, our, part, first, last, movable)


def _head(our: str, part: str, text: str) -> str:
    """A day or a measure without what is said behind it, where that alone can be read."""
    whole = text.rstrip(" .;,")
    if our not in {"time_bound", "measurable"} or _fits(our, part, whole):
        return whole
    head = _BEHIND.split(whole, maxsplit=1)[0]
    return head if _fits(our, part, head) else text


def _is_list(prose: Prose, one: _Said) -> bool:
    lines = prose.text.split("\n")
    return all(_ITEM.fullmatch(lines[n]) for n, _, _ in one.values)


def _said(prose: Prose) -> Iterator[_Said]:
    """Each word of the text that stands where a field may stand, in order."""
    lines = prose.text.split("\n")
    kinds = _kinds(prose)
    opened: _Said | None = None
    number = 0
    while number < len(lines):
        kind = kinds.get(number, "")
        if kind == "heading":
            match = _HEADING.fullmatch(lines[number])
            label = _label(match["words"]) if match else ""
            if not (label in _LETTERS or label in _SURE or label in _RESULTS or label in _STEPS):
                if label in _NAMING or _is_title(lines, number):
                    number += 1
                    continue
                return
            below = _below(lines, kinds, number)
            if below:
                last = below[-1][0]
                whole = _is_all(lines, kinds, last)
                written = _bare(match["words"]) if match else ""
                yield _Said(label, written, 1, tuple(below), number, last, below=True, whole=whole)
                number = last + 1
                continue
        elif kind == "row":
            end = next(n for n in range(number, len(lines) + 1) if kinds.get(n) != "row")
            yield from _of_table(lines, number, end)
            number = end
            continue
        elif kind in {"text", "item"} and (below := _listed_below(lines, kinds, number)):
            match = _LABEL.fullmatch(lines[number])
            label, last = _above_list(lines[number]), below[-1][0]
            written = _bare(match["label"]) if match else label
            yield _Said(label, written, 1, tuple(below), number, last, below=True)
            number = last + 1
            continue
        elif kind in {"text", "item"}:
            found = list(_of_line(lines[number], number))
            if found:
                if kind == "item" and _has_items(lines, number):
                    found = [replace(one, whole=False) for one in found]
                *others, last_one = found
                yield from others
                opened = last_one
                while _goes_on(opened, lines, kinds, number):
                    number += 1
                    more = (number, 1, lines[number].strip())
                    opened = replace(opened, values=(*opened.values, more), last=number)
                yield opened
        number += 1


def _has_items(lines: list[str], number: int) -> bool:
    """Whether more of an item stands below its line, which would be left alone without it."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    own = len(lines[number]) - len(lines[number].lstrip())
    return bool(following.strip()) and len(following) - len(following.lstrip()) > own


def _of_table(lines: list[str], start: int, end: int) -> Iterator[_Said]:
    """The fields of a table of two columns; it can go as a whole where it holds nothing else."""
    rows = [(n, _ROW.fullmatch(lines[n])) for n in range(start, end)]
    found = [
        (n, match, _label(match["key"]))
        for n, match in rows
        if match and match["value"].strip(" *_:-")
    ]
    fields = [(n, match, label) for n, match, label in found if _known(label)]
    heads = [label for n, _, label in found if n == start]
    others = len(found) - len(fields) - len([one for one in heads if one in _HEADS])
    whole = not others and len(found) >= len(rows) - 1
    for n, match, label in fields:
        value = match["value"].strip()
        column = match.start("value") + match["value"].index(value) + 1
        texts = ((n, column, _plain(value)),)
        yield _Said(label, _bare(match["key"]), 1, texts, start, end - 1, whole=whole)


def _of_line(line: str, number: int) -> Iterator[_Said]:
    """The fields of one line, of which a second may begin behind a stop."""
    starts = [0, *(match.end() for match in _NEXT.finditer(line))]
    cut = [
        (start, line[start:end].rstrip())
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True)
    ]
    parts: list[tuple[int, str]] = []
    for start, text in cut:
        match = _LABEL.fullmatch(text)
        first = parts and _LABEL.fullmatch(parts[-1][1])
        if parts and not (first and match and _known(_label(match["label"]))):
            before, words = parts.pop()
            gap = line[before + len(words) : start]
            parts.append((before, words + gap + text))
        else:
            parts.append((start, text))
    matches = [(start, _LABEL.fullmatch(text)) for start, text in parts]
    whole = all(match and match["value"] and _known(_label(match["label"])) for _, match in matches)
    whole = whole and not _HELD.search(line)
    for index, (start, match) in enumerate(matches):
        if match and match["value"] and not re.match(rf"\s*{BULLET} {BOX}", line):
            words = BLOCK.sub("", match["value"]).rstrip()
            value = _plain(words, ends=index < len(matches) - 1 or len(matches) > 1)
            column = start + match.start("value") + 1
            label = _label(match["label"])
            written = _bare(match["label"])
            at, texts = start + match.start("label") + 1, ((number, column, value),)
            yield _Said(label, written, at, texts, number, number, whole=whole)


def _goes_on(one: _Said, lines: list[str], kinds: dict[int, str], number: int) -> bool:
    """Whether the next line goes on with the sentence of a field."""
    our = _OWN.get(_LETTERS.get(one.label, one.label)) or GOAL_WORDS.get(one.label) or ("", "")
    following = kinds.get(number + 1)
    if our[0] not in _IN_WORDS or following != "text" or not one.whole:
        return False
    match = _LABEL.fullmatch(lines[number + 1])
    if _above_list(lines[number + 1]):
        return False
    return bool(lines[number + 1].strip()) and not (match and _known(_label(match["label"])))


def _below(lines: list[str], kinds: dict[int, str], number: int) -> list[tuple[int, int, str]]:
    """The first paragraph, or the items of the first list, below a heading."""
    start = number + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    found: list[tuple[int, int, str]] = []
    kind = kinds.get(start, "")
    if kind not in {"text", "item"}:
        return []
    at = start
    while at < len(lines) and lines[at].strip() and kinds.get(at) in {kind, "text"}:
        label = _LABEL.fullmatch(lines[at])
        if label and _known(_label(label["label"])):
            return []
        item = _ITEM.fullmatch(lines[at])
        if kind == "item" and not item:
            return []
        text = item["value"] if item else lines[at].strip()
        column = (item.start("value") if item else len(lines[at]) - len(lines[at].lstrip())) + 1
        found.append((at, column, _plain(text)))
        at += 1
    return found


def _listed_below(
    lines: list[str], kinds: dict[int, str], number: int
) -> list[tuple[int, int, str]]:
    """The items of the list below a line that is a word for milestones; none where it is not."""
    if not _above_list(lines[number]):
        return []
    start = number + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    wanted = "inner" if kinds.get(number) == "item" else "item"
    found: list[tuple[int, int, str]] = []
    for at in range(start, len(lines)):
        item = _ITEM.fullmatch(lines[at].strip()) if kinds.get(at) == wanted else None
        if item is None:
            whole = not lines[at].strip() or kinds.get(at) in {"text", "item", "heading"}
            return found if whole else []  # a check box, or more that belongs to an item
        indent = len(lines[at]) - len(lines[at].lstrip())
        found.append((at, indent + item.start("value") + 1, _plain(item["value"])))
    return found


def _is_all(lines: list[str], kinds: dict[int, str], last: int) -> bool:
    """Whether nothing else stands below a heading before the next."""
    after = range(last + 1, len(lines))
    following = next((n for n in after if lines[n].strip()), None)
    return following is None or kinds.get(following) == "heading"


def _is_title(lines: list[str], number: int) -> bool:
    """Whether a heading is the goal's title: the first line, of the first rank."""
    before = any(line.strip() for line in lines[:number])
    return not before and lines[number].lstrip().startswith("# ")


def _known(label: str) -> bool:
    every = (_SURE, _FITTING, _BESIDE, _LETTERS, _NAMING, _RESULTS)
    return any(label in words for words in every)


def _label(words: str) -> str:
    """A word as it is looked up: without marks, a question mark, what stands in brackets."""
    plain = re.sub(r"\([^)]*\)", " ", words.strip().strip("*_").replace("*", ""))
    plain = re.sub(r"^[0-9]+[.)]\s*", "", plain.strip()).strip(" :：?*_")
    if spelled := re.fullmatch(r"[SMARTsmart]\s*[-–—/=:.)]\s*(\w.*)", plain):
        plain = spelled[1]
    label = folded(" ".join(plain.split())) if len(plain) <= _LONGEST_LABEL else ""
    return "key_results" if _NUMBERED.fullmatch(label) else label


def _bare(words: str) -> str:
    """A word as it is written, without the marks around it."""
    return words.strip().strip("*_:：# ").replace("*", "")


def _plain(value: str, *, ends: bool = False) -> str:
    """A value without the marks around it, and without its stop where another field follows."""
    text = value.strip()
    text = re.sub(r"^(\*\*|__|\*|_)(.+)\1$", r"\2", text)
    return text.rstrip(" .;,") if ends else text


def _kinds(prose: Prose) -> dict[int, str]:
    """What each line from 0 is that may hold a field: text, item, heading or row of a table.

    An `inner` one is an item of a list within an item.
    """
    hidden = {
        line for start, end in prose.passages.hidden_from(Visibility.PUBLIC)
        for line in range(start, end)
    }  # fmt: skip
    kinds: dict[int, str] = {}
    stack: list[str] = []
    for token in prose.tokens:
        if token.nesting < 0 and stack:
            stack.pop()
        inside = set(stack) - {"bullet_list_open", "ordered_list_open", "list_item_open"}
        if token.map and not inside and len(stack) <= 2:
            name = {"heading_open": "heading", "paragraph_open": "text"}.get(token.type, "")
            for line in range(*token.map) if name else ():
                kinds[line] = "item" if stack and line == token.map[0] else name
        if token.type == "paragraph_open" and token.map and not inside and len(stack) == _INNER:
            kinds[token.map[0]] = "inner"
        if token.type == "table_open" and token.map and not stack:
            kinds.update(dict.fromkeys(range(*token.map), "row"))
        if token.nesting > 0:
            stack.append(token.type)
    return {line: kind for line, kind in kinds.items() if line not in hidden}

"""`milepost fmt`: our own words for other people's, and ISO days for days in other forms.

In: the files of a folder. Out: those that would change, with their new bytes. Each change is one
that `proposals` makes and that leaves what is read as it was; doing it twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from milepost.findings import Finding
from milepost.journal import documents, filenames
from milepost.journal.body_words import Field, fields_of
from milepost.journal.dates import MONTH, parse_date
from milepost.journal.day_order import SLASHED
from milepost.journal.joined_keys import effort_line, measure_line
from milepost.journal.load import Given, read_alone
from milepost.journal.measures import parse_measure
from milepost.journal.model import Document, Entry, Goal, Profile, Record, Settings
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.other_words import Named, named_in, without_faulty
from milepost.journal.prose import Prose
from milepost.journal.values import Measure
from milepost.journal.words import SETTINGS
from milepost.rewriting.source import Edit, Source
from milepost.scaffold.files import quoted

_DAY = re.compile(
    r"(?<![\w./-])(?:[0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
    r"|[0-9]{4}-[0-9]-[0-9]{1,2}|[0-9]{4}-[0-9]{2}-[0-9]"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|\.)?\s(?:{MONTH})\.?,?\s[0-9]{{4}}"
    rf"|(?:{MONTH})\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}})(?![\w/-]|\.[0-9])",
    re.IGNORECASE,
)
"""A day in another form than year, month and day between hyphens."""
_PARTS_OF_OURS = {
    "time_bound": ("due", "start"),
    "measurable": ("to", "from", "unit"),
    "relevant": ("because", "serves", "values"),
    "achievable": ("hours_per_week", "money", "confidence", "needs"),
}
"""What one line of one of our keys may be a part of, the likeliest first."""
_MENDED = ("F205", "F221", "F228")
"""The rules that speak of what is written in our words here."""
_AT_ONCE = 500
"""So many changes a file may take."""


def rewritten(
    files: Mapping[str, bytes], only: Collection[str] = ()
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files that change, with their new bytes, and the paths of those that are no UTF-8.

    `only` are the paths that were asked for; without any it is all notes and the settings.
    """
    layout = filenames.layout(files.keys())
    settings = Settings(path=SETTINGS)
    if SETTINGS in files:
        settings, _ = documents.read_settings(SETTINGS, files[SETTINGS])
    changed: dict[str, bytes] = {}
    unfit: list[str] = []
    for path, data in sorted(files.items()):
        note = filenames.is_note(path) and not layout.why_not(path)
        if (only and path not in only) or not (note or path == SETTINGS):
            continue
        source = Source.of(data)
        if source is None:
            unfit.append(path)
            continue
        given = None if path == SETTINGS else Given.of(path, data, layout, settings)
        if (after := _settled(path, source, given).data) != data:
            changed[path] = after
    return changed, tuple(unfit)


def _settled(path: str, source: Source, given: Given | None) -> Source:
    """The text in which no proposal is left that keeps what is read."""
    meant = _read(path, source, given)
    for _ in range(_AT_ONCE):
        moved = (source.with_edits(edits) for edits in _moves(path, source, given))
        up = next((one for one in moved if _is_moved(_read(path, one, given), meant)), None)
        if up is not None:
            source, meant = up, _read(path, up, given)
            continue
        better = (source.with_edits(edits) for edits in _proposals(path, source, given))
        new = (one for one in better if one != source)
        after = next((one for one in new if _is_same(_read(path, one, given), meant)), None)
        if after is None:
            return source
        source, meant = after, _read(path, after, given)
    return source


_Read = tuple[Document | None, Counter[str]]


def _read(path: str, source: Source, given: Given | None) -> _Read:
    """What is read of a text, without its places, and how often each rule speaks."""
    document: Document | None
    if given is None:
        document, findings = documents.read_settings(path, source.data)
        return replace(document, places={}), Counter(one.code for one in findings)
    document, told = read_alone(given._replace(data=source.data))
    if document is not None:
        document = replace(document, prose=Prose(document.prose.text))
    return document, Counter(one.code for one in told)


def _is_same(after: _Read, before: _Read) -> bool:
    """Whether the same is read, as surely, and the same is told of it but for other words."""
    one, other = after[0], before[0]
    if one is None or other is None:
        return False
    sure = (one.unread, one.unsure) == (other.unread, other.unsure)
    told, was = (
        {c: n for c, n in codes.items() if c not in _MENDED} for _, codes in (after, before)
    )
    fewer = all(after[1][code] <= before[1][code] for code in _MENDED)
    return sure and one == other and told == was and fewer


def _is_moved(after: _Read, before: _Read) -> bool:
    """Whether the same is read of what is no text, once a field of the text stands above it."""
    (one, codes), (other, was) = after, before
    if not isinstance(one, Goal) or not isinstance(other, Goal):
        return False
    bare = (replace(one, prose=Prose()), codes), (replace(other, prose=Prose()), was)
    # `fmt` puts the word itself into ours afterwards.
    return _is_same(*((goal, Counter({**told, "F221": 0})) for goal, told in bare))


def _moves(path: str, source: Source, given: Given | None) -> Iterator[tuple[Edit, ...]]:
    """Fields of a goal's text at the end of its front matter, those of the same lines at once."""
    sheet = documents.take_apart(path, source.data)
    found = fields_of(path, sheet.prose, documents.laid_flat(sheet.keys) if sheet.keys else None)
    if not found or given is None:
        return
    if not isinstance(read_alone(given._replace(data=source.data))[0], Goal):
        return
    at = _end_of_front(source, sheet)
    lines = sheet.prose.text.split("\n")
    by_lines: defaultdict[tuple[int, int], list[Field]] = defaultdict(list)
    for one in found:
        by_lines[one.first, one.last].append(one)
    units = list(by_lines.items())
    ways = [units, *([one] for one in units)] if len(units) > 1 else [units]
    for some in ways:  # all at once, as S, M, A, R and T are only read together
        fields = [field for _, own in some for field in own]
        numbers = [n for (first, last), _ in some for n in range(first, last + 1)]
        as_read = all(
            unicodedata.normalize("NFC", source.line(n)[1]) == lines[n - sheet.prose.line]
            for n in numbers
        )
        if at is None or not as_read or not all(one.alone for one in fields):
            continue
        front, opened = at
        end = source.line_end
        said = "".join(_as_front(one, end) for one in fields)
        yield (
            Edit(front, front, said if opened else f"---{end}{said}---{end}"),
            *(
                Edit(start, start + len(words) + len(ends), "")
                for start, words, ends in map(source.line, numbers)
            ),
        )


def _as_front(field: Field, end: str) -> str:
    """A field of the text as lines of the front matter."""
    if isinstance(field.node, Text):
        return f"{field.key.value}: {quoted(field.node.value)}{end}"
    items = field.node.items if isinstance(field.node, Items) else ()
    lines = (f"  - {quoted(one.value)}{end}" for one in items if isinstance(one, Text))
    return f"{field.key.value}:{end}{''.join(lines)}"


def _end_of_front(source: Source, sheet: documents.Sheet) -> tuple[int, bool] | None:
    """Where a line can be added to the front matter, and whether there is one; None in TOML."""
    if sheet.prose.line == 1:
        return 0, False
    start, words, _ = source.line(sheet.prose.line - 1)
    return (start, True) if words.strip() in {"---", "..."} else None


def _proposals(path: str, source: Source, given: Given | None) -> Iterator[tuple[Edit, ...]]:
    """Changes that would put something in our own words, one at a time."""
    kind: type = Settings
    told: tuple[Finding, ...] = ()
    if given is None:
        keys = documents.keys_of_settings(path, source.data)
    else:
        keys = documents.take_apart(path, source.data).keys
        found, told = read_alone(given._replace(data=source.data))
        kind = type(found)
    if keys is None or not issubclass(kind, Goal | Entry | Record | Profile | Settings):
        return
    name = "record" if issubclass(kind, Record) else kind.__name__.lower()
    if kind is Goal:
        yield from (_opened(source, key, inner) for key, inner in documents.around(keys))
        # What is wrong is mended first, and by its writer.
        keys = without_faulty(documents.laid_flat(keys), told)
    named = tuple(named_in(name, keys))
    yield from _gathered(source, keys, named, at_least=2)
    yield from _renamed(source, named)
    yield from _gathered(source, keys, named)
    yield from _dropped(source, named)
    days = [edit for _, node in keys.pairs for edit in _days(source, node)]
    ordered = [edit for edit in days if "/" in source.text[edit.start : edit.end]]
    if ordered:
        yield tuple(ordered)  # of days with slashes one speaks for the others, so all at once
    yield from ((edit,) for edit in days)


def _opened(source: Source, key: Text, inner: Keys) -> tuple[Edit, ...]:
    """A mapping around a goal without its key, and its lines at the left edge."""
    start, words, end = source.line(key.place.line)
    first = inner.pairs[0][0].place
    if first.line == key.place.line:  # on one line, between braces
        return ()
    depth = first.column - 1
    edits = [Edit(start, start + len(words) + len(end), "")]
    for number in range(first.line, len(source.lines) + 1):
        at, line, _ = source.line(number)
        if line.startswith(" " * depth):
            edits.append(Edit(at, at + depth, ""))
        elif line.strip():
            break
    return tuple(edits)


def _renamed(source: Source, named: tuple[Named, ...]) -> Iterator[tuple[Edit, ...]]:
    """Our key or our word in the place of another."""
    for one in named:
        edits = []
        if one.ours and folded(one.key.value) != one.ours:
            edits.append(Edit(*source.span(one.key.place), one.ours))
        if one.value and one.word:
            start, end = source.span(one.word.place)
            inside = source.text[start:end]
            at = inside.find(one.said)
            if at >= 0:
                edits.append(Edit(start + at, start + at + len(one.said), one.value))
        if edits:
            yield tuple(edits)


def _gathered(
    source: Source, keys: Keys, named: tuple[Named, ...], at_least: int = 1
) -> Iterator[tuple[Edit, ...]]:
    """Lines that are parts of one of our keys, as a mapping of that key where the first stands."""
    for our, own_parts in _PARTS_OF_OURS.items():
        lines = [(one.key, one.node, one.part) for one in named if one.top and one.ours == our]
        taken = [key for key, *_ in lines]
        own = [(k, v) for k, v in keys.pairs if folded(k.value) == our and k not in taken]
        if not lines or len(lines) + len(own) < at_least:
            continue
        if not all(_on_one_line(source, key, node) for key, node, _ in lines):
            continue
        if our == "measurable":
            yield from _measure_in_one_line(source, [*lines, *((*pair, "to") for pair in own)])
            yield from _way_in_one_line(source, own, lines)
        if our == "achievable":
            yield from _effort_in_one_line(source, [*((*pair, "") for pair in own), *lines])
        if not own:
            yield _as_mapping(source, our, lines)
        elif _on_one_line(source, *own[0]):
            for part in own_parts:
                whole = [*lines, (*own[0], part)]
                yield _as_mapping(source, our, sorted(whole, key=lambda line: line[0].place))


def _measure_in_one_line(
    source: Source, lines: list[tuple[Text, Node, str]]
) -> Iterator[tuple[Edit, ...]]:
    """`24 books` from `target: 24` and `unit: books`, on the line of the number to be reached."""
    held = {part: (key, node) for key, node, part in lines if isinstance(node, Text)}
    if len(held) != len(lines) or "to" not in held or len(held) < 2:
        return
    said = {part: source.written(node.place) for part, (_, node) in held.items()}
    key, node = held.pop("to")
    edits = [
        Edit(*source.span(key.place), "measurable"),
        Edit(*source.span(node.place), measure_line(said)),
    ]
    for other, _ in held.values():
        start, words, end = source.line(other.place.line)
        if "#" in words:
            return
        edits.append(Edit(start, start + len(words) + len(end), ""))
    yield tuple(edits)


def _way_in_one_line(
    source: Source, own: list[tuple[Text, Node]], lines: list[tuple[Text, Node, str]]
) -> Iterator[tuple[Edit, ...]]:
    """`from 86 to 78 kg` from `measurable: 8 kg` between its two ends, which stand aside."""
    said = {part: source.written(node.place) for _, node, part in lines}
    read = parse_measure(own[0][1].value) if own and isinstance(own[0][1], Text) else None
    if set(said) != {"from", "to"} or len(lines) != 2 or not isinstance(read, Measure):
        return
    line = f"from {said['from']} to {said['to']} {read.unit}".rstrip()
    dropped = [source.line(key.place.line) for key, _, _ in lines]
    if not any("#" in words for _, words, _ in dropped):
        yield (
            Edit(*source.span(own[0][1].place), line),
            *(Edit(start, start + len(words) + len(end), "") for start, words, end in dropped),
        )


def _effort_in_one_line(
    source: Source, lines: list[tuple[Text, Node, str]]
) -> Iterator[tuple[Edit, ...]]:
    """`2 h a week, confidence 8` from `hours: 2` and `confidence: 8`, where the first stands."""
    if len(lines) < 2 or not all(isinstance(node, Text) for _, node, _ in lines):
        return
    first, *others = sorted(lines, key=lambda line: line[0].place)
    texts = [effort_line(part, source.written(node.place)) for _, node, part in (first, *others)]
    edits = [
        Edit(*source.span(first[0].place), "achievable"),
        Edit(*source.span(first[1].place), ", ".join(texts)),
    ]
    for key, _, _ in others:
        start, words, end = source.line(key.place.line)
        if "#" in words:
            return
        edits.append(Edit(start, start + len(words) + len(end), ""))
    yield tuple(edits)


def _as_mapping(source: Source, our: str, lines: list[tuple[Text, Node, str]]) -> tuple[Edit, ...]:
    parts = []
    for key, _, part in lines:
        start, words, end = source.line(key.place.line)
        behind = words[source.span(key.place)[1] - start :]
        parts.append(f"  {part}{behind}{end or source.line_end}")
    edits = []
    for key, _, _ in lines:
        start, words, end = source.line(key.place.line)
        edits.append(Edit(start, start + len(words) + len(end), ""))
    first = replace(edits[0], text=f"{our}:{source.line_end}{''.join(parts)}")
    return (first, *edits[1:])


def _on_one_line(source: Source, key: Text, node: Node) -> bool:
    """Whether a key and its value are one line of the front matter, at its left edge."""
    number = key.place.line
    start, words, _ = source.line(number)
    if source.span(key.place)[0] != start or node.place.line != number:
        return False
    _, below, _ = source.line(number + 1)
    block = isinstance(node, Text) and re.search(r":\s*[|>][+-]?[0-9]?\s*(?:#.*)?$", words)
    return not block and not below.startswith((" ", "\t"))


def _dropped(source: Source, named: tuple[Named, ...]) -> Iterator[tuple[Edit, ...]]:
    """A line that says again what another says, or names a list that goes on from the one above."""
    for one in named:
        number = one.key.place.line
        start, words, end = source.line(number)
        alone = isinstance(one.node, Items) or _on_one_line(source, one.key, one.node)
        if one.top and "#" not in words and alone:
            yield (Edit(start, start + len(words) + len(end), ""),)


def _days(source: Source, node: Node) -> Iterator[Edit]:
    """Each day in another form as `2026-06-30`."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _days(source, item)
    elif isinstance(node, Keys):
        for key, value in node.pairs:
            yield from _days(source, key)
            yield from _days(source, value)
    else:
        start, end = source.span(node.place)
        for match in _DAY.finditer(source.text[start:end]):
            day = parse_date(match[0])
            if not isinstance(day, date):
                day = parse_date(_in_order(match[0], node.value))
            if isinstance(day, date):
                yield Edit(start + match.start(), start + match.end(), day.isoformat())


def _in_order(written: str, read: str) -> str:
    """The day that was read of a value of one day, whose order the file tells."""
    return read.strip() if SLASHED.fullmatch(written) else written

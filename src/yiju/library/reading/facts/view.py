# SPDX-License-Identifier: Apache-2.0
"""The view of a reading that the fact rules look at.

Rules match words, and damage stands between them: blanks inside 比 重 超 过, full-width and
half-width marks side by side. The view is the clean text without blanks and with one form of
each mark. It knows for every position the source offset, the sentence and the clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Document, Node

_BLANKS = re.compile("[ \u3000\xa0\u2002\u2003\u2009\ufeff][ \u3000\xa0\u2002\u2003\u2009\ufeff]*")
_STOPS = re.compile(r"[。;!?\n\t]")
_TITLE = re.compile(r"《[^《》\n]{0,200}(?:《[^《》\n]{0,100}》[^《》\n]{0,100}){0,3}》")
_SENTENCE_REACH = 500
"""No rule looks further than this from what it found: a bound on work, not on meaning."""

_ONE_FORM = (
    ("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("％", "%"), ("．", "."),
    ("！", "!"), ("？", "?"), ("＋", "+"), ("～", "~"), ("〜", "~"), ("∼", "~"),
    ("–", "—"), ("－", "—"), ("―", "—"), ("─", "—"),
    ("[", "〔"), ("【", "〔"), ("［", "〔"), ("]", "〕"), ("】", "〕"), ("］", "〕"),
    ("０", "0"), ("１", "1"), ("２", "2"), ("３", "3"), ("４", "4"),
    ("５", "5"), ("６", "6"), ("７", "7"), ("８", "8"), ("９", "9"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A clause as the place of a fact: the document's position, the node, the place above.

    ``prefix`` is what references of its document begin with.
    """

    document: int
    prefix: str
    node: Node
    above: Place | None
    before: Place | None

    @property
    def clause(self) -> str:
        """The reference of the clause; written when asked for, since few clauses hold facts."""
        return self.prefix + self.node.path


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a fact stands: its place, its words and their range in the source."""

    place: Place
    quote: str
    start: int
    end: int


class FactView:
    """The text as the rules see it. Positions and ranges are those of ``text`` unless said."""

    __slots__ = (
        "_clean", "_lengths", "_marks", "_owners", "_stops", "_tight",
        "_title_firsts", "_titles", "documents", "source", "text",
    )  # fmt: skip

    def __init__(self, documents: Sequence[Document], clean: MappedText, source: str) -> None:
        self.documents = documents
        self._clean = clean
        self.source = source
        self._tight = _without_blanks(clean.text)
        self.text = _in_one_form(self._tight.text)
        self._marks, self._owners = _owners(documents)
        firsts = self._seen(sorted(_firsts(documents)))
        self.text = _parted_from_labels(self.text, firsts)
        self._stops = sorted([*(mark.end() for mark in _STOPS.finditer(self.text)), *firsts])
        self._titles = [found.span() for found in _TITLE.finditer(self.text)]
        self._title_firsts = [first for first, _ in self._titles]

    def _seen(self, positions: Sequence[int]) -> list[int]:
        """The positions here of ascending positions in the clean text."""
        origins, firsts = self._tight.origins, [*self._tight.firsts, len(self.text)]
        seen, piece, last = [], 0, len(origins) - 1
        for position in positions:
            while piece < last and origins[piece + 1] <= position:
                piece += 1
            here = firsts[piece] + position - origins[piece] if origins else 0
            seen.append(max(0, min(here, firsts[piece + 1] if origins else 0)))
        return seen

    def words(self, first: int, past: int) -> str:
        """The words of a range with the marks that the source has, without its blanks."""
        return self._tight.text[first:past]

    def span(self, first: int, past: int) -> tuple[int, int]:
        """The source range of a range of the view."""
        a, b = self._tight.span(first, past)
        return self._clean.span(a, b)

    def place(self, position: int) -> Place | None:
        """The innermost clause that holds the position; ``None`` between the clauses."""
        return self._owner(self.span(position, position + 1)[0])

    def _owner(self, offset: int) -> Place | None:
        found = bisect_right(self._marks, offset) - 1
        return self._owners[found] if found >= 0 else None

    def stand(self, first: int, past: int) -> Stand | None:
        """Where the words ``first:past`` stand; ``None`` where no clause holds them."""
        start, end = self.span(first, past)
        place = self._owner(start)
        if place is None:
            return None
        return Stand(place, self.source[start:end], start, end)

    def is_label(self, stand: Stand) -> bool:
        """Whether the words begin the clause itself: its label, not a mention of it."""
        node = stand.place.node
        return node is not None and node.label is not None and stand.start == node.start

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence, or part up to a semicolon, in which the position stands."""
        found = bisect_right(self._stops, position)
        first = self._stops[found - 1] if found else 0
        past = self._stops[found] if found < len(self._stops) else len(self.text)
        return max(first, position - _SENTENCE_REACH), min(past, position + _SENTENCE_REACH)

    def part(self, position: int) -> tuple[int, int]:
        """The part of the sentence between commas in which the position stands."""
        first, past = self.sentence(position)
        comma = self.text.rfind(",", first, position)
        first = first if comma < 0 else comma + 1
        comma = self.text.find(",", position, past)
        if comma >= 0:
            return first, comma
        return first, past - 1 if past > first and self.text[past - 1] in "。;!?\n\t" else past

    def title_around(self, position: int) -> tuple[int, int] | None:
        """The 《title》 around the position: what stands in a title is said elsewhere."""
        found = bisect_right(self._title_firsts, position) - 1
        if found >= 0 and position < self._titles[found][1]:
            return self._titles[found]
        return None

    @property
    def titles(self) -> Sequence[tuple[int, int]]:
        """The ranges of all 《titles》, in order."""
        return self._titles


def found_by_sign(
    pattern: re.Pattern[str], text: str, sign: str, *, reach: int, longest: int
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` finds, by way of a rare sign that stands in every match.

    The first ``sign`` of a match stands at most ``reach`` characters after its beginning; no
    match is ``longest`` characters long. To seek one sign costs a tenth of seeking a pattern.
    """
    past = 0
    at = text.find(sign)
    while at >= 0:
        found = pattern.search(text, max(past, at - reach), at + longest)
        if found is not None and found.start() <= at:
            yield found
            past = found.end()
        at = text.find(sign, max(at + 1, past))


def _without_blanks(text: str) -> MappedText:
    """The text without blanks; the line feeds that end paragraphs and tabs of tables stay."""
    pieces, firsts, origins = [], [], []
    at = length = 0
    for blank in _BLANKS.finditer(text):
        if blank.start() > at:
            pieces.append(text[at : blank.start()])
            firsts.append(length)
            origins.append(at)
            length += blank.start() - at
        at = blank.end()
    if at < len(text):
        pieces.append(text[at:])
        firsts.append(length)
        origins.append(at)
    return MappedText("".join(pieces), firsts, origins)


def _in_one_form(text: str) -> str:
    """The text with one form of each mark and digit; character for character."""
    for written, form in _ONE_FORM:
        text = text.replace(written, form)
    return text


def _parted_from_labels(text: str, firsts: list[int]) -> str:
    """The text with a line feed for the point of a label: 1.2027年 is no decimal fraction."""
    pieces = []
    at = 0
    for first in firsts:
        if first > at and text[first - 1] == ".":
            pieces.append(text[at : first - 1])
            at = first
    pieces.append(text[at:])
    return "\n".join(pieces)


def _firsts(documents: Sequence[Document]) -> list[int]:
    """Where, in the clean text, the own text of each node begins: no sentence runs over it."""
    firsts: list[int] = []
    waiting = [node for document in documents for node in document.clauses]
    while waiting:
        node = waiting.pop()
        firsts.append(node.first)
        waiting.extend(node.children)
    return firsts


def _owners(documents: Sequence[Document]) -> tuple[list[int], list[Place | None]]:
    """From which source offset on which clause holds the text."""
    marks: list[tuple[int, Place | None]] = []
    for position, document in enumerate(documents):
        prefix = f"{document.id}#"
        last: Place | None = None
        for node in document.clauses:
            last = _mark(marks, node, position, prefix, above=None, before=last)
            marks.append((node.end, None))
    marks.sort(key=itemgetter(0))
    return [offset for offset, _ in marks], [place for _, place in marks]


def _mark(
    marks: list[tuple[int, Place | None]], node: Node, document: int, prefix: str, *,
    above: Place | None, before: Place | None,
) -> Place:  # fmt: skip
    """Mark where a clause and those under it begin, and where each hands back to the one above."""
    place = Place(document, prefix, node, above, before)
    marks.append((node.start, place))
    last: Place | None = None
    for child in node.children:
        last = _mark(marks, child, document, prefix, above=place, before=last)
        marks.append((child.end, place))
    return place

# SPDX-License-Identifier: Apache-2.0
"""What `yiju read --json` promises, held against its answer with nothing of ours but the text.

Nothing of the program is imported here: whoever holds the contract in hand could have written this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# JSON as it comes; its types are what is examined here.
Json = Any

NULL = type(None)
TEXT, WHOLE, FLAG = (str,), (int,), (bool,)
PERHAPS_TEXT, PERHAPS_WHOLE = (str, NULL), (int, NULL)
LIST, OBJECT = (list,), (dict,)
Shape = dict[str, tuple[type, ...]]

PLACE: Shape = {"start": WHOLE, "end": WHOLE}
READING: Shape = {
    "contract": WHOLE, "source": OBJECT, "bulletin": (dict, NULL), "documents": LIST,
    "findings": LIST,
}  # fmt: skip
SOURCE: Shape = {"name": TEXT, "sha256": TEXT, "characters": WHOLE, "removed": LIST}
REMOVED: Shape = {**PLACE, "why": TEXT}
BULLETIN: Shape = {
    "title": PERHAPS_TEXT, "issue": PERHAPS_TEXT, "total_issue": PERHAPS_WHOLE,
    "organisers": LIST, "published_on": PERHAPS_TEXT, "posted_on": PERHAPS_TEXT,
    "fields": LIST, "sections": LIST, "contents": LIST,
}  # fmt: skip
FIELD: Shape = {"name": TEXT, **PLACE}
SECTION: Shape = {"title": TEXT, **PLACE, "documents": LIST}
CONTENTS: Shape = {"title": TEXT, "document": PERHAPS_WHOLE, **PLACE}
DOCUMENT: Shape = {
    "id": TEXT, "title": PERHAPS_TEXT, "number": PERHAPS_TEXT, "kind": PERHAPS_TEXT,
    "issuers": LIST, "addressees": LIST, "dated_on": PERHAPS_TEXT, "effective_on": PERHAPS_TEXT,
    **PLACE, "complete": FLAG, "part_of": PERHAPS_WHOLE, "fields": LIST, "annexes": LIST,
    "contacts": LIST, "urls": LIST, "clauses": LIST, "facts": LIST, "findings": LIST,
}  # fmt: skip
ANNEX: Shape = {"title": TEXT, "format": PERHAPS_TEXT}
CONTACT: Shape = {"role": PERHAPS_TEXT, "masked": TEXT}
CLAUSE: Shape = {
    "ref": TEXT, "kind": TEXT, "number": PERHAPS_TEXT, "label": PERHAPS_TEXT,
    "heading": PERHAPS_TEXT, "text": TEXT, **PLACE, "children": LIST,
}  # fmt: skip
FINDING: Shape = {"type": TEXT, **PLACE, "message": TEXT, "proposal": PERHAPS_TEXT}
UNIT: Shape = {"name": TEXT, "role": TEXT}

ANY_FACT: Shape = {"type": TEXT, "clause": TEXT, "quote": TEXT, **PLACE}
AMOUNT: Shape = {
    "subject": TEXT, "comparison": TEXT, "value": TEXT, "unit": PERHAPS_TEXT,
    "group": PERHAPS_TEXT,
}  # fmt: skip
FACTS: dict[str, Shape] = {
    "deadline": {
        "on": PERHAPS_TEXT, "until": PERHAPS_TEXT, "relation": TEXT, "what": PERHAPS_TEXT,
        "who": PERHAPS_TEXT,
    },
    "period": {
        "amount": WHOLE, "unit": TEXT, "from": PERHAPS_TEXT, "border": TEXT,
        "what": PERHAPS_TEXT,
    },
    "target": {
        "indicator": TEXT, "comparison": TEXT, "value": PERHAPS_TEXT, "unit": PERHAPS_TEXT,
        "base_year": PERHAPS_WHOLE, "year": PERHAPS_WHOLE, "year_implied": FLAG,
        "modality": LIST, "direction": TEXT,
    },
    "threshold": AMOUNT,
    "duty": {"units": LIST, "open_ended": FLAG, "task": TEXT},
    "reference": {"title": PERHAPS_TEXT, "number": PERHAPS_TEXT, "target": PERHAPS_TEXT},
    "quota": AMOUNT,
    "money": {"value": TEXT, "unit": TEXT, "what": PERHAPS_TEXT},
    "date": {"on": TEXT, "what": PERHAPS_TEXT},
    "recorded": {
        "indicator": TEXT, "comparison": TEXT, "value": TEXT, "unit": PERHAPS_TEXT,
        "year": PERHAPS_WHOLE,
    },
}  # fmt: skip
WORDS = {
    "relation": {"on", "before", "by", "from", "until"},
    "border": {"within", "full", "less_than", "after"},
    "comparison": {"=", ">=", "<=", ">", "<", "~", "by"},
    "direction": {"level", "decrease", "increase", "growth_per_year"},
}
TIME_UNITS = {"working_day", "day", "month", "year"}
ROLES = {"lead", "with", "by_duty"}
FINDINGS = {"ocr", "contradiction", "missing", "numbering"}
STEPS = {
    "part": "part", "subpart": "subpart", "chapter": "chp", "section": "sec", "article": "art",
    "paragraph": "para", "item": "item", "subitem": "subitem", "level1": "l1", "level2": "l2",
    "level3": "l3", "level4": "l4", "box": "box", "table": "tbl", "point": "point",
    "note": "note",
}  # fmt: skip
STEP = (
    r"(?:part|subpart|chp|sec|art|para|item|subitem|l[1-4]|box|tbl|point|note)"
    r"_\d+(?:-\d+)?(?:~\d+)?"
)
REF = re.compile(rf"(?P<document>[^#\s]+)#(?P<path>{STEP}(?:/{STEP})*)")
NUMBERED = re.compile(r"[^〔〕\s\d]+〔\d{4}〕(?:第)?\d+号(?:!\d+)*")
UNNUMBERED = re.compile(r"[^#\s]+(?:!\d+)*")
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
LOOSE_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def every_clause(clauses: list[Json]) -> Iterator[Json]:
    """The clauses at any depth, outermost first."""
    for clause in clauses:
        yield clause
        yield from every_clause(clause["children"])


def false_shape(value: Json, shape: Shape, where: str) -> Iterator[str]:
    """Keys that are missing, too many or out of order, and values of another type."""
    if type(value) is not dict:
        yield f"{where} is no object"
        return
    if list(value) != list(shape):
        yield f"{where} has the keys {list(value)}, not {list(shape)}"
    for key, types in shape.items():
        if key in value and type(value[key]) not in types:
            yield f"{where}.{key} is {value[key]!r}"
        if key in WORDS and value.get(key) not in WORDS[key]:
            yield f"{where}.{key} is {value.get(key)!r}"


def false_list(values: Json, shape: Shape, where: str) -> Iterator[str]:
    """What is wrong with the shapes of a list."""
    for place, value in enumerate(values):
        yield from false_shape(value, shape, f"{where}[{place}]")


def only_texts(values: Json, where: str) -> Iterator[str]:
    """Values of a list of words that are none."""
    for value in values:
        if type(value) is not str or not value.strip():
            yield f"{where} holds {value!r}"


def false_shapes(reading: Json) -> Iterator[str]:
    """Every key and type of the whole answer."""
    yield from false_shape(reading, READING, "reading")
    if next(iter(reading)) != "contract" or reading["contract"] != 1:
        yield "the first key is not the contract"
    yield from false_shape(reading["source"], SOURCE, "source")
    yield from false_list(reading["source"]["removed"], REMOVED, "removed")
    yield from false_list(reading["findings"], FINDING, "findings")
    if reading["bulletin"] is not None:
        yield from false_bulletin(reading["bulletin"])
    for place, document in enumerate(reading["documents"]):
        yield from false_document(document, f"documents[{place}]")


def false_bulletin(bulletin: Json) -> Iterator[str]:
    """Every key and type of the bulletin."""
    yield from false_shape(bulletin, BULLETIN, "bulletin")
    yield from only_texts(bulletin["organisers"], "organisers")
    yield from false_list(bulletin["fields"], FIELD, "bulletin.fields")
    yield from false_list(bulletin["sections"], SECTION, "sections")
    yield from false_list(bulletin["contents"], CONTENTS, "contents")
    for key in ("published_on", "posted_on"):
        if bulletin[key] is not None and not DAY.fullmatch(bulletin[key]):
            yield f"bulletin.{key} is {bulletin[key]!r}"


def false_document(document: Json, where: str) -> Iterator[str]:
    """Every key and type of a document, its clauses and its facts."""
    yield from false_shape(document, DOCUMENT, where)
    for key in ("issuers", "addressees", "urls"):
        yield from only_texts(document[key], f"{where}.{key}")
    for key in ("dated_on", "effective_on"):
        if document[key] is not None and not DAY.fullmatch(document[key]):
            yield f"{where}.{key} is {document[key]!r}"
    lists = {"fields": FIELD, "annexes": ANNEX, "contacts": CONTACT, "findings": FINDING}
    for key, shape in lists.items():
        yield from false_list(document[key], shape, f"{where}.{key}")
    for clause in every_clause(document["clauses"]):
        yield from false_shape(clause, CLAUSE, clause["ref"])
    for finding in document["findings"]:
        if finding["type"] not in FINDINGS:
            yield f"{where}: a finding of type {finding['type']}"
    for fact in document["facts"]:
        yield from false_fact(fact)


def false_fact(fact: Json) -> Iterator[str]:
    """Every key, type and word of a fact."""
    kind = fact["type"]
    where = f"{kind} in {fact['clause']}"
    yield from false_shape(fact, {**ANY_FACT, **FACTS[kind]}, where)
    if fact.get("value") is not None and not DECIMAL.fullmatch(fact["value"]):
        yield f"{where}: value {fact['value']!r}"
    for key in ("on", "until"):
        if fact.get(key) is not None and not LOOSE_DAY.fullmatch(fact[key]):
            yield f"{where}: {key} {fact[key]!r}"
    if kind == "period" and fact["unit"] not in TIME_UNITS:
        yield f"{where}: unit {fact['unit']!r}"
    if kind == "duty":
        yield from false_list(fact["units"], UNIT, where)
        if not fact["units"] or any(unit["role"] not in ROLES for unit in fact["units"]):
            yield f"{where}: units {fact['units']}"
    if kind == "target":
        yield from only_texts(fact["modality"], where)


def false_references(reading: Json) -> Iterator[str]:
    """References that cannot be parsed, come twice, or do not say where the clause hangs."""
    refs = [c["ref"] for d in reading["documents"] for c in every_clause(d["clauses"])]
    if len(refs) != len(set(refs)):
        yield f"references twice: {sorted({ref for ref in refs if refs.count(ref) > 1})}"
    ids = [document["id"] for document in reading["documents"]]
    if len(ids) != len(set(ids)):
        yield f"documents twice: {ids}"
    for document in reading["documents"]:
        number = document["number"]
        own = NUMBERED if number else UNNUMBERED
        if not own.fullmatch(document["id"]):
            yield f"{document['id']!r} is no identity"
        for clause in every_clause(document["clauses"]):
            yield from false_reference(clause, document["id"])
        yield from false_targets(document, set(refs), set(ids))


def false_reference(clause: Json, document: str) -> Iterator[str]:
    """A reference that does not lie in its document, or is not of its clause's kind and number."""
    parsed = REF.fullmatch(clause["ref"])
    if parsed is None or parsed["document"] != document:
        yield f"{clause['ref']!r} is no reference in {document}"
        return
    name, _, number = parsed["path"].rsplit("/", 1)[-1].partition("_")
    if STEPS.get(clause["kind"]) != name:
        yield f"{clause['ref']} is a {clause['kind']}"
    if clause["number"] is not None and clause["number"] != number.partition("~")[0]:
        yield f"{clause['ref']} has the number {clause['number']}"
    outer = {"part", "subpart", "chapter", "section"}
    for child in clause["children"]:
        inherits = child["ref"].startswith(clause["ref"] + "/")
        if not inherits and not (clause["kind"] in outer and "#art_" in child["ref"]):
            yield f"{child['ref']} hangs on {clause['ref']}"


def false_targets(document: Json, refs: set[str], ids: set[str]) -> Iterator[str]:
    """Facts whose clause, task or target is not there."""
    for fact in document["facts"]:
        alone = fact["type"] == "date" and fact["clause"] == document["id"]
        if fact["clause"] not in refs and not alone:
            yield f"{fact['type']} in {fact['clause']}, which is not there"
        if fact["type"] == "duty" and fact["task"] not in refs:
            yield f"duty for {fact['task']}, which is not there"
        target = fact.get("target")
        here = target is not None and "#" in target and target.partition("#")[0] in ids
        if here and target not in refs:
            yield f"{fact['quote']!r} refers to {target}, which is not there"


def false_positions(reading: Json) -> Iterator[str]:
    """Positions of documents that are not what they say."""
    documents = reading["documents"]
    for place, document in enumerate(documents):
        parent = document["part_of"]
        if parent is None and "!" in document["id"]:
            yield f"{document['id']} is attached to nothing"
        if parent is not None:
            if not 0 <= parent < place:
                yield f"{document['id']} is part of {parent}"
            elif document["id"].rpartition("!")[0] != documents[parent]["id"]:
                yield f"{document['id']} is part of {documents[parent]['id']}"
    bulletin = reading["bulletin"]
    if bulletin is not None:
        listed = [line["document"] for line in bulletin["contents"]]
        yield from false_contents(bulletin["contents"], documents)
        for section in bulletin["sections"]:
            listed_here = section["documents"]
            if any(not 0 <= place < len(documents) for place in listed_here):
                yield f"section {section['title']} holds {listed_here}"
        named = [place for place in listed if place is not None]
        if len(named) != len(set(named)):
            yield f"the contents name a document twice: {named}"


def false_contents(contents: list[Json], documents: list[Json]) -> Iterator[str]:
    """Lines of the contents that point at another document than the one they name."""
    for line in contents:
        place = line["document"]
        if place is None:
            continue
        if not 0 <= place < len(documents) or documents[place]["part_of"] is not None:
            yield f"the contents name document {place}"
        elif bare(line["title"]) not in bare(documents[place]["title"] or "") and bare(
            documents[place]["title"] or ""
        ) not in bare(line["title"]):
            yield f"{line['title']!r} in the contents is {documents[place]['title']!r}"


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def places(reading: Json) -> Iterator[tuple[int, int, str]]:
    """Every range that the answer gives, with what it is of."""
    for removed in reading["source"]["removed"]:
        yield removed["start"], removed["end"], f"removed: {removed['why']}"
    for finding in reading["findings"]:
        yield finding["start"], finding["end"], "finding"
    if (bulletin := reading["bulletin"]) is not None:
        for key in ("fields", "sections", "contents"):
            for value in bulletin[key]:
                yield value["start"], value["end"], f"bulletin.{key}"
    for document in reading["documents"]:
        yield document["start"], document["end"], document["id"]
        for key in ("fields", "facts", "findings"):
            for value in document[key]:
                yield value["start"], value["end"], f"{document['id']} {key}"
        for clause in every_clause(document["clauses"]):
            yield clause["start"], clause["end"], clause["ref"]


def false_places(reading: Json, text: str) -> Iterator[str]:
    """Ranges outside the source or outside what they belong to, and quotes that are none."""
    if reading["source"]["characters"] != len(text):
        yield f"{reading['source']['characters']} characters for {len(text)}"
    for start, end, what in places(reading):
        if not 0 <= start <= end <= len(text):
            yield f"{what}: {start}:{end}"
    for document in reading["documents"]:
        clauses = {one["ref"]: one for one in every_clause(document["clauses"])}
        for clause in clauses.values():
            yield from children_outside(clause)
        for fact in document["facts"]:
            if bare(fact["quote"]) != bare(text[fact["start"] : fact["end"]]):
                yield f"{fact['clause']}: {fact['quote']!r} is not the source"
            holder = clauses.get(fact["clause"], document)
            if not holder["start"] <= fact["start"] <= fact["end"] <= holder["end"]:
                yield f"{fact['clause']}: {fact['quote']!r} stands elsewhere"


def children_outside(clause: Json) -> Iterator[str]:
    """Children that leave their parent's range or lie over each other."""
    past = clause["start"]
    for child in clause["children"]:
        if not past <= child["start"] <= child["end"] <= clause["end"]:
            yield f"{child['ref']} leaves its place in {clause['ref']}"
        past = child["end"]


def taken_out(reading: Json, length: int) -> bytearray:
    """Which characters were set aside or stand in a field, the contents or a section title."""
    taken = bytearray(length)
    ranges = [(one["start"], one["end"]) for one in reading["source"]["removed"]]
    if (bulletin := reading["bulletin"]) is not None:
        for key in ("fields", "sections", "contents"):
            ranges += [(one["start"], one["end"]) for one in bulletin[key]]
    for document in reading["documents"]:
        ranges += [(one["start"], one["end"]) for one in document["fields"]]
    for start, end in ranges:
        taken[start:end] = b"\1" * (end - start)
    return taken


def lost_characters(reading: Json, text: str) -> Iterator[str]:
    """Characters other than white space that no part of the answer accounts for."""
    taken = taken_out(reading, len(text))
    for document in reading["documents"]:
        for clause in document["clauses"]:
            span = clause["end"] - clause["start"]
            taken[clause["start"] : clause["end"]] = b"\1" * span
    lost = [at for at, held in enumerate(taken) if not held and not text[at].isspace()]
    if lost:
        yield f"{len(lost)} characters lost, from {lost[0]}: {text[lost[0] : lost[0] + 30]!r}"


def false_texts(reading: Json, text: str) -> Iterator[str]:
    """Clauses whose label, heading and text are not what stands at their own place."""
    taken = taken_out(reading, len(text))
    for document in reading["documents"]:
        for clause in every_clause(document["clauses"]):
            own = bytearray(taken[clause["start"] : clause["end"]])
            for child in clause["children"]:
                first, past = child["start"] - clause["start"], child["end"] - clause["start"]
                own[first:past] = b"\1" * (past - first)
            stands = "".join(text[clause["start"] + at] for at, held in enumerate(own) if not held)
            says = (clause["label"] or "") + (clause["heading"] or "") + clause["text"]
            if bare(stands) != bare(says):
                yield f"{clause['ref']} says {says!r} for {stands!r}"


def broken_promises(reading: Json, text: str) -> list[str]:
    """Every promise of the contract that the answer breaks, in words."""
    return [
        *false_shapes(reading),
        *false_references(reading),
        *false_positions(reading),
        *false_places(reading, text),
        *lost_characters(reading, text),
        *false_texts(reading, text),
    ]

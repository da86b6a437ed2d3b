# SPDX-License-Identifier: Apache-2.0
"""Addresses and FRBR metadata of Akoma Ntoso: what the work is, who issued it, when, where.

Works are addressed as ``/akn/cn/<act|statement>/<date>/<document id>`` (OASIS naming convention
1.0; ``cn`` for the country, the document id in place of the number).
"""

from __future__ import annotations

import re
from datetime import date

from lxml import etree
from lxml.etree import _Element as Element

from yiju.library.reading import model

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGE = "zho"
NO_DAY = "0001-01-01"
"""The schema asks for a date; this one is named ``unknown`` beside it."""

NOT_ALLOWED = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def name(local: str) -> str:
    """An element of Akoma Ntoso with its namespace."""
    return f"{{{NAMESPACE}}}{local}"


def empty_file() -> Element:
    """The root of a file, with Akoma Ntoso as its default namespace."""
    namespaces: dict[str | None, str] = {None: NAMESPACE}
    return etree.Element(name("akomaNtoso"), nsmap=namespaces)  # type: ignore[arg-type]


def add(parent: Element, local: str, text: str | None = None, **attributes: str) -> Element:
    """Adds an element with its text."""
    given = {key: allowed(value) for key, value in attributes.items()}
    element = etree.SubElement(parent, name(local), given)
    if text is not None:
        element.text = allowed(text)
    return element


def allowed(text: str) -> str:
    """The text with a blank for every character that XML cannot hold."""
    return NOT_ALLOWED.sub(" ", text)


def eid(path: str) -> str:
    """The path of a clause as an identifier inside its file."""
    return re.sub(r"\s", "_", path.replace("/", "__"))


def issuer_id(prefix: str, number: int) -> str:
    """How the n-th issuer of a document is called inside its file."""
    return f"{prefix}issuer_{number}"


def source_id(prefix: str) -> str:
    """How the program that wrote the file is called inside it."""
    return f"{prefix}yiju"


def is_act(document: model.Document) -> bool:
    """Whether a document is built of articles, as laws, rules and guidelines are."""
    waiting = list(document.clauses)
    while waiting:
        node = waiting.pop()
        if node.kind == "article":
            return True
        waiting.extend(node.children)
    return False


def work_address(document: model.Document) -> str:
    """The address of a document as a work."""
    sort = "act" if is_act(document) else "statement"
    day = document.dated_on.isoformat() if document.dated_on else "-"
    return f"/akn/cn/{sort}/{day}/{_slug(document.id)}"


def unknown_address(document_id: str) -> str:
    """The address of a document that is only referred to."""
    return f"/akn/cn/doc/-/{_slug(document_id)}"


def _slug(words: str) -> str:
    return re.sub(r"[\s/#?%]+", "_", words)


def document_meta(root: Element, document: model.Document, prefix: str) -> None:
    """The metadata of one document; identifiers begin with ``prefix``."""
    source = f"#{source_id(prefix)}"
    meta = add(root, "meta")
    address = work_address(document)
    authors = [f"#{issuer_id(prefix, n)}" for n in range(1, len(document.issuers) + 1)]
    _identification(meta, address, document.dated_on, source, authors, document)
    if document.effective_on:
        cycle = add(meta, "lifecycle", source=source)
        add(
            cycle,
            "eventRef",
            date=document.effective_on.isoformat(),
            type="generation",
            source=source,
            eId=f"{prefix}in_force",
        )
    references = add(meta, "references", source=source)
    _software(references, prefix)
    for number, issuer in enumerate(document.issuers, start=1):
        add(
            references,
            "TLCOrganization",
            eId=issuer_id(prefix, number),
            href=f"/akn/ontology/organization/cn/{_slug(issuer)}",
            showAs=issuer,
        )


def collection_meta(root: Element, reading: model.Reading) -> None:
    """The metadata of a collection: the bulletin, or the source where it is none."""
    meta, source = add(root, "meta"), f"#{source_id('')}"
    bulletin = reading.bulletin
    words = (bulletin.title, bulletin.issue) if bulletin else (reading.source.name,)
    title = "_".join(word for word in words if word) or reading.source.sha256[:8]
    day = bulletin.published_on if bulletin else None
    address = f"/akn/cn/documentCollection/{day or '-'}/{_slug(title)}"
    _identification(meta, address, day, source, [], None)
    _software(add(meta, "references", source=source), "")


def _software(references: Element, prefix: str) -> None:
    add(
        references,
        "TLCOrganization",
        eId=source_id(prefix),
        href="/akn/ontology/organization/yiju",
        showAs="Yiju",
    )


def _identification(
    meta: Element,
    address: str,
    day: date | None,
    source: str,
    authors: list[str],
    document: model.Document | None,
) -> None:
    """The work, its Chinese expression, and this file as their manifestation."""
    identification = add(meta, "identification", source=source)
    known = {"date": day.isoformat(), "name": "generation"} if day else UNKNOWN_DAY
    expression = f"{address}/{LANGUAGE}@{day or ''}"
    levels = (
        ("FRBRWork", address, f"{address}/!main"),
        ("FRBRExpression", expression, f"{expression}/!main"),
        ("FRBRManifestation", f"{expression}.akn", f"{expression}/!main.akn"),
    )
    for level, whole, this in levels:
        part = add(identification, level)
        add(part, "FRBRthis", value=this)
        add(part, "FRBRuri", value=whole)
        add(part, "FRBRdate", **known)
        for author in (level == "FRBRWork" and authors) or [source]:
            add(part, "FRBRauthor", href=author)
        if level == "FRBRWork":
            _work(part, document)
        elif level == "FRBRExpression":
            add(part, "FRBRlanguage", language=LANGUAGE)


UNKNOWN_DAY = {"date": NO_DAY, "name": "unknown"}


def _work(part: Element, document: model.Document | None) -> None:
    add(part, "FRBRcountry", value="cn")
    if document is not None and document.number:
        add(part, "FRBRnumber", value=document.number)
    if document is not None and document.title:
        add(part, "FRBRname", value=document.title)

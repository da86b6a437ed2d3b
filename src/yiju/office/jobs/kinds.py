# SPDX-License-Identifier: Apache-2.0
"""The kinds of jobs: a name and the function that does it, told by whoever brings the kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from typing import Protocol

from yiju.kernel.actor import Actor

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


class State(StrEnum):
    """How a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Progress(Protocol):
    """Tells how far a job is: the stage, how much of it is done, and of how much."""

    def __call__(self, stage: str, done: int, of: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a worker is given: the words of the request, on whose behalf, and the hour."""

    actor: Actor
    arguments: Mapping[str, Json]
    at: datetime
    progress: Progress


Work = Callable[[Order], Json]

_kinds: dict[str, Work] = {}
_places: dict[str, str] = {}


def job(kind: str) -> Callable[[Work], Work]:
    """Makes a function the one that does jobs of a kind.

    It may be called again after a crash, so it does its writing in one transaction and finds out
    for itself what is done already.
    """

    def register(work: Work) -> Work:
        if _kinds.setdefault(kind, work) is not work:
            raise ValueError(f"two functions for jobs of the kind {kind}")
        return work

    return register


def declare(kind: str, module: str) -> None:
    """Says in which module the function for a kind is, so that only a worker need load it."""
    _places[kind] = module


def work_of(kind: str) -> Work:
    """The function that does jobs of a kind."""
    if kind not in _kinds and kind in _places:
        import_module(_places[kind])
    return _kinds[kind]


def is_kind(kind: str) -> bool:
    """Whether jobs of this kind can be done."""
    return kind in _kinds or kind in _places

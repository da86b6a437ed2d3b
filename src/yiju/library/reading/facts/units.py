# SPDX-License-Identifier: Apache-2.0
"""Names of units in an assignment, and the role of each.

Names are split at 、 and at 和 及 与 only after a whole name: 工业和信息化部, 文化和旅游部 and
住房和城乡建设部 stay whole, and so does 县(市、区)人民政府.
"""

from __future__ import annotations

import re

from yiju.library.reading.model import ResponsibleUnit, Role

_ENDS = frozenset("部委局署办厅院行会府门位室心司校社处科站所组队区县市省镇乡协联央团馆台企关库网")
"""The characters with which names of units end."""

_OUTER_COMMA = re.compile(r"([,;。])(?![^(]{0,200}\))")
_SEPARATOR = re.compile(r"、(?![^()〔〕]{0,60}[)〕])|以及|[和及与]")
_BETWEEN = re.compile(r"、|以及|[和及与]")
"""What parts names where no brackets are."""

_LABEL = re.compile(
    r"^(?P<role>责任|牵头|主办|承办|配合|参与|参加|协助|协同|协办)(?:落实)?(?:单位|部门|处室)(?:为|:)?"
)
_TAIL = re.compile(
    r"(?P<duty>(?:根据|依据|按照?|依)?(?:各自)?(?:职责|职能|分工|任务)+(?:分工)?(?:共同|分别)?(?:负责|落实|承担|推进)?"
    r"|分工负责|(?:共同|分别)(?:牵头)?(?:负责|落实))$"
    r"|(?P<lead>(?:共同|联合)?牵头(?:负责|组织|落实|实施|推进)*)$"
    r"|(?P<with>(?:共同|积极)?(?:参加|参与|配合|协助|协同)(?:负责|落实|实施)?)$"
    r"|(?P<plain>(?:抓好|组织)?落实|负责(?:落实|实施|推进|组织实施)?)$"
)
_TAIL_LAST = frozenset("责能工务实担进头织加与合助同")
"""The signs that :data:`_TAIL` can end with: a test before it."""
_OWN_ROLE = re.compile(r"\((牵头|配合|参与|参加|协助)(?:单位|部门)?\)$")
_OPEN = re.compile(r"等(?:各?(?:有关|相关))?(?:部门和单位|部门|单位|机构|方面)?$")
_START = re.compile(r"^(?:具体|主要)?由|^请|^[、:]+")
_LABEL_ROLES: dict[str, Role] = {"牵头": "lead", "主办": "lead"}
_NOT_IN_NAME = frozenset("《》“”:。")
_LONGEST = 40
_TAIL_REACH = 24


def names_of(words: str) -> list[str]:
    """The names in ``words`` that end as an assignment does; empty where they are no units."""
    units, _ = roles_of(words)
    return [unit.name for unit in units]


def roles_of(words: str) -> tuple[tuple[ResponsibleUnit, ...], bool]:
    """The units of an assignment with their roles, and whether 等 leaves the list open."""
    units: list[ResponsibleUnit] = []
    waiting: list[str] = []
    open_ended = False
    marked = False
    labelled: Role | None = None
    for group in _groups(words.replace("牵头、", "牵头,").replace("会同", "牵头,")):
        names, role, is_open, ends = _group(group, bool(units))
        if _LABEL.match(group):
            labelled = role
        elif labelled is not None and not ends:
            role, ends = labelled, True
        open_ended = open_ended or is_open
        marked = marked or ends
        if not ends:
            waiting += names
            continue
        units += _with_roles(waiting + names, role)
        waiting = []
    if waiting or not marked or not units or not all(_is_name(unit.name) for unit in units):
        return (), False
    if labelled == "lead" and len(units) > 1 and words.lstrip("(").startswith("责任"):
        units = [ResponsibleUnit(unit.name, "by_duty") for unit in units]
    return tuple(units), open_ended


def _groups(words: str) -> list[str]:
    """The parts of an assignment between commas; a comma in brackets parts nothing."""
    return [part for part in _OUTER_COMMA.sub("\n", words).split("\n") if part]


def _group(group: str, follows: bool) -> tuple[list[str], Role, bool, bool]:
    """The names of one part, their role, whether it is open, whether it ends with a role."""
    group = _START.sub("", group)
    label = _LABEL.match(group)
    body = group[label.end() :] if label else group
    tail = None
    if body[-1:] in _TAIL_LAST:
        tail = _TAIL.search(body, max(0, len(body) - _TAIL_REACH))
    body = body[: tail.start()] if tail else body
    opened = _OPEN.search(body, max(0, len(body) - _TAIL_REACH))
    names = _split(body[: opened.start()] if opened else body)
    role = _role(label, tail, len(names), follows)
    return names, role, opened is not None, bool(label or tail)


def _role(
    label: re.Match[str] | None, tail: re.Match[str] | None, names: int, follows: bool
) -> Role:
    """A lone unit leads; several without a leader act by their duties."""
    kind = tail.lastgroup if tail is not None else None
    if kind == "lead":
        return "lead"
    if kind == "with":
        return "with"
    if kind == "duty":
        return "by_duty"
    if label is not None and label.group("role") != "责任":
        return _LABEL_ROLES.get(label.group("role"), "with")
    if follows and label is None:
        return "with"
    return "lead" if names == 1 else "by_duty"


def _with_roles(names: list[str], role: Role) -> list[ResponsibleUnit]:
    """The units; a name with its own mark, 甲局(牵头), has that role."""
    units = []
    marks = [_OWN_ROLE.search(name) if name[-1] == ")" else None for name in names]
    some_leads = any(mark is not None and mark.group(1) == "牵头" for mark in marks)
    for name, mark in zip(names, marks, strict=True):
        if mark is not None:
            own: Role = "lead" if mark.group(1) == "牵头" else "with"
            units.append(ResponsibleUnit(name[: mark.start()], own))
        else:
            units.append(ResponsibleUnit(name, "with" if some_leads else role))
    return units


def _split(body: str) -> list[str]:
    """The names in a list; 和 parts two names only where the first is whole."""
    names = []
    first = 0
    bracketed = ")" in body or "〕" in body
    for mark in (_SEPARATOR if bracketed else _BETWEEN).finditer(body):
        name = body[first : mark.start()]
        if mark.group() in "和及与" and not _is_whole(name):
            continue
        if name:
            names.append(name)
        first = mark.end()
    if body[first:]:
        names.append(body[first:])
    return names


def _is_whole(name: str) -> bool:
    return len(name) >= 2 and (name[-1] in _ENDS or name.endswith((")", "〕", "政府")))


def _is_name(name: str) -> bool:
    """Whether the words can be the name of a unit."""
    if not 2 <= len(name) <= _LONGEST or not _NOT_IN_NAME.isdisjoint(name):
        return False
    if name.count("(") != name.count(")") or name.count("(") > 1 or name[0] == "(":
        return False
    return _is_whole(name)

# SPDX-License-Identifier: Apache-2.0
"""《办法》 in the notice that issues it is the attached text, and so are its articles. A sample."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.plain_document import document
from yiju.library.reading.facts import facts_of
from yiju.library.reading.mapped import MappedText
from yiju.library.reading.model import Reference

NOTICE = "甲发〔2025〕1号"


def _targets(text: str) -> list[str | None]:
    title = "关于印发《样例管理办法》的通知"
    notice, head = document(text, name=NOTICE, title=title)
    attached, clean = document(
        "{art_1/para_1}为加强样例管理,制定本办法。", name=f"{NOTICE}!1", title="样例管理办法",
        offset=len(head),
    )  # fmt: skip
    whole = head + clean[len(head) :]
    made = facts_of([notice, replace(attached, part_of=0)], MappedText(whole, (0,), (0,)), whole)[0]
    return [fact.target for fact in made if isinstance(fact, Reference)]


def test_the_issued_text_is_the_attached_document() -> None:
    assert _targets("现将《样例管理办法》印发给你们。") == [f"{NOTICE}!1"]


def test_an_article_of_the_issued_text_is_found_in_the_attached_document() -> None:
    text = f"执行《样例管理办法》({NOTICE})第一条。"
    assert _targets(text) == [f"{NOTICE}!1#art_1"]


def test_without_the_attached_text_the_notice_does_not_name_itself() -> None:
    title = "关于印发《样例管理办法》的通知"
    notice, clean = document("现将《样例管理办法》印发给你们。", name=NOTICE, title=title)
    (found,) = facts_of([notice], MappedText(clean, (0,), (0,)), clean)[0]
    assert isinstance(found, Reference) and found.target is None

# SPDX-License-Identifier: Apache-2.0
"""Short texts of our own for the tests of single stages (samples, not anybody's policy)."""

from __future__ import annotations

from collections.abc import Iterator

from yiju.library.reading.model import Document, Node, Reading
from yiju.library.reading.pipeline import read_text

NOTICE = """18.样例市经济局关于开展样例申报工作的通知
样经发〔2024】7号
各县（市、区）经济局，有关企业：
为做好样例申报工作，现将有关事项通知如下。
一、总体要求
坚持公开公平。
二、主要任务
（一）摸清底数。各地于五月底前完成。
（二）组织申报1.网上填报。由企业填报。2.逐级审核。由县级审核。
附件：1.样例申请表.docx
2.样例汇总表.xlsx
样例市经济局
2024年4月3日
"""

RULES = """样例河道管理办法
（2021年3月1日样例市人民政府第三次常务会议通过）
目 录
第一章 总则
第二章 附则
第一章 总则
第一条 为了管理样例河道，制定本办法。
第二条 下列活动应当报批：
（一）取水；（二）采砂；
（三）其他活动。
依照第一条办理的，不再报批。
第二条之一 报批由样例局受理。
第二章 附则
第三条 本办法自2021年5月1日起施行。
"""


def reading_of(text: str) -> Reading:
    return read_text(text, name="sample.txt", sha256="0" * 64)


def nodes_of(clauses: tuple[Node, ...]) -> Iterator[Node]:
    for clause in clauses:
        yield clause
        yield from nodes_of(clause.children)


def paths_of(document: Document) -> list[str]:
    return [node.path for node in nodes_of(document.clauses)]


def node_at(document: Document, path: str) -> Node:
    return next(node for node in nodes_of(document.clauses) if node.path == path)

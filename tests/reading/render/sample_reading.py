# SPDX-License-Identifier: Apache-2.0
"""A small reading made by hand that holds every kind of value of the model (a sample)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiju.library.reading import model

NOTICE = "样发〔2025〕1号"
GUIDE = f"{NOTICE}!1"


def node(
    kind: model.Kind,
    path: str,
    text: str = "",
    *children: model.Node,
    label: str | None = None,
    heading: str | None = None,
) -> model.Node:
    """A clause; its offsets are made up, but never empty and never alike."""
    number = path.rsplit("_", 1)[1]
    start = sum(map(ord, path)) % 500
    end = start + len(text) + 1
    return model.Node(
        kind, number, label, heading, path, text, start, end, start, end, tuple(children)
    )


ITEM = node("item", "art_1/para_1/item_1", "依法履行义务；", label="（一）")
PARAGRAPH = node("paragraph", "art_1/para_1", "申请修复应当符合下列条件：", ITEM)
ARTICLE = node("article", "art_1", "", PARAGRAPH, label="第一条")
CHAPTER = node("chapter", "chp_1", "", ARTICLE, label="第一章", heading="总则")
MEASURE = node("level2", "l1_1/l2_1", "到2030年达到25%左右。", label="（一）", heading="主要目标")
TABLE = node("table", "l1_1/tbl_1", "指标\t数值\n比重\t25%")
LEVEL = node("level1", "l1_1", "", MEASURE, TABLE, label="一、", heading="总体要求")


def place(clause: str) -> dict[str, object]:
    """What every fact of the sample has."""
    return {"clause": f"{NOTICE}#{clause}", "quote": "到2030年达到25%左右", "start": 5, "end": 17}


FACTS: tuple[model.Fact, ...] = (
    model.Deadline(
        **place("l1_1"), on="2025-04-25", until=None, relation="by", what="报送", who="各市"
    ),
    model.Period(
        **place("l1_1"), amount=15, unit="working_day", since="收到申请", border="within", what=None
    ),
    model.Target(
        **place("l1_1/l2_1"),
        indicator="比重",
        comparison="~",
        value=Decimal("25.0"),
        unit="%",
        base_year=2005,
        year=2030,
        year_implied=False,
        modality=("左右",),
        direction="level",
    ),
    model.Target(
        **place("l1_1/l2_1"),
        indicator="达峰",
        comparison="by",
        value=None,
        unit=None,
        base_year=None,
        year=2030,
        year_implied=True,
        modality=(),
        direction="level",
    ),
    model.Threshold(
        **place("l1_1"),
        subject="设备投资",
        comparison=">=",
        value=Decimal(800),
        unit="万元",
        group="先进制造类",
    ),
    model.Duty(
        **place("l1_1"),
        units=(model.ResponsibleUnit("市数据局", "lead"),),
        open_ended=True,
        task=f"{NOTICE}#l1_1/l2_1",
    ),
    model.Reference(**place("l1_1/l2_1"), title="样例办法", number=None, target=f"{GUIDE}#art_1"),
    model.Quota(
        **place("l1_1"),
        subject="推荐项目",
        comparison="<=",
        value=Decimal(1),
        unit="个",
        group=None,
    ),
    model.Money(**place("l1_1"), value=Decimal("100"), unit="万元", what="补助"),
    model.DateNamed(
        clause=NOTICE, quote="2025年3月19日", start=30, end=40, on="2025-03-19", what="成文"
    ),
    model.Recorded(
        **place("l1_1"),
        indicator="比重",
        comparison=">",
        value=Decimal("-11.60"),
        unit="%",
        year=2019,
    ),
)


def document(document_id: str, **stated: object) -> model.Document:
    """A document of the sample; what is not stated is unknown or empty."""
    properties: dict[str, object] = {
        "id": document_id,
        "title": None,
        "number": None,
        "kind": None,
        "issuers": (),
        "addressees": (),
        "dated_on": None,
        "effective_on": None,
        "start": 0,
        "end": 500,
        "complete": True,
        "part_of": None,
        "fields": (),
        "annexes": (),
        "contacts": (),
        "urls": (),
        "clauses": (),
    }
    return model.Document(**(properties | stated))


READING = model.Reading(
    source=model.Source("样例.txt", "0" * 64, 1000, (model.Removed(0, 10, "site chrome"),)),
    bulletin=model.Bulletin(
        title="样例政策汇编",
        issue="2025年第1期",
        total_issue=1,
        organisers=("样例市数据局",),
        published_on=date(2025, 3, 20),
        posted_on=None,
        fields=(model.Field("title", 10, 16),),
        sections=(model.Section("市级政策", 20, 24, (0, 1)),),
        contents=(
            model.ContentsEntry("样例通知", 0, 24, 28),
            model.ContentsEntry("有目无文", None, 28, 32),
        ),
    ),
    documents=(
        document(
            NOTICE,
            title="关于印发《样例指引》的通知",
            number=NOTICE,
            kind="通知",
            issuers=("样例市数据局", "样例市财政局"),
            addressees=("各县（市、区）数据局",),
            dated_on=date(2025, 3, 19),
            effective_on=date(2025, 4, 1),
            fields=(model.Field("title", 40, 53),),
            annexes=(model.Annex("申请表", "docx"),),
            contacts=(model.Contact("联系人", "张**"),),
            urls=("https://example.test/1",),
            clauses=(node("paragraph", "para_1", "现将指引印发给你们。"), LEVEL),
            facts=FACTS,
            findings=(model.Finding("ocr", 50, 51, "“坏”疑为“坯”", "坯"),),
        ),
        document(
            GUIDE, title="样例指引", kind="指引", part_of=0, clauses=(CHAPTER,), complete=False
        ),
    ),
    findings=(model.Finding("missing", 0, 0, "没有正文", None),),
)

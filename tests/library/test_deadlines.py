# SPDX-License-Identifier: Apache-2.0
"""What closes when: a month is over after its days, a year after its months."""

from __future__ import annotations

from datetime import date

import pytest

from tests.library.texts import EDITOR, LATER, NOBODY, NOTICE, NUMBER, noted
from yiju.library.actions.deciding import correct_fact
from yiju.library.models import Fact
from yiju.library.queries.deadlines import closing_soon, deadline_list
from yiju.library.queries.document import document_page
from yiju.library.queries.search import SearchFilter, search

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def a_notice_due(day: str, number: str) -> None:
    noted(NOTICE.replace("58号", f"{number}号").replace("技术改造", number), f"{number}.txt")
    (fact,) = Fact.objects.filter(type="deadline", version__document__ref__contains=f"{number}号")
    correct_fact(EDITOR, fact.pk, {**fact.payload, "on": day}, at=LATER)


def test_a_month_or_year_that_still_runs_is_open_and_stands_after_its_days() -> None:
    days = ["2027", "2026-11-19", "2026", "2027-01-15", "2026-11", "2026-11-30", "2025"]
    for place, day in enumerate(days):
        a_notice_due(day, str(61 + place))
    shown = [row.day for row in deadline_list(NOBODY, since=TODAY).rows]
    assert shown == ["2026-11-30", "2026-11", "2026", "2027-01-15", "2027"]
    soon = [row.day for row in closing_soon(NOBODY, today=TODAY, limit=9)]
    assert soon == ["2026-11-30", "2026-11", "2027-01-15"]


RULES = """示例市科学技术局关于印发《示例市创新平台管理办法》的通知
示科〔2026〕9号
各区县科技主管部门：
现将《示例市创新平台管理办法》印发给你们，请遵照执行。
示例市科学技术局
2026年3月2日
示例市创新平台管理办法
第一条 为规范创新平台管理，制定本办法。
第二条 创新平台每两年评估一次。
"""


def test_what_is_attached_is_found_under_the_issuer_of_its_carrier() -> None:
    noted(RULES, "rules.txt")
    hits = search(NOBODY, "每两年评估", SearchFilter(issuer="示例市科学技术局")).hits
    assert [hit.document.ref for hit in hits] == ["示科〔2026〕9号!1"]


def test_a_plan_is_found_by_its_own_name_though_a_notice_carries_it() -> None:
    noted(NOTICE.replace("关于组织申报技术改造项目的通知", "关于印发示例市焕新计划的通知"))
    naming = NOTICE.replace("58号", "60号").replace("为推动", "根据《示例市焕新计划》,为推动")
    noted(naming, "naming.txt")
    page = document_page(NOBODY, NUMBER)
    assert page is not None
    assert [row.document for row in page.references_in] == ["示经信投资〔2026〕60号"]

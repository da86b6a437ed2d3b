# SPDX-License-Identifier: Apache-2.0
"""Every fact of every type is quoted from the source at its offsets, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.plain_document import document, facts
from yiju.library.reading.facts import facts_of
from yiju.library.reading.mapped import MappedText

PIECES = (
    "到2030年,", "再生水利用率", "达到", "25%", "左右", "比2020年下降", "自收到申请之日起",
    "五个工作日内", "请于4月 23日前", "截止时间分别为3月31日(第一批)、5月31日(第二批)",
    "《样例办法》", "(样发[2024]16号)", "第五条第二款第(一)项", "前款",
    "(甲部、乙局按职责分工负责)", "分别不低于", "800、600万元", "全覆盖", "达峰",
    "2030年前", "不再新增", "每个县最多推荐", "3个",
    ",", "。", "\n", " ", "(", ")", "《", "》", "“", "”", "等", "“十四五”期间", "至", "百分之二十",
    "翻一番", "施行",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_a_quote_is_what_the_source_has_at_its_offsets(pieces: list[str]) -> None:
    text = "".join(pieces)
    made, clean = document(text)
    for fact in facts_of([made], MappedText(clean, (0,), (0,)), clean)[0]:
        assert fact.quote == clean[fact.start : fact.end]
        assert fact.quote


def test_a_quote_over_a_joined_line_has_the_line_feed_of_the_source() -> None:
    source = "自收到申请之日起五个工\n作日内答复。"
    made, clean = document(source.replace("\n", ""))
    joined = MappedText(clean, (0, 11), (0, 12))
    (fact,) = facts_of([made], joined, source)[0]
    assert fact.quote == "自收到申请之日起五个工\n作日内"


def test_a_text_without_words_states_nothing() -> None:
    assert facts("") == () and facts(" ") == ()

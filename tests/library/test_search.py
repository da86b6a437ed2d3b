# SPDX-License-Identifier: Apache-2.0
"""Search: every substring is found, nothing else is, and both databases agree."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.texts import AT, LATER, NOBODY, NOTICE, NUMBER, PUBLISHER, READER, noted
from yiju.library.actions.correcting import set_state
from yiju.library.actions.reindexing import rebuild_index
from yiju.library.models import Clause, Document, SearchEntry, Source, Version
from yiju.library.queries.search import SearchFilter, search
from yiju.library.search import HEADS
from yiju.library.search.find import Narrowing, find
from yiju.library.search.index import index_document, remove_document
from yiju.library.words import normal_form, query_words

pytestmark = pytest.mark.django_db

EVERYTHING = Narrowing(public=False)
ALPHABET = "信用修复国家。、A1+\"'()的*%_\\- 𠀀é①ﬁ"
TEXTS = st.lists(st.text(st.sampled_from(ALPHABET), max_size=12), min_size=1, max_size=8)
WORDS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=6)


def shelved(texts: list[str]) -> Document:
    """A document whose clauses have these texts, straight into the tables and the index."""
    source = Source.objects.create(
        sha256="0" * 64, name="s", format="txt", size_bytes=0, text="", characters=0,
        reader_version="0", imported_at=AT, imported_by="t",
    )  # fmt: skip
    document = Document.objects.create(ref="d", imported_at=AT, imported_by="t")
    version = Version.objects.create(
        document=document, number=1, is_current=True, source=source, text_hash="", complete=True,
        characters=0, start=0, end=0, reader_version="0", read_at=AT,
    )  # fmt: skip
    Clause.objects.bulk_create(
        Clause(
            version=version, position=n, path=f"para_{n + 1}", kind="paragraph", text=text,
            first=0, past=0, start=0, end=0, hash="",
        )
        for n, text in enumerate(texts)
    )  # fmt: skip
    index_document(document, version.clauses.order_by("position"))
    return document


def found_texts(query: str) -> list[str]:
    entries = [f.entry for f in find(query_words(query), EVERYTHING, limit=1000).found]
    return sorted(Clause.objects.filter(pk__in=[e for e in entries if e < HEADS]).values_list(
        "text", flat=True
    ))  # fmt: skip


def scanned_texts(texts: list[str], query: str) -> list[str]:
    words = query_words(query)
    return sorted(t for t in texts if words and all(word in normal_form(t) for word in words))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.lists(WORDS, min_size=1, max_size=3))
def test_search_finds_what_a_plain_scan_finds(texts: list[str], words: list[str]) -> None:
    document = shelved(texts)
    query = " ".join(words)
    assert found_texts(query) == scanned_texts(texts, query)
    remove_document(document)
    document.delete()
    Source.objects.all().delete()


def test_every_substring_of_a_notice_is_found_in_its_clause() -> None:
    noted()
    chance = random.Random(7)
    for clause in Clause.objects.exclude(text=""):
        for length in (1, 2, 3, 5, 8):
            first = chance.randrange(max(1, len(clause.text) - length))
            query = clause.text[first : first + length]
            hits = find(query_words(query), EVERYTHING, limit=1000).found
            assert clause.pk in {hit.entry for hit in hits}, query


def test_a_very_long_clause_is_found_by_its_last_words() -> None:
    filler = "".join(random.Random(1).choices("国家发展改革委关于印发通知", k=60_000))
    shelved([filler + "末尾的信用修复", "别的"])
    assert len(found_texts("的信用修复")) == 1
    assert len(found_texts(filler[30_000:30_008])) == 1


def test_a_word_whose_pairs_stand_apart_is_not_found() -> None:
    shelved(["信用和用修加修复", "信用修复"])
    assert found_texts("信用修复") == ["信用修复"]


def test_counting_stops_at_the_cap_and_says_so() -> None:
    shelved(["公示"] * 30)
    findings = find(("公示",), EVERYTHING, limit=20)
    assert len(findings.found) == 20 and findings.capped
    assert not find(("公示",), EVERYTHING, limit=30).capped


def test_heads_come_before_headings_and_headings_before_text() -> None:
    noted()
    refs = [hit.ref for hit in search(NOBODY, "申报").hits]
    assert refs[0] == NUMBER and refs[1:3] == [f"{NUMBER}#l1_2", f"{NUMBER}#l1_1"]


def test_what_was_found_is_marked_and_can_be_cited() -> None:
    noted()
    (hit,) = search(NOBODY, "建设期 八百 800万元".replace("八百 ", "")).hits
    assert [piece.text for piece in hit.pieces if piece.marked] == ["800万元", "建设期"]
    assert hit.citation.endswith("（示经信投资〔2026〕58号）第一部分第（二）项")


def test_a_narrowed_search_has_only_what_it_is_narrowed_to() -> None:
    noted()
    noted(NOTICE.replace("58号", "59号").replace("技术改造", "节能降碳"), "other.txt")
    both = search(NOBODY, "在线提交")
    assert both.paging.count == 2
    for by in (SearchFilter(year=2025), SearchFilter(kind="办法"), SearchFilter(level="national")):
        assert search(NOBODY, "在线提交", by).paging.count == 0
    issuer = SearchFilter(issuer="示例市经济和信息化局", year=2026, kind="通知", level="municipal")
    assert search(NOBODY, "在线提交", issuer).paging.count == 2
    years = next(facet for facet in both.facets if facet.name == "year")
    assert [(option.value, option.count) for option in years.options] == [("2026", 2)]


def test_a_repealed_document_is_still_found_and_can_be_narrowed_to() -> None:
    noted()
    set_state(PUBLISHER, NUMBER, "repealed", at=LATER)
    assert search(NOBODY, "在线提交", SearchFilter(state="repealed")).paging.count == 1
    assert search(NOBODY, "在线提交", SearchFilter(state="in_force")).paging.count == 0


def test_the_public_finds_no_draft_and_staff_do() -> None:
    noted(publish=False)
    assert search(NOBODY, "在线提交").paging.count == 0
    assert search(READER, "在线提交").paging.count == 1


def test_the_public_cannot_find_a_telephone_number_digit_by_digit() -> None:
    shelved(["请致电13912345678咨询"])
    document = Document.objects.get()
    document.published_at, document.published_by = AT, "t"
    document.save()
    assert search(NOBODY, "12345").paging.count == 0
    assert search(NOBODY, "请致电").hits[0].text == "请致电139******78咨询"
    assert search(READER, "12345").paging.count == 1


def test_an_older_version_is_no_longer_found() -> None:
    noted()
    noted(NOTICE.replace("800万元", "600万元"), "changed.txt")
    assert search(NOBODY, "800万元").paging.count == 0
    assert search(NOBODY, "600万元").paging.count == 1


def test_a_rebuilt_index_finds_the_same() -> None:
    noted()
    before = [hit.ref for hit in search(NOBODY, "申报").hits]
    entries = rebuild_index(PUBLISHER, at=LATER)
    assert entries == SearchEntry.objects.count() == Clause.objects.count() + 1
    assert [hit.ref for hit in search(NOBODY, "申报").hits] == before


@pytest.mark.parametrize("query", ["", "   ", '"', "AND", "*", "信用*", "a OR b", "%", "\x00", "'"])
def test_no_query_is_an_error(query: str) -> None:
    noted()
    assert search(NOBODY, query).paging.count >= 0

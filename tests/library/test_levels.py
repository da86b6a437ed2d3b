# SPDX-License-Identifier: Apache-2.0
"""The level of government at which a body stands, by its name."""

from __future__ import annotations

import pytest

from yiju.library.levels import document_level, level_of


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("国家知识产权局办公室", "national"),
        ("工业和信息化部办公厅", "national"),
        ("市场监管总局", "national"),
        ("国家市场监督管理总局", "national"),
        ("中国人民银行", "national"),
        ("浙江省经济和信息化厅", "provincial"),
        ("国家税务总局浙江省税务局", "provincial"),
        ("北京市人民政府", "provincial"),
        ("广西壮族自治区人民政府", "provincial"),
        ("中共浙江省委", "provincial"),
        ("示例省科学技术厅", "provincial"),
        ("杭州市人民政府", "municipal"),
        ("延边朝鲜族自治州人民政府", "municipal"),
        ("浙江省杭州市财政局", "municipal"),
        ("上海市浦东新区人民政府", "county"),
        ("杭州市余杭区人民政府", "county"),
        ("德清县人民政府", "county"),
        ("高新处", "unknown"),
    ],
)
def test_a_body_stands_at_the_level_that_its_name_says(issuer: str, level: str) -> None:
    assert level_of(issuer) == level


def test_a_joint_document_stands_at_the_highest_level_of_its_issuers() -> None:
    assert document_level(["杭州市财政局", "工业和信息化部"]) == "national"


def test_without_issuers_the_section_of_the_bulletin_tells_the_level() -> None:
    assert document_level([], "浙江省政策篇") == "provincial"
    assert document_level([], "国家政策篇") == "national"
    assert document_level([]) == "unknown"

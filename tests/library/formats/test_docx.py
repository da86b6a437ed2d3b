# SPDX-License-Identifier: Apache-2.0
"""Word documents become the lines that Word shows (all samples are our own)."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest

from tests.library.formats.made_files import docx, paragraph, word, zipped
from yiju.kernel.invalid_input import InvalidInput
from yiju.library.formats import extract


def lines(body: str, **parts: str) -> list[str]:
    """The lines read from a document with this body."""
    extracted = extract("a.docx", docx(body, **parts))
    assert extracted.format == "docx"
    return extracted.text.splitlines()


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{more}'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(list_id: int, depth: int, text: str = "甲") -> str:
    """A paragraph of a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, numbered)


NOTICE = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_a_document_of_another_writer_is_read_paragraph_by_paragraph() -> None:
    written, buffer = python_docx.Document(), BytesIO()
    written.add_heading("样例通知", 1)
    written.add_paragraph("一、总体要求")
    table = written.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    written.save(buffer)
    text = extract("a.docx", buffer.getvalue()).text
    assert text == "样例通知\n一、总体要求\n0\t1\n2\t3\n"


def test_automatic_numbers_are_shown_level_by_level_and_restart() -> None:
    body = "".join(listed(1, depth) for depth in (0, 1, 1, 2, 2, 0, 1, 2))
    labels = [line.removesuffix("甲") for line in lines(body, numbering=NOTICE)]
    assert labels == ["一、", "（一）", "（二）", "1.", "2.", "二、", "（一）", "1."]


def test_a_list_that_shares_an_abstract_list_counts_on_or_restarts_once_where_it_says_so() -> None:
    body = listed(1, 0) + listed(2, 0) + listed(2, 0) + listed(1, 0)
    assert lines(body, numbering=NOTICE) == ["一、甲", "五、甲", "六、甲", "七、甲"]


def test_a_legal_level_shows_upper_numbers_in_digits() -> None:
    assert lines(listed(1, 3), numbering=NOTICE) == ["1.1 甲"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_opt_out() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + level(0, "chineseCounting", "第%1条", '<w:pStyle w:val="Article"/>')
        + '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:styleId="Late"><w:basedOn w:val="Article"/></w:style>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("甲", '<w:pStyle w:val="Article"/>')
        + paragraph("乙", f'<w:pStyle w:val="Article"/>{none}')
        + paragraph("丙", '<w:pStyle w:val="Late"/>')
    )
    assert lines(body, numbering=numbering, styles=styles) == ["第一条 甲", "乙", "第二条 丙"]


def test_bullets_and_unknown_lists_have_no_label_and_empty_paragraphs_are_counted() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + level(0, "bullet", "")
        + level(1, "decimal", "%2、")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = listed(1, 0) + listed(9, 0) + listed(1, 1) + listed(1, 1, "") + listed(1, 1)
    assert lines(body, numbering=numbering) == ["甲", "甲", "1、甲", "3、甲"]


def test_struck_out_hidden_and_instruction_text_is_no_text_and_inserted_text_is() -> None:
    body = (
        "<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>"
    )
    assert lines(body) == ["留增"]


def test_paragraphs_whose_mark_is_struck_out_go_on_in_the_next() -> None:
    assert lines(paragraph("前", "<w:rPr><w:del/></w:rPr>") + paragraph("后")) == ["前后"]


def test_a_break_begins_a_line_and_a_tab_is_a_blank() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        "<w:r><w:t>附件</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p>"
    )
    assert lines(body) == ["附件 1", "2"]


def test_boxes_of_symbol_fonts_are_boxes() -> None:
    signs = '<w:sym w:char="F0A8"/><w:t>是</w:t><w:sym w:char="F0FE"/><w:t>否</w:t>'
    body = f"<w:p><w:r>{signs}</w:r></w:p>"
    assert lines(body) == ["□是☑否"]


def test_table_rows_keep_the_columns_of_merged_cells() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    begins, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl>"
        f"<w:tr>{cell('a', begins)}{cell('b')}{cell('c')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('d', wide)}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}{cell('z')}</w:tr>"
        "</w:tbl>"
    )
    assert lines(body) == ["a\tb\tc", "\td\t"]


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    cell = f"<w:tc>{paragraph('专栏1 重点')}{paragraph('一是甲。')}</w:tc>"
    assert lines(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == ["专栏1 重点", "一是甲。"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent><w:t>框外</w:t></w:r></w:p>"
    )
    assert lines(body) == ["框外", "框内"]


def test_footnotes_stand_at_the_end_under_the_number_of_their_call() -> None:
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="5"/><w:t>。</w:t></w:r></w:p>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((0, "线"), (5, "脚注"))
    )
    assert lines(body, footnotes=notes) == ["正文[1]。", "[1] 脚注"]


def test_headers_and_comments_are_no_text() -> None:
    page = paragraph("页眉")
    assert lines(paragraph("正文"), header1=page, comments=page) == ["正文"]


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({"word/document.xml": "<w:document"}, "word/document.xml is damaged"),
        ({"word/document.xml": word("document", "")}, "without a body"),
        ({"word/other.xml": ""}, "word/document.xml is missing"),
        (
            {"word/document.xml": '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'},
            "declares entities",
        ),
        ({"word/document.xml": "<d>" * 5000}, "word/document.xml is damaged"),
    ],
)
def test_a_spoiled_document_is_refused(parts: dict[str, str], wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        extract("a.docx", zipped({"[Content_Types].xml": "<Types/>"} | parts))


def test_a_document_cut_off_anywhere_is_refused() -> None:
    content = docx(paragraph("正文" * 500))
    for past in range(4, len(content), 97):
        with pytest.raises(InvalidInput, match="damaged or cut-off zip"):
            extract("a.docx", content[:past])

# SPDX-License-Identifier: Apache-2.0
"""What is wrong with an input, in Chinese: the layers below say it in English only.

A sentence below is kept as it was raised, so that command line, API and journal stay one; only
the screens say it anew. What is raised in Chinese already (the holiday notices) is left alone.
"""

from __future__ import annotations

import re

from django.utils.translation import get_language

from yiju.kernel.refusal import InvalidInput

PLACES = {
    "quote": "原文摘句",
    "unit": "单位",
    "name": "名称",
    "number": "文号",
    "title": "标题",
    "kind": "文种",
    "issuers": "发文机关",
    "dated_on": "成文日期",
    "effective_on": "施行日期",
    "issued_on": "发布日期",
    "username": "登录名",
    "password": "密码",
    "date": "日期",
    "amount": "数量",
    "count": "工作日数",
    "text": "通知正文",
    "year": "年份",
    "FOUR_EYES": "双人复核",
    "starts_on": "起用日期",
    "ends_before": "停用日期",
    "jurisdiction": "行政区划代码",
    "party": "主体",
    "body": "单位",
}
THINGS = {
    "a picture (PNG)": "图片（PNG）",
    "a picture (JPEG)": "图片（JPEG）",
    "a picture (GIF)": "图片（GIF）",
    "a picture (TIFF)": "图片（TIFF）",
    "a picture (BMP)": "图片（BMP）",
    "an archive (RAR)": "压缩包（RAR）",
    "an archive (7z)": "压缩包（7z）",
    "a compressed file (gzip)": "压缩文件（gzip）",
    "an SQLite database": "数据库文件（SQLite）",
    "a spreadsheet": "电子表格",
    "slides": "演示文稿",
    "an OpenDocument file": "OpenDocument 文件",
}
_WORDS = (
    # files brought in
    (r"the file is empty", "文件是空的"),
    (r"this is a binary file, not text", "这是二进制文件，不是文本"),
    (r"this is (.+), not text", r"这是\1，不是文本"),
    (r"this is (.+) of the old Office", r"这是旧版 Office 的\1"),
    (r"this is a directory", "这是文件夹"),
    (r"this is (.+)", r"这是\1"),
    (r"a zip archive, not a document", "这是 ZIP 压缩包，不是文件"),
    (r"locked with a password", "文件设有密码"),
    (r"a PDF locked with a password", "PDF 设有密码"),
    (r"a damaged or cut-off PDF", "PDF 已损坏或不完整"),
    (r"page (\d+) of this PDF is damaged", r"PDF 第 \1 页已损坏"),
    (r"a PDF of (.+) pages", r"PDF 有 \1 页，超过上限"),
    (r"an OFD of (.+) pages", r"OFD 有 \1 页，超过上限"),
    (r"an OFD without pages", "OFD 里没有页"),
    (r"an encrypted OFD", "OFD 已加密"),
    (r"all (\d+) pages: scanned pictures without text", r"全部 \1 页都是扫描图片，没有文字"),
    (r"(?:pages? )?(.+): scanned pictures without text", r"第 \1 页是扫描图片，没有文字"),
    (
        r"(?:pages? )?(.+): the fonts do not say which characters they show",
        r"第 \1 页的字体没有标明所示的是哪些字",
    ),
    (
        r"neither UTF-8 nor Chinese in GB18030, Big5 or UTF-16 \(binary, or another charset\)",
        "文字编码认不出（不是 UTF-8、GB18030、Big5、UTF-16，或者不是文本）",
    ),
    (r"begins with the mark of (.+), but is not", r"开头标明是 \1，内容却不是"),
    (r"UTF-8 up to byte (\d+), then damaged or cut off", r"第 \1 字节之后损坏或缺失"),
    (
        r"an old Word, WPS or RTF file, and no reader of such",
        "这是旧版 Word、WPS 或 RTF 文件，本机没有装转换程序",
    ),
    (r"LibreOffice cannot read it", "转换程序（LibreOffice）读不了"),
    (r"LibreOffice does not start \((.+)\)", r"转换程序（LibreOffice）启动不了（\1）"),
    (r"LibreOffice did not finish in (.+) seconds", r"转换程序（LibreOffice）\1 秒内没有完成"),
    (r"a Word file without a body", "Word 文件里没有正文"),
    (r"holds another file in itself", "Word 文件里还套着另一个文件"),
    (r"a page of more than (.+) tags", r"网页的标记超过 \1 个"),
    (r"a page nested too deeply", "网页的标记嵌套过深"),
    (r"a web archive without a page", "网页存档里没有网页"),
    (r"the file changed while it was read", "读取时文件被改动"),
    (r"larger than (.+) MiB", r"文件超过 \1 MiB"),
    (r"there is no such file", "没有这个文件"),
    (r"no permission to read this file", "没有读取这个文件的权限"),
    (r"cannot be read \((.+)\)", r"读不了（\1）"),
    (r"its part (.+) has more than (.+) tags", r"其中 \1 的标记超过 \2 个"),
    (r"its part (.+) declares entities", r"其中 \1 含有不安全的声明"),
    (r"its part (.+) is damaged(?: \((.+)\))?", r"其中 \1 已损坏"),
    (r"its part (.+) is missing", r"其中缺少 \1"),
    (r"its part (.+) unpacks to (.+) MiB", r"其中 \1 解压后有 \2 MiB"),
    (r"a zip of (.+) parts", r"压缩包里有 \1 个部分"),
    (r"unpacks to (.+) MiB, more than any document", r"解压后有 \1 MiB，超过任何文件"),
    (r"a damaged or cut-off zip \((.+)\)", "文件已损坏或不完整"),
    # facts and heads of documents
    (r"does not stand in the clause", "条款里没有这句话"),
    (r"is no property", "没有这个项目"),
    (r"is no property of the type (.+)", "这一类事项没有这个项目"),
    (r"is '?(.*?)'?, no date YYYY-MM-DD", r"“\1”不是日期"),
    (r"is '?(.*?)'?, no decimal string", r"“\1”不是数值"),
    (r"is '?(.*?)'?, no text", r"“\1”不是文字"),
    (r"is '?(.*?)'?, no int", r"“\1”不是整数"),
    (r"is '?(.*?)'?, no (.+)", r"“\1”的类型不对"),
    (r"is '?(.*?)'?, none of (.+)", r"“\1”不在可选范围内"),
    (r"is '?(.*?)'?, not a clause of (.+)", r"“\1”不是 \2 的条款"),
    (r"is '?(.*?)'?, not (.+)", r"“\1”应为 \2"),
    (r"is none of (.+)", "不在可选范围内"),
    (r"is no object", "结构不对"),
    (r"is no array", "应为列表"),
    (r"is missing", "没有填写"),
    (r"lies more than (.+) levels deep", r"层次超过 \1 级"),
    (r"not JSON \((.+)\)", r"不是 JSON（\1）"),
    (r"“(.*)” is no whole number", r"“\1”不是整数"),
    (r"'?(.*?)'? is no day", r"“\1”不是日期"),
    (r"has (.+) characters", r"有 \1 个字，过长"),
    (r"a name has more than 200 characters", "有名称超过 200 字"),
    (r"is empty or too long", "空着，或者过长"),
    (r"is not after starts_on", "不晚于起用日期"),
    (r"the library has no such fact", "文库里没有这一事项"),
    (r"'?(.*?)'? is no status", r"没有“\1”这种状态"),
    (r"corrected, but the payload is as it was", "标为已更正，内容却没有改动"),
    (r"in this office nobody publishes what they imported", "本单位实行双人复核，导入的人不能发布"),
    # accounts and parties
    (r"'?(.*?)'? has no account", r"没有“\1”这个账号"),
    (r"'?(.*?)'? is not a user name", r"“\1”不能作登录名"),
    (r"'?(.*?)'? is taken", r"“\1”已有人使用"),
    (r"is your own account", "这是您自己的账号"),
    (r"is the last administrator", "这是最后一名管理员"),
    (r"'?(.*?)'? is no division", r"“\1”不是行政区划代码"),
    (r"(.+) is not registered", r"\1 没有登记"),
    (r"a person is appointed to a body", "任职的应是个人，所任职的应是单位"),
    (r"is empty", "没有填写"),
    # jobs
    (r"a fault of the program; its log says more", "程序出错，详情见服务器日志，请联系管理员"),
    (r"its worker ended (\d+) times during it", r"处理中断 \1 次，已停止；请联系管理员"),
    # days and amounts
    (r"no schedule was known on (.+)", r"\1 时还没有放假安排"),
    (r"(.+) lies before (.+), the first year of the calendar", r"\1 早于日历的第一年（\2年）"),
    (r"(.+) lies before (.+)", r"\1 早于 \2"),
    (r"the period from (.+) runs past (.+)", r"从 \1 起算，超出日历的末日"),
    (r"(.+) is less than 0", r"\1 小于 0"),
    (r"(.+) is no period", r"“\1”不是期间"),
    (r"(.+) has no exact decimal", r"\1 换算不成准确的小数"),
    (r"(.+) is no amount", r"“\1”不是数量"),
    (r"“(.+)” and “(.+)” do not measure the same", r"“\1”和“\2”不是同一种计量单位"),
    (r"is '?([^',;]*)'?", r"“\1”不在可选范围内"),
    (r"the path after # is empty", "# 后面没有条款"),
    (r"this is no address of a clause", "这不是条款的网址"),
    (r"the document is missing", "没有写明文件"),
    (r"the step “(.*)” has not the form name_number", r"条款路径中“\1”的写法不对"),
    (r"the step “(.*)” has an unknown name", r"条款路径中没有“\1”这一层"),
    (r"the step “(.*)” has a second name", r"条款路径中“\1”另有规范写法"),
)
_REMEDIES = (
    (r"publish the document first", "请先发布该文件"),
    (r"name a file that holds a text", "请选择有文字的文件"),
    (
        r"name a txt, html, docx, pdf, ofd or doc file",
        "请选择 TXT、HTML、DOCX、PDF、OFD 或 DOC 文件",
    ),
    (r"name the document itself(?:, a picture is not read)?", "请选择文件本身，图片里的字读不出来"),
    (r"unpack it and name the (?:files|documents) in it", "请解压后逐个导入"),
    (r"save it as docx or pdf", "请另存为 DOCX 或 PDF"),
    (r"save it without one", "请去掉密码后另存"),
    (r"save it without encryption", "请取消加密后另存"),
    (
        r"get it from its office again, or as docx or ofd",
        "请向发文单位重新索取，或取得 DOCX、OFD 格式",
    ),
    (
        r"run text recognition \(OCR\) on it, or get it as docx or with its text",
        "请先作文字识别（OCR），或取得 DOCX 等带文字的文件",
    ),
    (
        r"open it in the program that wrote it and save it as UTF-8",
        "请用原来的程序打开，另存为 UTF-8",
    ),
    (
        r"save it as UTF-8, or fetch it again if it is cut off",
        "请另存为 UTF-8；如不完整，请重新取得",
    ),
    (r"fetch the file again, or save it as UTF-8", "请重新取得文件，或另存为 UTF-8"),
    (
        r"fetch it again, or open it in the program that wrote it and save it anew",
        "请重新取得文件，或用原来的程序打开后另存",
    ),
    (
        r"install LibreOffice \(Debian: libreoffice-writer-nogui\), or save it as docx",
        "请另存为 DOCX，或请管理员安装 LibreOffice",
    ),
    (r"open it where it was written, save it as docx", "请用原来的程序打开，另存为 DOCX"),
    (r"save it anew in Word|open it in Word and save it anew", "请用 Word 打开后另存"),
    (r"save its text as txt", "请把文字另存为 TXT"),
    (r"save the page anew, as html", "请把网页重新存为 HTML"),
    (r"read it again when it is written", "请待文件写完后再导入"),
    (r"split it: a bulletin of this size is not known", "请拆分后导入"),
    (r"check the name(?: and the disk)?", "请核对文件名"),
    (r"name the files in it, for example its \*\.txt", "请选择其中的文件"),
    (r"ask its owner, or copy it to a place of yours", "请联系文件的所有者"),
    (r"(?:no text is so long: )?do not open it, ask its sender", "请不要打开，先向来件人核实"),
    (r"no document has so many", "请核实是不是文件本身"),
    (r"known are (.+)|write one of (.+)", "请从可选项中选择"),
    (r"write text", "请填写文字"),
    (r"at most (.+)", r"最多 \1 字"),
    (r"give a list of names", "请逐个填写名称"),
    (r"shorten it", "请缩短"),
    (r"write YYYY-MM-DD(?:, such as .+)?", "请写成“年-月-日”，如 2025-09-26"),
    (r"quote the clause's words", "请照录条款的原文"),
    (r"export the table anew", "请重新导出表格"),
    (r"confirm it", "如无误，请改为确认"),
    (r"import as a draft and let somebody else publish it", "请导入后由他人发布"),
    (r"turn the days round", "请核对两个日期的先后"),
    (r"write 1 to 200 characters", "请填写 1 至 200 字"),
    (r"see the list of users", "请查看用户列表"),
    (r"use 2 to 150 letters, digits or \. _ @ -", "请用 2 至 150 个字母、数字或 . _ @ -"),
    (r"write the person's name", "请填写姓名"),
    (r"choose another", "请另选一个"),
    (r"ask another administrator, or run yiju createadmin", "请由另一名管理员办理"),
    (r"appoint another first", "请先任命另一名管理员"),
    (r"write six digits \(GB/T 2260\)", "请填写六位代码（GB/T 2260）"),
    (r"write the full name", "请填写全称"),
    (r"register it first", "请先登记"),
    (r"exchange the two", "请把两者对调"),
    (r"give a later day", "请填写更晚的日期"),
    (r"give a number from 1 on", "请填写 1 以上的整数"),
    (r"choose a unit it divides into", "请换用能整除的单位"),
    (r"give a decimal number", "请填写数值"),
    (r"give both in units of one kind", "请换用同一种计量单位"),
    (r"working days are counted forward", "工作日只能向后数"),
    (r"give the earlier day first", "请先填较早的日期"),
    (r"give a date from (.+)-01-01 on", r"请填写 \1年1月1日以后的日期"),
    (r"it begins with /p/", "网址应以 /p/ 开头"),
    (r"write DOCUMENT#STEP_NUMBER/STEP_NUMBER, such as (.+)", r"请写成“\1”的形式"),
    (r"give the JSON that .+", "请给出导出的 JSON 文件"),
    (r"write figures only", "请只写阿拉伯数字"),
    (r"write (\S+)", r"请写成 \1"),
)
CHINESE = tuple((re.compile(english), chinese) for english, chinese in _WORDS)
CHINESE_REMEDIES = tuple((re.compile(english), chinese) for english, chinese in _REMEDIES)


def input_message(wrong: InvalidInput, *, place: bool = True) -> str:
    """What is wrong and what to do about it; beside its own field without the ``place``."""
    if get_language() == "en":
        return str(wrong) if place else f"{wrong.wrong}; {wrong.remedy}"
    said = f"{_put(wrong.wrong, CHINESE)}；{_put(wrong.remedy, CHINESE_REMEDIES)}"
    where = wrong.place.removeprefix("fact.")
    return f"{PLACES.get(where, where)}：{said}" if place and where else said


def job_message(wrong: str) -> str:
    """Why a job came to nothing: kept as one line, PLACE: WRONG; REMEDY, where input was wrong."""
    if get_language() == "en":
        return wrong
    for colon in re.finditer(": ", wrong):
        for mark in re.finditer("; ", wrong[colon.end() :]):
            said, remedy = _halves(wrong[colon.end() :], mark)
            if remedy and said:
                return f"{wrong[: colon.start()]}：{said}；{remedy}"
    return _put(wrong, CHINESE)


def _halves(words: str, mark: re.Match[str]) -> tuple[str, str]:
    """What is wrong and what to do in Chinese; empty where that is no known sentence."""
    said, remedy = words[: mark.start()], words[mark.end() :]
    in_chinese = _put(said, CHINESE), _put(remedy, CHINESE_REMEDIES)
    known = in_chinese[0] != said and in_chinese[1] != remedy
    return in_chinese if known else ("", "")


def _put(sentence: str, known: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The sentence in Chinese; the words of others, such as a system's, as they are."""
    for english, chinese in known:
        found = english.fullmatch(sentence)
        if found:
            return _filled(chinese, found)
    return sentence


def _filled(chinese: str, found: re.Match[str]) -> str:
    """The Chinese words with what the English ones were filled with; things by their names."""
    for number, group in enumerate(found.groups(default=""), start=1):
        chinese = chinese.replace(f"\\{number}", THINGS.get(group, group))
    return chinese

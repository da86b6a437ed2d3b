# SPDX-License-Identifier: Apache-2.0
"""Sample notices and bulletins for the tests of the library; every office in them is made up."""

from __future__ import annotations

from datetime import UTC, datetime

from yiju.kernel.actor import PUBLIC, party_actor
from yiju.library.actions.importing import ImportResult, import_source

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
EDITOR = party_actor("user:bianji", "editor")
PUBLISHER = party_actor("user:fabu", "publisher")
READER = party_actor("user:yuedu", "reader")
NOBODY = PUBLIC

NUMBER = "示经信投资〔2026〕58号"
NOTICE = """示例市经济和信息化局关于组织申报技术改造项目的通知
示经信投资〔2026〕58号
各区县经济和信息化主管部门:
为推动制造业高质量发展,现就组织申报技术改造项目有关事项通知如下。
一、申报条件
(一)企业依法设立,近三年没有严重失信记录,财务管理制度健全。
(二)总投资不低于800万元,建设期不超过两年,能耗水平达到行业先进值。
二、申报程序
(一)企业于2026年12月10日前在线提交申报材料,并对材料的真实性负责。(市经信局负责)
(二)各区县主管部门自收到材料之日起10个工作日内完成初审。(市经信局牵头,市财政局配合)
三、工作要求
各单位要加强组织领导,到2027年,规模以上企业技术改造覆盖率达到90%以上。
联系人:示例市经信局投资处王小明,电话:0571-81234567。
示例市经济和信息化局
2026年11月3日
"""


def noted(text: str = NOTICE, name: str = "notice.txt", *, publish: bool = True) -> ImportResult:
    """Imports a text as somebody who may publish."""
    content = text.encode("utf-8")
    return import_source(PUBLISHER, name=name, content=content, at=AT, publish=publish)

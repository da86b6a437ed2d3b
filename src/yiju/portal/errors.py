# SPDX-License-Identifier: Apache-2.0
"""Pages for requests that come to nothing: what happened, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

STAFF = "/staff/"


@dataclass(frozen=True, slots=True)
class Explained:
    """An error in the reader's words."""

    title: str
    meaning: str
    remedy: str


def error_page(request: HttpRequest, error: Explained, *, status: int) -> HttpResponse:
    """The page for ``error``, inside the frame of the site."""
    return render(request, "error.html", {"error": error}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself cannot be read."""
    return error_page(
        request,
        Explained(
            _("请求无法识别"),
            _("网址或提交的内容不完整，或者格式不对。"),
            _("请检查网址，或返回上一页重新提交。"),
        ),
        status=400,
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known to exist, but not open to this person."""
    return error_page(
        request,
        Explained(
            _("没有权限"),
            _("您的角色不能做这一步。"),
            _("需要这项权限时，请联系本单位的管理员。"),
        ),
        status=403,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or none that this person may know of."""
    return error_page(
        request,
        Explained(
            _("没有找到这个页面"),
            _("网址可能有误，文件可能尚未公开。"),
            _("可以按文号、标题或条文里的词检索。"),
        ),
        status=404,
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page leans on nothing that may itself be broken."""
    return render(None, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from our own page, or stood open too long.

    On the staff side the public is told, as always, that there is nothing.
    """
    if request.path.startswith(STAFF) and not request.user.is_authenticated:
        return not_found(request)
    return error_page(
        request,
        Explained(
            _("页面已过期"),
            _("为防止他人冒用您的身份提交，表单要从本站打开并在有效期内提交。"),
            _("请返回上一页，刷新后重新提交。"),
        ),
        status=403,
    )

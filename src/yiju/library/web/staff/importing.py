# SPDX-License-Identifier: Apache-2.0
"""Bringing a bulletin in through the browser: a file or pasted text, then a job to watch."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiju.kernel.refusal import InvalidInput
from yiju.library.actions.requesting import request_import
from yiju.library.web.input_words import input_message
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission
from yiju.office.access.web import staff_page
from yiju.office.jobs.queries import job_status

REFRESH_SECONDS = 2


class ImportForm(forms.Form):
    """One of the two: a file, or text pasted under a name."""

    file = forms.FileField(
        label=gettext_lazy("选择文件"),
        required=False,
        help_text=gettext_lazy("TXT、HTML、DOCX、PDF；.doc、.wps、.ofd 视本机所装的转换程序而定。"),
    )
    name = forms.CharField(
        label=gettext_lazy("名称（粘贴文本时填写）"), max_length=200, required=False, strip=True
    )
    text = forms.CharField(
        label=gettext_lazy("粘贴的文本"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "lang": "zh-CN"}),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Size is checked here; the type by the content, when it is read."""
        file = cast("UploadedFile[bytes] | None", self.cleaned_data["file"])
        if file is not None and (file.size or 0) > settings.UPLOAD_MAX_BYTES:
            most = settings.UPLOAD_MAX_BYTES // 1024 // 1024
            raise forms.ValidationError(_("文件超过 %(most)d MB。") % {"most": most})
        return file

    # Any: the shape of cleaned data is Django's.
    def clean(self) -> dict[str, object]:
        """Exactly one of file and text."""
        given = super().clean() or {}
        if not self.errors and bool(given.get("file")) == bool((given.get("text") or "").strip()):
            raise forms.ValidationError(_("请选择一个文件，或者粘贴文本，两者选一。"))
        return given

    def content(self) -> tuple[str, bytes]:
        """The name and the bytes of what was brought."""
        file = cast("UploadedFile[bytes] | None", self.cleaned_data["file"])
        if file is not None:
            return file.name or "upload", file.read()
        name = self.cleaned_data["name"] or _("粘贴的文本")
        return f"{name}.txt", self.cleaned_data["text"].encode()


@staff_page(Permission.IMPORT, "GET", "HEAD", "POST")
def bring(request: HttpRequest) -> HttpResponse:
    """The form, and the request for the job that reads what was brought."""
    sent = request.method == "POST"
    form = ImportForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        job = _request(request, form)
        if job is not None:
            return redirect("staff:job", job)
    status = 422 if form.errors else 200
    return render(request, "staff/import.html", {"form": form}, status=status)


def _request(request: HttpRequest, form: ImportForm) -> UUID | None:
    """The job that was asked for; what can be seen to be no text is put on the form."""
    name, content = form.content()
    try:
        return request_import(actor_of_request(request), name=name, content=content, at=clock.now())
    except InvalidInput as wrong:
        place = "file" if "file" in request.FILES else "text"
        form.add_error(
            place, _("没有导入：%(reason)s") % {"reason": input_message(wrong, place=False)}
        )
        return None


@staff_page(Permission.SEE_JOBS)
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """How far a job is; the page asks again by itself until the job is over."""
    status = job_status(actor_of_request(request), job_id)
    if status is None:
        raise Http404
    response = render(request, "staff/job.html", {"job": status})
    if not status.is_over:
        response["Refresh"] = str(REFRESH_SECONDS)
    return response

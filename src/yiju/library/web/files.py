# SPDX-License-Identifier: Apache-2.0
"""Documents as files, and for staff the whole library in one."""

from __future__ import annotations

import tempfile

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from yiju.library.dump.writing import write_dump
from yiju.library.exports.documents import Form, document_file
from yiju.library.queries.document import document_page
from yiju.library.web.downloads import FileLink
from yiju.office import clock
from yiju.office.access.queries import actor_of_request
from yiju.office.access.roles import Permission, require
from yiju.office.access.web import staff_page

FORMS: dict[Form, str] = {"md": "Markdown", "akn": "Akoma Ntoso", "json": "JSON"}


def document_links(ref: str) -> tuple[FileLink, ...]:
    """A document in every form in which it can be had."""
    return tuple(
        FileLink(name, reverse("library:file", args=[form, ref])) for form, name in FORMS.items()
    )


@require_safe
def file(request: HttpRequest, form: str, ref: str) -> HttpResponse:
    """One document as a file; what its reader may not see is not in it."""
    wanted: Form | None = next((known for known in FORMS if known == form), None)
    page = document_page(actor_of_request(request), ref) if wanted else None
    if wanted is None or page is None:
        raise Http404
    made = document_file(page, wanted)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = content_disposition_header(True, made.name) or "attachment"
    return response


@staff_page(Permission.READ_DRAFTS)
def dump(request: HttpRequest) -> FileResponse:
    """The whole library, sources and drafts too, from which ``yiju load`` makes it anew."""
    actor = actor_of_request(request)
    require(actor, Permission.SEE_CONTACTS)
    whole = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it when it is sent
    write_dump(actor, whole)
    whole.seek(0)
    return FileResponse(whole, as_attachment=True, filename=f"yiju-{clock.today()}.zip")

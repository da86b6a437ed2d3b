# SPDX-License-Identifier: Apache-2.0
"""The addresses of the library. ``/p/…`` is permanent; the rest may be rebuilt."""

from __future__ import annotations

from django.urls import path, re_path

from yiju.library.web import documents, facts, feeds, files, home, lists

app_name = "library"

_STEP = r"[a-z][a-z0-9]*_[0-9]+(?:-[0-9]+)?(?:~[0-9]+)?"

urlpatterns = [
    path("", home.home, name="home"),
    path("search", lists.search_page, name="search"),
    path("documents", lists.documents, name="documents"),
    path("issues", lists.issues, name="issues"),
    path("issues/<int:key>", lists.issue, name="issue"),
    path("deadlines", facts.deadlines, name="deadlines"),
    path("targets", facts.targets, name="targets"),
    path("duties", facts.duties, name="duties"),
    path("open-data", home.open_data, name="open_data"),
    path("deadlines.ics", feeds.deadlines_ics, name="deadlines_ics"),
    path("documents.atom", feeds.documents_atom, name="documents_atom"),
    path("issues.atom", feeds.issues_atom, name="issues_atom"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("files/<str:form>/<path:ref>", files.file, name="file"),
    path("versions/<path:ref>", documents.versions, name="versions"),
    re_path(rf"^p/(?P<ref>.+?)/(?P<path>{_STEP}(?:/{_STEP})*)$", documents.clause, name="clause"),
    re_path(r"^p/(?P<ref>.+)$", documents.document, name="document"),
]

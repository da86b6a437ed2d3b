# SPDX-License-Identifier: Apache-2.0
"""The addresses of the staff side of the library; to everybody else they do not exist."""

from __future__ import annotations

from django.urls import path

from yiju.library.web import files
from yiju.library.web.staff import correcting, deciding, desk, documents, importing, review

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("import", importing.bring, name="import"),
    path("jobs/<uuid:job_id>", importing.job, name="job"),
    path("sources", review.sources, name="sources"),
    path("sources/<int:key>", review.review, name="review"),
    path("sources/<int:key>/publish", documents.publish_all, name="publish_all"),
    path("facts/add", correcting.add, name="add_fact"),
    path("facts/<int:key>", deciding.fact, name="fact"),
    path("facts/<int:key>/correct", correcting.correct, name="correct_fact"),
    path("findings/<int:key>", deciding.finding, name="finding"),
    path("dump.zip", files.dump, name="dump"),
    path("units", deciding.units, name="units"),
    path("documents/<path:ref>/publish", documents.publish, name="publish"),
    path("documents/<path:ref>/version", documents.version, name="version"),
    path("documents/<path:ref>", documents.document, name="document"),
]

# SPDX-License-Identifier: Apache-2.0
"""``/healthz``: whether this office can work, for a load balancer or a watcher.

Says ``ok`` or what is wrong of each part and nothing else, since anybody may ask. 503 where pages
would fail; a missing worker only delays jobs, so it is named and does not take the site away.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from yiju.office import clock
from yiju.office.jobs.queries import last_seen_worker_at

FREE_BYTES = 200 * 1024 * 1024
WORKER_SEEN_WITHIN = timedelta(seconds=60)
OK = "ok"


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The state of the database, its tables, the disk and the worker."""
    parts = {"database": _database(), "disk": _disk()}
    if parts["database"] == OK:
        parts |= {"migrations": _migrations(), "worker": _worker()}
    needed = {name: word for name, word in parts.items() if name != "worker"}
    works = all(word == OK for word in needed.values())
    status = "ok" if works else "failing"
    return JsonResponse({"status": status, **parts}, status=200 if works else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer"
    return OK


def _migrations() -> str:
    done = MigrationRecorder(connection).applied_migrations()
    return OK if _known_migrations() <= set(done) else "behind this version"


@lru_cache(maxsize=1)
def _known_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).graph.nodes)


def _disk() -> str:
    try:
        free = shutil.disk_usage(settings.YIJU_DATA).free
    except OSError:
        return "data folder is missing"
    return OK if free >= FREE_BYTES else "nearly full"


def _worker() -> str:
    seen = last_seen_worker_at()
    if seen is None or clock.now() - seen > WORKER_SEEN_WITHIN:
        return "not seen"
    return OK

# SPDX-License-Identifier: Apache-2.0
"""The bulletin that comes with Yiju, so that a new office has something to look at."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files

from django.conf import settings

from yiju.kernel.actor import Actor
from yiju.library.actions.importing import import_source
from yiju.library.models import Source

NAME = "bulletin-sample.txt"


def load_sample(actor: Actor, *, at: datetime) -> bool:
    """Imports the sample where the library holds nothing yet; says whether it did."""
    if Source.objects.exists():
        return False
    content = (files("yiju.samples") / NAME).read_bytes()
    publish = not settings.FOUR_EYES
    import_source(actor, name=NAME, content=content, at=at, publish=publish)
    return True

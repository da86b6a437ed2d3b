# SPDX-License-Identifier: Apache-2.0
"""The door for a WSGI server: ``gunicorn yiju.portal.wsgi``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiju.portal.settings")
application = get_wsgi_application()

# SPDX-License-Identifier: Apache-2.0
"""The whole library as one file, and back: what was read, what staff decided, and the sources.

A ZIP with ``manifest.json``, ``tables/NAME.jsonl`` (one row a line, values in the order of the
manifest's columns) and ``sources/SHA256``. The same library always gives the same bytes, whatever
database it lies in; a dump of what was loaded is the dump that was loaded. The journal and the
accounts are the office's and go with ``yiju backup``.
"""

from __future__ import annotations

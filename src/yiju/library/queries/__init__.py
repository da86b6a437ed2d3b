# SPDX-License-Identifier: Apache-2.0
"""Questions to the library: each takes an Actor and returns frozen values.

The public sees what is published; staff who may read drafts see everything. ``None`` means that
there is nothing of that name that this actor may know of.
"""

from __future__ import annotations

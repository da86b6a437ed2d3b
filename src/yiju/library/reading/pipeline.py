# SPDX-License-Identifier: Apache-2.0
"""The reader: one text in, one reading out, through the stages in their order."""

from __future__ import annotations

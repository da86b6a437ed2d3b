# SPDX-License-Identifier: Apache-2.0
"""What leaves the library: values as the contract's JSON, documents as files, decisions as CSV."""

from __future__ import annotations

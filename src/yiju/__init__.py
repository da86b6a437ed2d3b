# SPDX-License-Identifier: Apache-2.0
"""Yiju (依据): reads public policy as published and runs it."""

__version__ = "0.1.0"

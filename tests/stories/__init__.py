# SPDX-License-Identifier: Apache-2.0
"""Whole uses of the program from outside: by its commands and its pages, as a stranger would."""

# SPDX-License-Identifier: Apache-2.0
"""Finds every substring of one or more characters, with the same hits on both databases.

Texts are compared in normal form (:mod:`yiju.library.words`). A word of two or more characters is
looked up by its pairs of neighbouring characters, a single character by itself:

- SQLite: two FTS5 tables without content; a word is a phrase of pairs, so what is found is exact;
- PostgreSQL: an array of pairs and characters under a GIN index; what has all the pairs of a
  longer word is then looked through for the word itself. (``tsvector`` forgets positions after
  16,383 and more than 256 of one word: it would lose hits in a long text.)
"""

from __future__ import annotations

HEADS = 1 << 52
"""Entries of documents' heads have the document's id above this, those of clauses lie below.

Hits are taken in descending order of ids, so heads come first, then what was imported last.
"""

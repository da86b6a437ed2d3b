# SPDX-License-Identifier: Apache-2.0
"""The guard in the database: rows of the journal are neither changed nor removed.

It stands against mistakes and against an application that was broken into. Who owns the database
can take it away; then the chain of hashes and the seals show what was changed.
"""

from __future__ import annotations

GUARDED = {"journal_entry": ("stream", "sequence"), "journal_sealedhead": ("seal", "stream")}
"""The guarded tables and their keys."""

REFUSAL = "the journal is only added to"

_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

_POSTGRES_TRIGGERS = (
    ("change", "UPDATE OR DELETE", "ROW"),
    ("truncate", "TRUNCATE", "STATEMENT"),
)


def put_up(vendor: str) -> list[str]:
    """The statements that put the guard up on one kind of database."""
    if vendor == "sqlite":
        return [
            _sqlite(table, verb) for table in GUARDED for verb in ("UPDATE", "DELETE", "INSERT")
        ]
    return [_POSTGRES_FUNCTION] + [
        f"CREATE TRIGGER {table}_no_{name} BEFORE {verbs} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION journal_refuse()"
        for table in GUARDED
        for name, verbs, each in _POSTGRES_TRIGGERS
    ]


def _sqlite(table: str, verb: str) -> str:
    """On SQLite ``INSERT OR REPLACE`` removes a row without asking the guard of ``DELETE``."""
    same = " AND ".join(f"{column} = NEW.{column}" for column in GUARDED[table])
    when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) " if verb == "INSERT" else ""
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def take_down(vendor: str) -> list[str]:
    """The statements that take the guard away, for the way back of its migration."""
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER {table}_no_{verb}"
            for table in GUARDED
            for verb in ("update", "delete", "insert")
        ]
    return [
        f"DROP TRIGGER {table}_no_{name} ON {table}"
        for table in GUARDED
        for name, _, _ in _POSTGRES_TRIGGERS
    ]

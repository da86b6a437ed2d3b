# SPDX-License-Identifier: Apache-2.0
"""The database itself refuses to change or remove what the journal holds."""

from __future__ import annotations

from django.db import migrations

from yiju.office.journal.guard import put_up, take_down


def forwards(apps, editor):
    for statement in put_up(editor.connection.vendor):
        editor.execute(statement, None)


def backwards(apps, editor):
    for statement in take_down(editor.connection.vendor):
        editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_journal")]
    operations = [migrations.RunPython(forwards, backwards)]

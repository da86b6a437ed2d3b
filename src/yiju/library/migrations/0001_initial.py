# SPDX-License-Identifier: Apache-2.0

import django.db.models.deletion
from django.db import migrations, models


SQLITE = (
    "CREATE VIRTUAL TABLE library_pairs USING fts5"
    "(pairs, content='', columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE library_characters USING fts5"
    "(characters, content='', columnsize=0, detail=none, tokenize='ascii')",
)
SQLITE_BACK = ("DROP TABLE library_pairs", "DROP TABLE library_characters")
POSTGRESQL = (
    "CREATE TABLE library_grams (entry_id bigint PRIMARY KEY, grams bigint[] NOT NULL)",
    "CREATE INDEX library_grams_codes ON library_grams USING gin (grams)",
)
POSTGRESQL_BACK = ("DROP TABLE library_grams",)


def make_index(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL_BACK if postgresql else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Clause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('parent', models.IntegerField(null=True)),
                ('path', models.CharField(max_length=300)),
                ('kind', models.CharField(max_length=12)),
                ('number', models.TextField(null=True)),
                ('label', models.TextField(null=True)),
                ('heading', models.TextField(null=True)),
                ('text', models.TextField()),
                ('first', models.BigIntegerField()),
                ('past', models.BigIntegerField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('hash', models.CharField(db_index=True, max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='Issue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.TextField(blank=True)),
                ('issue', models.TextField(blank=True)),
                ('total_issue', models.IntegerField(null=True)),
                ('organisers', models.JSONField(default=list)),
                ('published_on', models.DateField(null=True)),
                ('posted_on', models.DateField(null=True)),
                ('fields', models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=300, unique=True)),
                ('title', models.TextField(blank=True)),
                ('title_hash', models.CharField(blank=True, db_index=True, max_length=32)),
                ('number', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(blank=True, max_length=50)),
                ('issuers', models.JSONField(default=list)),
                ('level', models.CharField(choices=[('national', '国家'), ('provincial', '省'), ('municipal', '市'), ('county', '县'), ('unknown', '未定')], default='unknown', max_length=12)),
                ('state', models.CharField(choices=[('in_force', '有效'), ('repealed', '废止'), ('expired', '失效'), ('unknown', '未定')], default='unknown', max_length=12)),
                ('dated_on', models.DateField(null=True)),
                ('effective_on', models.DateField(null=True)),
                ('year', models.IntegerField(null=True)),
                ('imported_at', models.DateTimeField()),
                ('imported_by', models.CharField(max_length=150)),
                ('published_at', models.DateTimeField(null=True)),
                ('published_by', models.CharField(blank=True, max_length=150)),
                ('part_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attached', to='library.document')),
            ],
        ),
        migrations.CreateModel(
            name='DocumentIssuer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('name', models.CharField(db_index=True, max_length=200)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issuer_rows', to='library.document')),
            ],
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('type', models.CharField(max_length=12)),
                ('proposed', models.JSONField(null=True)),
                ('payload', models.JSONField()),
                ('quote', models.TextField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('anchor', models.CharField(max_length=32)),
                ('status', models.CharField(choices=[('proposed', '待核'), ('confirmed', '已核'), ('corrected', '已改'), ('rejected', '不采')], default='proposed', max_length=12)),
                ('decided_by', models.CharField(blank=True, max_length=150)),
                ('decided_at', models.DateTimeField(null=True)),
                ('changes', models.IntegerField(default=0)),
                ('day', models.CharField(max_length=10, null=True)),
                ('year', models.IntegerField(null=True)),
                ('names_document', models.CharField(db_index=True, max_length=300, null=True)),
                ('names_title', models.CharField(db_index=True, max_length=32, null=True)),
                ('clause', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='library.clause')),
            ],
        ),
        migrations.CreateModel(
            name='ContentsLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('title', models.TextField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contents_lines', to='library.document')),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contents', to='library.issue')),
            ],
        ),
        migrations.CreateModel(
            name='IssueSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('title', models.TextField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='library.issue')),
            ],
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('head_characters', models.IntegerField()),
                ('public_words', models.TextField(null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='library.document')),
            ],
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('name', models.CharField(max_length=500)),
                ('format', models.CharField(max_length=20)),
                ('size_bytes', models.BigIntegerField()),
                ('text', models.TextField()),
                ('characters', models.BigIntegerField()),
                ('removed', models.JSONField(default=list)),
                ('reader_version', models.CharField(max_length=40)),
                ('imported_at', models.DateTimeField()),
                ('imported_by', models.CharField(max_length=150)),
            ],
            options={
                'indexes': [models.Index(fields=['-imported_at'], name='library_source_newest')],
            },
        ),
        migrations.AddField(
            model_name='issue',
            name='source',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bulletin', to='library.source'),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('metadata', 'Metadata'), ('fact', 'Fact'), ('finding', 'Finding'), ('version', 'Version')], max_length=12)),
                ('anchor', models.CharField(max_length=64)),
                ('value', models.JSONField()),
                ('made_by', models.CharField(max_length=150)),
                ('made_at', models.DateTimeField()),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='library.document')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='library.source')),
            ],
        ),
        migrations.CreateModel(
            name='DutyUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('name', models.CharField(db_index=True, max_length=200)),
                ('role', models.CharField(max_length=8)),
                ('fact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duty_units', to='library.fact')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duties', to='library.unit')),
            ],
        ),
        migrations.CreateModel(
            name='UnitName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(db_index=True, max_length=200)),
                ('starts_on', models.DateField(null=True)),
                ('ends_before', models.DateField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='library.unit')),
            ],
        ),
        migrations.CreateModel(
            name='UnitQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('asked_at', models.DateTimeField()),
                ('dismissed', models.BooleanField(default=False)),
                ('answered_by', models.CharField(blank=True, max_length=150)),
                ('answered_at', models.DateTimeField(null=True)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='questions', to='library.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.IntegerField()),
                ('is_current', models.BooleanField()),
                ('text_hash', models.CharField(max_length=32)),
                ('complete', models.BooleanField()),
                ('characters', models.BigIntegerField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('stated', models.JSONField(default=dict)),
                ('reader_version', models.CharField(max_length=40)),
                ('read_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='library.document')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='first_versions', to='library.source')),
            ],
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('type', models.CharField(max_length=20)),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('message', models.TextField()),
                ('proposal', models.TextField(null=True)),
                ('anchor', models.CharField(db_index=True, max_length=32)),
                ('status', models.CharField(choices=[('open', '待核'), ('accepted', '属实'), ('rejected', '不采')], default='open', max_length=12)),
                ('decided_by', models.CharField(blank=True, max_length=150)),
                ('decided_at', models.DateTimeField(null=True)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='library.source')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='library.version')),
            ],
        ),
        migrations.AddField(
            model_name='fact',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='library.version'),
        ),
        migrations.AddField(
            model_name='clause',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='library.version'),
        ),
        migrations.CreateModel(
            name='Appearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.IntegerField()),
                ('start', models.BigIntegerField()),
                ('end', models.BigIntegerField()),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appearances', to='library.issuesection')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='library.source')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='library.version')),
            ],
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['-dated_on', '-id'], name='library_document_newest'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['number'], name='library_document_number'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by', '')), models.Q(('published_at__isnull', False), models.Q(('published_by', ''), _negated=True)), _connector='OR'), name='library_published_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='documentissuer',
            constraint=models.UniqueConstraint(fields=('document', 'position'), name='library_issuer_place'),
        ),
        migrations.AddConstraint(
            model_name='contentsline',
            constraint=models.UniqueConstraint(fields=('issue', 'position'), name='library_contents_place'),
        ),
        migrations.AddConstraint(
            model_name='issuesection',
            constraint=models.UniqueConstraint(fields=('issue', 'position'), name='library_section_place'),
        ),
        migrations.AddIndex(
            model_name='issue',
            index=models.Index(fields=['-published_on', '-id'], name='library_issue_newest'),
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['document', 'kind', 'anchor'], name='library_correction_anchor'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('document__isnull', False), ('source__isnull', False), _connector='OR'), name='library_correction_of_something'),
        ),
        migrations.AddConstraint(
            model_name='dutyunit',
            constraint=models.UniqueConstraint(fields=('fact', 'position'), name='library_duty_unit_place'),
        ),
        migrations.AddConstraint(
            model_name='unitname',
            constraint=models.UniqueConstraint(fields=('unit', 'name'), name='library_unit_name_once'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('document', 'number'), name='library_version_number'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('document', 'text_hash'), name='library_version_words'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('document',), name='library_version_current'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('source', 'position'), name='library_finding_place'),
        ),
        migrations.AddIndex(
            model_name='fact',
            index=models.Index(fields=['type', 'day'], name='library_fact_day'),
        ),
        migrations.AddIndex(
            model_name='fact',
            index=models.Index(fields=['type', 'year'], name='library_fact_year'),
        ),
        migrations.AddConstraint(
            model_name='fact',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='library_fact_place'),
        ),
        migrations.AddConstraint(
            model_name='fact',
            constraint=models.UniqueConstraint(fields=('version', 'anchor'), name='library_fact_anchor'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='library_clause_place'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('version', 'path'), name='library_clause_path'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.UniqueConstraint(fields=('source', 'position'), name='library_appearance_place'),
        ),
        migrations.RunPython(make_index, drop_index),
    ]

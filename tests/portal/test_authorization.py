# SPDX-License-Identifier: Apache-2.0
"""Who may ask what: every address × method × role, with the answer that is right.

An address without a row fails, so a new page cannot be forgotten. The public learns nothing of
the staff side: every answer there is 404, whatever the method.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import appoint, browser_of, import_sample
from yiju.kernel.actor import system_actor
from yiju.kernel.clause_ref import parse_ref
from yiju.library.models import Fact, Finding
from yiju.office import clock
from yiju.office.access.roles import Role
from yiju.office.jobs.actions import request_job

ASKERS: tuple[Role | None, ...] = (None, *Role)
"""Anonymous, reader, editor, publisher, administrator: the order of the figures below."""

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
Statuses = tuple[int, int, int, int, int]
OPEN: Statuses = (200, 200, 200, 200, 200)
NO_POST: Statuses = (405, 405, 405, 405, 405)
ALL_STAFF: Statuses = (404, 200, 200, 200, 200)
DRAFTS: Statuses = (404, 200, 200, 200, 404)
EDITS: Statuses = (404, 404, 200, 200, 404)
PUBLISHES: Statuses = (404, 404, 404, 200, 404)
ADMINISTERS: Statuses = (404, 404, 404, 404, 200)
SIGNED_IN: Statuses = (302, 200, 200, 200, 200)
TO_DESK: Statuses = (200, 302, 302, 302, 302)
NONE_YET: Statuses = (302, 404, 404, 404, 404)


class Row(NamedTuple):
    """An address, and what each asker is answered by method."""

    place: str
    get: Statuses
    post: Statuses


def only(statuses: Statuses, status: int) -> Statuses:
    """The same askers let in, to another answer."""
    first, *rest = (status if each == 200 else each for each in statuses)
    return (first, *rest)  # type: ignore[return-value]


def public(place: str) -> Row:
    return Row(place, OPEN, NO_POST)


def signed_in(place: str) -> Row:
    return Row(place, SIGNED_IN, SIGNED_IN)


def staff_reads(place: str, who: Statuses) -> Row:
    return Row(place, who, only(who, 405))


def staff_acts(place: str, who: Statuses, post: int = 302) -> Row:
    return Row(place, only(who, 405), only(who, post))


ROWS = {
    "library:home": public("/"),
    "library:search": public("/search?q=信用"),
    "library:documents": public("/documents"),
    "library:issues": public("/issues"),
    "library:issue": public("/issues/{issue}"),
    "library:deadlines": public("/deadlines"),
    "library:targets": public("/targets"),
    "library:duties": public("/duties"),
    "library:open_data": public("/open-data"),
    "library:deadlines_ics": public("/deadlines.ics"),
    "library:documents_atom": public("/documents.atom"),
    "library:issues_atom": public("/issues.atom"),
    "library:sitemap": public("/sitemap.xml"),
    "library:file": public("/files/akn/{ref}"),
    "library:versions": public("/versions/{ref}"),
    "library:clause": public("{clause}"),
    "library:document": public("{document}"),
    "portal:about": public("/about"),
    "portal:guide": public("/guide"),
    "portal:accessibility": public("/accessibility"),
    "portal:privacy": public("/privacy"),
    "portal:robots": public("/robots.txt"),
    "api:openapi-json": Row("/api/openapi.json", OPEN, OPEN),
    "api:documents": public("/api/documents"),
    "api:document": public("/api/document?ref={ref}"),
    "api:clause": public("/api/clause?ref={ref}%23l1_1"),
    "api:find": public("/api/search?q=信用"),
    "api:facts": public("/api/facts/deadline"),
    "api:duties": public("/api/duties"),
    "api:issues": public("/api/issues"),
    "api:issue": public("/api/issues/{issue}"),
    "staff:desk": staff_reads("/staff/", ALL_STAFF),
    "staff:import": Row("/staff/import", EDITS, only(EDITS, 422)),
    "staff:job": staff_reads("/staff/jobs/{job}", ALL_STAFF),
    "staff:sources": staff_reads("/staff/sources", DRAFTS),
    "staff:review": staff_reads("/staff/sources/{source}", DRAFTS),
    "staff:publish_all": staff_acts("/staff/sources/{source}/publish", PUBLISHES),
    "staff:fact": staff_acts("/staff/facts/{fact}", EDITS, 404),
    "staff:correct_fact": Row("/staff/facts/{fact}/correct", EDITS, only(EDITS, 422)),
    "staff:add_fact": Row(
        "/staff/facts/add?document={ref}&version=1&clause=l1_1&type=period",
        EDITS,
        only(EDITS, 422),
    ),
    "staff:finding": staff_acts("/staff/findings/{finding}", EDITS, 404),
    "staff:dump": staff_reads("/staff/dump.zip", DRAFTS),
    "staff:units": Row("/staff/units", EDITS, only(EDITS, 302)),
    "staff:publish": staff_acts("/staff/documents/{ref}/publish", PUBLISHES),
    "staff:version": staff_acts("/staff/documents/{ref}/version", EDITS, 404),
    "staff:document": Row("/staff/documents/{ref}", EDITS, only(EDITS, 422)),
    "staff:holidays": Row("/staff/holidays", ALL_STAFF, (404, 404, 404, 422, 404)),
    "staff:users": Row("/staff/users", ADMINISTERS, only(ADMINISTERS, 422)),
    "staff:user": Row("/staff/users/zhao", ADMINISTERS, (404,) * 5),
    "staff:journal": Row("/staff/journal", ADMINISTERS, ADMINISTERS),
    "healthz": Row("/healthz", OPEN, OPEN),
    "api:api-root": Row("/api/", (404,) * 5, (404,) * 5),
    "account_login": Row("/account/login/", TO_DESK, TO_DESK),
    "account_inactive": public("/account/inactive/"),
    "account_reauthenticate": signed_in("/account/reauthenticate/"),
    "account_change_password": signed_in("/account/password/change/"),
    "mfa_index": Row("/account/two-factor/", SIGNED_IN, only(SIGNED_IN, 405)),
    "mfa_authenticate": Row("/account/two-factor/authenticate/", (302,) * 5, (302,) * 5),
    "mfa_reauthenticate": Row("/account/two-factor/reauthenticate/", (302,) * 5, (302,) * 5),
    # What concerns a second factor is asked for only after signing in anew, or does not exist yet.
    "mfa_activate_totp": Row("/account/two-factor/totp/activate/", (302,) * 5, (302,) * 5),
    "mfa_deactivate_totp": Row("/account/two-factor/totp/deactivate/", NONE_YET, NONE_YET),
    "mfa_view_recovery_codes": Row(
        "/account/two-factor/recovery-codes/", NONE_YET, only(SIGNED_IN, 405)
    ),
    "mfa_generate_recovery_codes": Row(
        "/account/two-factor/recovery-codes/generate/", (302,) * 5, (302,) * 5
    ),
    "mfa_download_recovery_codes": Row(
        "/account/two-factor/recovery-codes/download/", NONE_YET, NONE_YET
    ),
    # Last, since it ends the session.
    "account_logout": Row("/account/logout/", SIGNED_IN, (302,) * 5),
}


def named_places(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all addresses, with their name spaces."""
    inside = (*spaces, resolver.namespace) if resolver.namespace else spaces
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from named_places(each, inside)
        else:
            assert isinstance(each, URLPattern)
            yield ":".join((*inside, each.name or str(each.pattern)))


@pytest.fixture
def places() -> dict[str, str]:
    """What the blanks of the table stand for: keys of what the sample library holds."""
    with clock.stopped(NOON):
        source = import_sample()
        words = {"sha256": source.sha256, "name": "again.txt", "publish": False}
        job = request_job(
            system_actor("tests"), kind="import", title="again", arguments=words, at=NOON
        )
    ref = "示政发〔2026〕19号"
    return {
        "ref": ref,
        "document": parse_ref(ref).url_path,
        "clause": parse_ref(f"{ref}#l1_1").url_path,
        "fact": str(Fact.objects.values_list("pk", flat=True)[0]),
        "finding": str(Finding.objects.values_list("pk", flat=True)[0]),
        "source": str(source.source),
        "issue": str(source.issue),
        "job": str(job),
    }


def test_every_address_has_its_row() -> None:
    assert set(named_places(get_resolver())) == set(ROWS)


@pytest.mark.django_db
@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("asker", ASKERS, ids=lambda role: role or "anonymous")
def test_every_address_answers_each_asker_as_the_table_says(
    asker: Role | None, places: dict[str, str]
) -> None:
    with clock.stopped(NOON):
        if asker is not Role.ADMINISTRATOR:
            appoint(Role.ADMINISTRATOR)  # whose account /staff/users/zhao shows
        browser = browser_of(asker)
        column = ASKERS.index(asker)
        wrong = [
            (name, method, expected, status)
            for name, row in ROWS.items()
            for method, expected in (("get", row.get[column]), ("post", row.post[column]))
            if (status := answered(browser, method, row.place.format(**places))) != expected
        ]
    assert not wrong, "\n".join(map(str, wrong))


def answered(browser: Client, method: str, place: str) -> int:
    """The status of an answer; nothing is followed."""
    answer = getattr(browser, method)(place)
    if answer.streaming:
        answer.getvalue()  # read to the end, which closes the file behind it
    return int(answer.status_code)

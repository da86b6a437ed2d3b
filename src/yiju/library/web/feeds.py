# SPDX-License-Identifier: Apache-2.0
"""What programs subscribe to: deadlines for calendars, new documents and issues for readers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from yiju.kernel.actor import PUBLIC
from yiju.kernel.clause_ref import parse_ref
from yiju.library.queries.deadlines import deadline_list
from yiju.library.queries.documents import document_list
from yiju.library.queries.facts import FactFilter, FactRow
from yiju.library.queries.issues import issue_list
from yiju.library.web import words
from yiju.library.web.frame import permanent_url
from yiju.library.web.listing import word_of
from yiju.office import clock

ENTRIES = 50
SITEMAP_LIMIT = 50_000
"""So many addresses a sitemap may hold (sitemaps.org)."""
ICS = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
def deadlines_ics(request: HttpRequest) -> HttpResponse:
    """The public deadlines for a calendar program (RFC 5545).

    A feed carries no session, so it always answers as to the public.
    """
    by = FactFilter(issuer=word_of(request.GET, "issuer"), level=word_of(request.GET, "level"))
    feed = Calendar()
    feed.add("prodid", "-//Yiju//deadlines//ZH")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", _("政策期限"))
    feed.add("refresh-interval;value=duration", "PT12H")
    for fact in deadline_list(PUBLIC, by, page=None).rows:
        if fact.day is not None:
            feed.add_component(deadline_event(fact, permanent_url(request, fact.clause)))
    return HttpResponse(feed.to_ical(), content_type=ICS)


def deadline_event(fact: FactRow, url: str) -> Event:
    """One deadline. Its UID stays while its clause and quote stay, so that a moved day updates.

    A day that staff have not confirmed, or that the text gives only to the month, is tentative.
    """
    first = words.first_day_of(fact.payload.get("on") or fact.payload["until"])
    last = words.last_day_of(fact.payload.get("until") or fact.payload["on"])
    if not fact.payload.get("until"):
        first = last if fact.payload["relation"] != "from" else first
    what = fact.payload.get("what") or fact.quote
    event = Event()
    event.add("uid", f"{fact.anchor}-{_short(fact.document)}@yiju")
    event.add("sequence", fact.changes)
    event.add("dtstamp", clock.now())
    event.add("dtstart", first)
    event.add("dtend", max(first, last) + timedelta(days=1))
    event.add("summary", f"{what}{_reservation(fact)}｜{fact.document_name}")
    event.add("description", f"{fact.quote}\n{fact.document_name} {fact.clause_words}\n{url}")
    event.add("url", url)
    event.add("status", "TENTATIVE" if fact.provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _reservation(fact: FactRow) -> str:
    """What a reader must know of the day: that it may move, or that nobody has checked it yet."""
    if not fact.names_day:
        return _("（暂定）")
    return _("（待核）") if fact.provisional else ""


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


@require_safe
def documents_atom(request: HttpRequest) -> HttpResponse:
    """The newest public documents (RFC 4287)."""
    feed = _feed(request, _("依据 政策文库：文件"), "library:documents", "library:documents_atom")
    for card in document_list(PUBLIC).documents[:ENTRIES]:
        feed.add_item(
            title=card.name,
            link=permanent_url(request, card.ref),
            description="、".join(filter(None, (card.number, *card.issuers))),
            unique_id=permanent_url(request, card.ref),
            # Every entry needs one (RFC 4287), also that of a document without a date.
            updateddate=_instant(card.dated_on) or card.published_at,
            pubdate=_instant(card.dated_on),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=ATOM)


@require_safe
def issues_atom(request: HttpRequest) -> HttpResponse:
    """The newest issues of bulletins."""
    feed = _feed(request, _("依据 政策文库：快讯"), "library:issues", "library:issues_atom")
    for card in issue_list(PUBLIC).issues[:ENTRIES]:
        url = request.build_absolute_uri(reverse("library:issue", args=[card.key]))
        feed.add_item(
            title=card.name,
            link=url,
            description="、".join(card.organisers),
            unique_id=url,
            updateddate=_instant(card.published_on) or card.imported_at,
            pubdate=_instant(card.published_on),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=ATOM)


def _feed(request: HttpRequest, title: str, place: str, itself: str) -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=request.build_absolute_uri(reverse(place)),
        description=title,
        language="zh-CN",
        feed_url=request.build_absolute_uri(reverse(itself)),
    )


def _instant(day: date | None) -> datetime | None:
    """The beginning of a day in Beijing, as feeds want instants."""
    return None if day is None else datetime.combine(day, time(), clock.BEIJING)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public document and issue, for search engines."""
    places = [reverse("library:home"), reverse("library:issues"), reverse("library:documents")]
    places += [parse_ref(card.ref).url_path for card in document_list(PUBLIC, page=None).documents]
    places += [
        reverse("library:issue", args=[card.key]) for card in issue_list(PUBLIC, page=None).issues
    ]
    urls = "".join(
        f"<url><loc>{request.build_absolute_uri(place)}</loc></url>"
        for place in places[:SITEMAP_LIMIT]
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    )
    return HttpResponse(text, content_type="application/xml; charset=utf-8")

"""The one door to an applicant's pages, and what each of them shows around its own part."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.deadlines import deadline_of, open_window, way_in
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.files import Access, inside
from jumelage.programmes.applications.queries.hours import OPEN_DOORS, WRITABLE
from jumelage.programmes.applications.queries.writing import is_window_open, moment_of
from jumelage.programmes.applications.services.writing.carry_draft import carry_draft
from jumelage.programmes.applications.services.writing.note_use import note_use

UNPROCESSABLE = 422
# Digits of the largest number of a row.
_DIGITS = 18
# The server's clock is shown from a day before the hour.
CLOCK = timedelta(days=1)
View = Callable[..., HttpResponseBase]


def private_page(*methods: str) -> Callable[[View], View]:
    """A page of somebody who is signed in, kept by no cache."""

    def guard(view: View) -> View:
        return never_cache(login_required(require_http_methods([*methods])(view)))

    return guard


def applicant_view(*methods: str) -> Callable[[View], View]:
    """A page of one application, for those who work on it; anybody else is told that there is none (404)."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, key: UUID, **names: Any) -> HttpResponseBase:
            now = timezone.now()
            access = inside(request.user, key)
            if access is None:
                raise Http404
            try:
                carry_draft(access.application, now=now)
            except Refused as gone:
                raise Http404 from gone
            note_use(access, now=now)
            return view(request, access, now=now, **names)

        return private_page(*methods)(guarded)

    return guard


def around(access: Access, now: datetime, **more: Any) -> dict[str, Any]:
    """What every page of an application shows: its state, its hour, what one may do; and `more`."""
    application = access.application
    door, end = way_in(application, now=moment_of(application, now))
    open_now = application.state in WRITABLE and door in OPEN_DOORS
    # What is not deposited has neither a number nor a completion: nothing is asked.
    deposit = standing_deposit(application) if application.state not in WRITABLE else None
    asked = open_window(application) if deposit else None
    window = asked if asked and is_window_open(asked, now=now) else None
    return {
        "access": access,
        "application": application,
        "deposit": deposit,
        "door": str(door),
        "deadline": deadline_of(application.call).closes_at,
        "ends_at": end,
        "now": now,
        "clock": bool(open_now and end and end - now <= CLOCK),
        "window": window,
        "lapsed": None if window else asked,
        "may_write": access.may(Deed.WRITE) and (open_now or window is not None),
        "may_complete": window is not None and access.may(Deed.DEPOSIT),
        "may_deposit": open_now and access.may(Deed.DEPOSIT),
        "may_withdraw": access.may(Deed.WITHDRAW),
        "may_manage": access.may(Deed.MANAGE),
        "may_ask": access.may(Deed.ASK),
        "trail": trail(application if more.pop("inner", True) else None),
        **more,
    }


def trail(application: Any = None) -> list[dict[str, str]]:
    """The way from one's account and one's applications to this page."""
    steps = [
        {"label": gettext("My account"), "url": reverse("account")},
        {"label": gettext("My applications"), "url": reverse("my-applications")},
    ]
    if application:
        label = application.title or gettext("Without a title yet")
        steps.append({"label": label, "url": reverse("application", args=[application.key])})
    return steps


def number_in(text: str) -> int:
    """The number of a row as a button sends it; 0, which no row has, when it is none."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0

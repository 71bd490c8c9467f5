"""A form or a button that is asked, done, or refused in words."""

from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.translation import override

from jumelage.foundation.kernel.asking import clashes_of, done, show_errors
from jumelage.foundation.kernel.errors import Refused

REFUSED = Refused("euros-unreadable", text="x")


def posted() -> HttpRequest:
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


class Asked(forms.Form):
    title__fr = forms.CharField(label="Titre")
    year = forms.IntegerField(label="An")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (ValidationError("Two of them."), {"__all__": ["Two of them."]}),
        (ValidationError({"year": "Too early."}), {"year": ["Too early."]}),
        (ValidationError({"title": "Too long."}), {"title__fr": ["Too long."]}),
        (ValidationError({"town": "Unknown."}), {"__all__": ["Town: Unknown."]}),
        (ValidationError({"__all__": "Not so."}), {"__all__": ["Not so."]}),
    ],
)
def test_what_a_record_refuses_stands_at_its_field(error: ValidationError, shown: Any) -> None:
    form = Asked({"title__fr": "Eau", "year": "2027"})
    assert form.is_valid()
    with override("en"):
        show_errors(form, error)
    assert form.errors == shown


def test_a_button_says_what_was_done_and_leads_on() -> None:
    request = posted()
    answer = done(request, lambda: None, "Removed.", "/desk/")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert [str(one) for one in get_messages(request)] == ["Removed."]


def test_a_button_says_why_it_is_refused() -> None:
    def act() -> None:
        raise REFUSED

    request = posted()
    with override("en"):
        done(request, act, "Removed.", "/desk/")
    assert [one.level_tag for one in get_messages(request)] == ["error"]


def test_both_texts_bear_the_name_of_their_field() -> None:
    refusal = Refused("record-changed", clashes=[{"field": "year"}, {"field": "town"}])
    with override("en"):
        named = clashes_of(refusal, {"year": "Year of the call"})
    assert [one["name"] for one in named] == ["Year of the call", "Town"]
    assert clashes_of(REFUSED, {}) == []

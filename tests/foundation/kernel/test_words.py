"""Dates, periods, amounts and texts as pages show them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.db.models import CharField
from django.utils.translation import override

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.templatetags import words
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import day_words


def test_a_date_is_read_by_people_and_machines() -> None:
    with override("fr"):
        assert (
            words.in_words(PartialDate(2021, 1)) == '<time datetime="2021-01">janvier 2021</time>'
        )
        assert words.in_words(None) == ""


@pytest.mark.parametrize(
    ("language", "said", "with_weekday"),
    [
        ("fr", "1er avril 2027", "jeudi 1er avril 2027"),
        ("nl", "1 april 2027", "donderdag 1 april 2027"),
        ("en", "1 April 2027", "Thursday 1 April 2027"),
    ],
)
def test_a_day_is_written_one_way_everywhere(language: str, said: str, with_weekday: str) -> None:
    first = date(2027, 4, 1)
    # On the city's clocks it is tomorrow.
    late = datetime(2027, 3, 31, 22, 30, tzinfo=UTC)
    with override(language):
        assert day_words(first, weekday=True) == with_weekday
        assert words.day(first) == words.day(late) == f'<time datetime="2027-04-01">{said}</time>'
        assert f">{said}, 00:30<" in words.day_and_hour(late)
        assert words.day(None) == ""
    assert day_words(date(2027, 4, 11), language="fr") == "11 avril 2027"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (2021, 2024, "2021–2024"),
        (2002, None, "since 2002"),
        (None, 2023, "until 2023"),
        (None, None, ""),
    ],
)
def test_a_period_says_what_is_known(start: int | None, end: int | None, said: str) -> None:
    dates = [PartialDate(year) if year else None for year in (start, end)]
    with override("en"):
        assert words.period(SimpleNamespace(start=dates[0], end=dates[1])) == said


def test_a_day_is_said_as_a_day() -> None:
    day = PartialDate(2022, 12, 5)
    with override("fr"):
        assert words.period(SimpleNamespace(start=day, end=None)) == "depuis le 5 décembre 2022"
        assert words.period(SimpleNamespace(start=None, end=day)) == "jusqu’au 5 décembre 2022"


def test_a_file_is_weighed_in_the_readers_units() -> None:
    with override("fr"):
        assert words.file_size(212_690) == "212,69 ko"
        assert words.file_size(4_410_000) == "4,41 Mo"


def test_amounts_are_in_the_readers_words() -> None:
    with override("nl"):
        assert words.euros(15_000_000) == "€\xa0150.000"


def test_paragraphs_say_their_language_when_it_is_another() -> None:
    text = Translated(fr="Un.\n\nDeux & trois.")
    with override("fr"):
        assert words.paragraphs(text) == "<p>Un.</p>\n<p>Deux &amp; trois.</p>"
    with override("nl"):
        assert words.paragraphs(text).startswith('<p lang="fr">Un.</p>')
    assert words.paragraphs("") == ""


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "Choisissez…"), ("nl", "Kies…"), ("en", "Choose…")]
)
def test_where_nothing_is_chosen_yet_stands_a_word(language: str, word: str) -> None:
    class One(forms.Form):
        kind = CharField(choices=[("a", "A"), ("b", "---")]).formfield()

    with override(language):
        shown = One().as_div()
    assert f'<option value="" selected>{word}</option>' in shown
    assert '<option value="a">A</option>' in shown
    assert '<option value="b">---</option>' in shown

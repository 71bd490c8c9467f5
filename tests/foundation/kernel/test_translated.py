"""Texts in several languages, and refusals in words."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from jumelage.city.evidence.models import Document
from jumelage.foundation.kernel import wording
from jumelage.foundation.kernel.background import task
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.translated import Translated, TranslatedField
from jumelage.foundation.kernel.wording import sentence, worded


@pytest.mark.parametrize(
    ("text", "reader", "said", "language"),
    [
        ({"fr": "Eau", "nl": "Water"}, "nl", "Water", "nl"),
        ({"fr": "Eau", "nl": "Water"}, "en", "Eau", "fr"),
        ({"fr": "", "nl": "Water"}, "fr", "Water", "nl"),
        ({"fr": "Eau"}, None, "Eau", "fr"),
        ({}, "fr", "", ""),
        ({"de": "Wasser"}, "fr", "", ""),
    ],
)
def test_reader_s_language_else_the_first_filled_in(
    text: dict[str, str], reader: str | None, said: str, language: str
) -> None:
    with override(reader):
        assert (str(Translated(text)), Translated(text).language) == (said, language)


def test_text_in_another_language_wears_it() -> None:
    text = Translated({"fr": "<Eau>"})
    with override("fr"):
        assert text.marked == "&lt;Eau&gt;"
    with override("nl"):
        assert text.marked == '<span lang="fr">&lt;Eau&gt;</span>'
        assert Translated().marked == ""


@pytest.mark.parametrize(
    ("text", "filled"), [({}, False), ({"fr": ""}, False), ({"fr": "", "nl": "Water"}, True)]
)
def test_text_is_true_when_a_language_is_filled_in(text: dict[str, str], filled: bool) -> None:
    assert bool(Translated(text)) is filled


@pytest.mark.django_db
def test_column_gives_back_a_text() -> None:
    Document.objects.create(slug="plan", title={"fr": "Plan"})
    kept = Document.objects.get()
    assert isinstance(kept.title, Translated)
    assert str(kept) == "Plan"
    assert Document.objects.values_list("title__fr", flat=True).get() == "Plan"


def test_column_takes_plain_dictionaries() -> None:
    field = TranslatedField()
    assert isinstance(field.to_python({"fr": "Eau"}), Translated)
    assert field.to_python(None) is None
    assert field.from_db_value(None, None, SimpleNamespace(features=None)) is None


def test_refusal_in_words() -> None:
    with override("en"):
        assert sentence(Refused("euros-unreadable", text="{x}")).startswith(
            "“{x}” is not an amount"
        )
    with override("fr"):
        assert "n’est pas un montant" in sentence(Refused("euros-unreadable", text="x"))


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (date(2026, 5, 1), "1er mai 2026"),
        (datetime(2026, 5, 1, 22, 30, tzinfo=UTC), "2 mai 2026"),
        (PartialDate(2026, 5), "mai 2026"),
        ("tomorrow", "tomorrow"),
    ],
)
def test_days_of_a_refusal_are_told_as_people_write_them(end: object, told: str) -> None:
    with override("fr"):
        assert f"({told}" in sentence(Refused("period-reversed", start="–", end=end))


def test_code_worded_twice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "declared", lambda *_: [{"a": "b"}, {"a": "c"}])
    with pytest.raises(ValueError, match="worded twice"):
        worded.__wrapped__("PHRASES")


def test_refusal_tells_its_code_and_details() -> None:
    refusal = Refused("call-closed", limit="8 000 €")
    assert (refusal.code, refusal.details) == ("call-closed", {"limit": "8 000 €"})
    assert "call-closed" in str(refusal)


def test_tasks_come_from_one_place() -> None:
    assert callable(task)

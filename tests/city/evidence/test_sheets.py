"""What PDF sheets say of their sources."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.utils.translation import override

from jumelage.city.evidence.queries import claims_about_many, notes, numbers_of, sheet_frame
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.translated import Translated
from tests.factories.evidence import ClaimFactory, EvidenceFactory, ShownFactory, SourceFactory
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


def test_each_statement_bears_the_numbers_of_its_sources_once() -> None:
    one, two, subject = SourceFactory(), SourceFactory(), OrganisationFactory()
    existence, summary = (
        ClaimFactory(subject=subject, about=about, shown=None) for about in ("existence", "summary")
    )
    ShownFactory(claim=existence, source=two)
    ShownFactory(claim=summary, source=two)
    EvidenceFactory(claim=summary, source=one)
    numbers, said = numbers_of([one, two]), claims_about_many([subject])[subject]
    assert numbers == {one.pk: 1, two.pk: 2}
    assert notes(numbers, said["existence"]) == [2]
    assert notes(numbers, said["existence"], None, said["summary"]) == [1, 2]
    assert notes(numbers, None) == []


def test_a_sheet_lists_its_sources_and_says_of_when_it_is() -> None:
    dated = SourceFactory(date=PartialDate(2024, 9), address="https://example.org/page")
    noted = SourceFactory(date=PartialDate(2024), note=Translated(fr="Lue dans une copie."))
    changed = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    with override("fr"):
        told = sheet_frame([SourceFactory(), dated, noted], path="/fr/x/", changed=changed)
        unknown = sheet_frame([], path="/fr/x/", changed=None)
    assert told["address"] == f"{settings.SITE_ADDRESS}/fr/x/"
    # Half past midnight on the city’s clocks.
    assert told["made_on"] == "22 novembre 2026"
    assert [source["number"] for source in told["sources"]] == [1, 2, 3]
    assert told["sources"][0]["text"].endswith("date inconnue")
    assert told["sources"][1]["text"].endswith("septembre 2024")
    assert told["sources"][2]["text"].endswith(", 2024. Lue dans une copie.")
    assert told["sources"][1]["address"] == "https://example.org/page"
    assert (unknown["sources"], unknown["made_on"]) == ([], "Non connu")

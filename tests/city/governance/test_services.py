"""Keeping bodies and decisions."""

import pytest
from django.core.exceptions import ValidationError

from jumelage.city.governance.choices import BodyKind, Outcome
from jumelage.city.governance.models import Body, Decision
from jumelage.city.governance.services.keep_body import keep_body
from jumelage.city.governance.services.keep_decision import keep_decision
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.audit.models import Entry
from tests.factories.evidence import DocumentFactory
from tests.factories.governance import BodyFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


def test_body_is_kept_once() -> None:
    values = {
        "kind": BodyKind.ADVISORY,
        "name": text("Council"),
        "organisation": OrganisationFactory(),
    }
    body = keep_body("council", values)
    keep_body("council", values)
    assert str(body) == "Council (fr)"
    assert [entry.act for entry in Entry.objects.all()] == ["governance.keep-body"]


def test_decision_is_kept_once_with_its_documents() -> None:
    council, college = BodyFactory(), BodyFactory(kind=BodyKind.COLLEGE)
    values = {
        "body": college,
        "proposed_by": council,
        "date": "2015",
        "subject": text("Network"),
        "documents": [DocumentFactory()],
    }
    decision = keep_decision("network", values)
    keep_decision("network", values)
    assert (str(decision), str(decision.date)) == ("Network (fr)", "2015")
    assert decision.outcome == Outcome.ADOPTED
    assert decision.documents.count() == 1
    assert [entry.act for entry in Entry.objects.all()] == ["governance.keep-decision"]
    keep_decision("network", {"documents": []})
    assert decision.documents.count() == 0
    assert Entry.objects.order_by("-pk")[0].details == {"new": False, "fields": ["documents"]}


def test_decision_without_a_subject_is_not_kept() -> None:
    with pytest.raises(ValidationError):
        keep_decision("network", {"date": "2015"})
    assert not Decision.objects.exists()


def test_bodies_follow_a_merge() -> None:
    body = BodyFactory()
    other = BodyFactory()
    kept = OrganisationFactory()
    merge_organisations(body.organisation, kept)
    assert Body.objects.get(pk=body.pk).organisation == kept
    assert Body.objects.get(pk=other.pk).organisation == other.organisation

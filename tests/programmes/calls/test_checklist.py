"""What a call still lacks for its visitors: documents that they can open and hear, articles that rest on something."""

import pytest
from django.utils.translation import override

from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.programmes.calls.queries.checklist import lacks_of, musts
from jumelage.programmes.calls.queries.words import words_of_lack
from tests.factories.calls import NOW, a_call, text
from tests.factories.evidence import ClaimFactory, DocumentFactory

pytestmark = pytest.mark.django_db


def test_documents_that_visitors_cannot_open_or_hear_are_wished_for() -> None:
    given = {"absent": {}, "untagged": {"file": "u.pdf", "tagged": False}}
    given |= {"tagged": {"file": "t.pdf", "tagged": True}, "text": {"file": "t.txt"}}
    documents = [{"document": DocumentFactory(slug=slug, **it)} for slug, it in given.items()]
    lacks = lacks_of(a_call(call_documents=documents), now=NOW)
    found = {(one.code, one.row.document.slug) for one in lacks if one.list == "call_documents"}
    assert found == {("file-missing", "absent"), ("file-untagged", "untagged")}
    assert not {"file-missing", "file-untagged"} & {one.code for one in musts(lacks)}


def test_an_official_budget_rests_on_evidence_about_it() -> None:
    call = a_call(budget_authority="official")
    ClaimFactory(subject=call, about="summary")

    def codes() -> set[str]:
        return {one.code for one in lacks_of(call, now=NOW) if not one.must}

    assert "budget-unproven" in codes()
    ClaimFactory(subject=call, about="budget_cents")
    assert "budget-unproven" not in codes()
    assert "budget-unproven" not in {
        one.code
        for one in lacks_of(a_call("b", budget_authority="official", budget_cents=None), now=NOW)
    }


def test_an_official_article_rests_on_evidence() -> None:
    call = a_call()
    call.articles.update(authority="official")
    proven, bare = call.articles.order_by("number")
    ClaimFactory(subject=proven)
    lacks = [one for one in lacks_of(call, now=NOW) if one.code == "evidence-missing"]
    assert [one.row for one in lacks] == [bare]


def test_a_form_written_for_the_tracks_of_another_call_is_told() -> None:
    of_ecm = {"on": "context.track", "op": "eq", "value": "ecm"}
    of_sport = {"on": "context.track", "op": "ne", "value": "sport"}
    field = {"code": "title", "kind": "short_text", "label": text("Title")}
    sections = [
        {
            "code": "own",
            "title": text("Own"),
            "when": of_ecm,
            "fields": [
                {**field, "when": {"join": "any", "of": [of_ecm, of_sport]}},
                {**field, "code": "why", "when": {"on": "title", "op": "answered"}},
            ],
        },
        {
            "code": "other",
            "title": text("Other"),
            "when": of_sport,
            "fields": [{**field, "code": "o"}],
        },
    ]
    form = Form.objects.create(slug="form", title=text("Form"))
    FormVersion.objects.create(
        form=form, number=1, definition={"sections": sections}, published_at=NOW
    )
    with override("en"):
        lacks = lacks_of(a_call(form=form), now=NOW)
        told = [words_of_lack(one) for one in lacks if one.code == "form-track-unknown"]
    assert musts(lacks) == []
    (sentence,) = told
    assert sentence == (
        "Form, Form (en): “sport” is no track of this call, yet these depend on it: Title (en), Other (en)."
        " Is the form meant for this call?"
    )

"""Ready-made models: whole, publishable, and judging as their sources say."""

from datetime import time

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.callmaking.queries.sheets import models_of_calls
from jumelage.programmes.callmaking.rules.shifting import renamed, shifted
from jumelage.programmes.callmaking.services.make_from_model import make_from_model
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import working
from jumelage.programmes.calls.queries.checklist import lacks_of, musts
from jumelage.programmes.calls.queries.eligibility import judge
from tests.factories.calls import NOW, a_call

pytestmark = pytest.mark.django_db

# The three objectives of Uccle: (organisation, answers, cooperation, citizenship, mobility).
UCCLE = [
    ("association of Uccle, for its public", "asbl here yes no", "yes yes no"),
    ("association of Uccle, with its young people", "asbl here no yes", "yes no yes"),
    ("NGO of Uccle, all at once", "ngo here yes yes", "yes yes yes"),
    ("NGO of Uccle, only abroad", "ngo here no no", "yes no no"),
    ("association of Schaerbeek, for the public of Uccle", "asbl region yes no", "no yes no"),
    ("association of Ixelles, with young people of Uccle", "asbl region no yes", "no no yes"),
    ("NGO of Brussels, both", "ngo region yes yes", "no yes yes"),
    ("NGO of Brussels, neither", "ngo region no no", "no no no"),
    ("NGO of Namur, for the public of Uccle", "ngo elsewhere yes yes", "no no no"),
    ("school of Uccle", "school here yes yes", "no no no"),
    ("company of Uccle", "company here yes yes", "no no no"),
    ("association that does not say where it is", "asbl - yes -", "unsure unsure unsure"),
]


@pytest.mark.parametrize(("_who", "given", "expected"), UCCLE)
def test_the_rules_of_uccle_on_twelve_organisations(_who: str, given: str, expected: str) -> None:
    regulation = working(make_from_model("uccle", year=2027, slug="uccle"))
    names = ("kind", "seat", "public", "young")
    answers = {
        name: "" if word == "-" else word for name, word in zip(names, given.split(), strict=True)
    }
    judged = judge(regulation, answers)
    assert [one.outcome for one in judged] == expected.split()
    assert [one.track.slug for one in judged] == ["cooperation", "ecms", "mobility"]
    for one in judged:
        assert all(reason.article for reason in one.reasons)
    # Who may apply stands in the article of each aim, not in the one that lists them.
    articles = [{reason.article.number for reason in one.reasons} for one in judged]
    assert articles == [{"2"}, {"3"}, {"4"}]
    # What decides comes first.
    assert [reason.met for reason in judged[0].reasons] == sorted(
        (reason.met for reason in judged[0].reasons),
        key=lambda met: {False: 0, None: 1, True: 2}[met],
    )


# (model, answers by question, a verdict per track, the requirements that are not met).
OTHERS = [
    ("etterbeek", "kind=asbl seat=yes", "yes", ""),
    ("etterbeek", "kind=de-facto seat=yes", "yes", ""),
    ("etterbeek", "kind=school seat=yes", "yes", ""),
    ("etterbeek", "kind=inhabitants seat=yes", "yes", ""),
    ("etterbeek", "kind=inhabitants seat=no", "no", "seat"),
    ("etterbeek", "kind=asbl seat=no", "no", "seat"),
    ("etterbeek", "kind=public seat=yes", "no", "who"),
    ("etterbeek", "kind=council seat=yes", "no", "who"),
    ("etterbeek", "kind=company seat=yes", "no", "who"),
    ("etterbeek", "kind=person seat=yes", "no", "who"),
    ("schaerbeek", "kind=asbl seat=yes public=no", "yes yes", ""),
    ("schaerbeek", "kind=ngo seat=no public=yes", "yes no", "local"),
    ("schaerbeek", "kind=de-facto seat=no public=no", "no no", "local rooted"),
    ("schaerbeek", "kind=company seat=yes public=yes", "no no", "who"),
    ("wavre", "kind=asbl years=2 seat=here action=no", "yes", ""),
    ("wavre", "kind=ngo years=1 seat=here action=yes", "no", "years"),
    ("wavre", "kind=ngo years=9 seat=belgium action=yes", "yes", ""),
    ("wavre", "kind=ngo years=9 seat=belgium action=no", "no", "seat"),
    ("wavre", "kind=ngo years=9 seat=elsewhere action=yes", "no", "seat"),
    ("wavre", "kind=local years=2 seat=here sponsored=yes", "yes", ""),
    ("wavre", "kind=local years=2 seat=here sponsored=no", "no", "sponsored"),
    ("wavre", "kind=local years=2 seat=here", "unsure", ""),
]


@pytest.mark.parametrize(("code", "given", "expected", "unmet"), OTHERS)
def test_the_other_models_judge_as_their_sources_say(
    code: str, given: str, expected: str, unmet: str
) -> None:
    regulation = working(make_from_model(code, year=2027, slug=code))
    judged = judge(regulation, dict(word.split("=") for word in given.split()))
    assert [one.outcome for one in judged] == expected.split()
    reasons = [reason for one in judged for reason in one.reasons]
    assert all(reason.article for reason in reasons)
    failed = {reason.requirement.slug for reason in reasons if reason.met is False}
    assert failed == set(unmet.split())


@pytest.mark.parametrize("code", ["platform", "uccle", "etterbeek", "schaerbeek", "wavre"])
def test_every_model_lacks_only_what_the_clerk_alone_knows(code: str) -> None:
    model = models_of_calls()[code]
    assert model["sources"]
    call = make_from_model(code, year=2028, slug=f"{code}-2028")
    assert (call.published, call.year) == (False, 2028)
    assert call.title["nl"].endswith("2028")
    lacks = {lack.code for lack in musts(lacks_of(call, now=NOW))}
    assert lacks <= {"opening-missing", "closing-missing", "text-missing"}
    call.opens_on, call.closes_on = PartialDate(2028, 2, 1), PartialDate(2028, 4, 3)
    call.closes_hour = time(16)
    call.save()
    left = musts(lacks_of(call, now=NOW))
    assert {lack.details["field"] for lack in left} <= {"summary", "how_to_apply"}
    assert len(call.questions.all()) <= 8


def test_no_rule_of_a_model_is_said_to_be_official() -> None:
    call = make_from_model("platform", year=2027, slug="2027")
    regulation = working(call)
    rules = [*regulation.articles, *regulation.tracks, *regulation.envelopes, *regulation.criteria]
    assert {one.authority for one in rules} == {"proposal"}
    assert sum(one.weight or 0 for one in regulation.criteria) == 100


def test_a_model_that_is_gone_or_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        make_from_model("atlantis", year=2027, slug="x")
    assert caught.value.code == "template-unknown"
    a_call("2027")
    with pytest.raises(Refused) as caught:
        make_from_model("uccle", year=2027, slug="2027")
    assert caught.value.code == "call-slug-taken"
    assert Call.objects.count() == 1


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        ("2027-04-01", 1, "2028-04-03"),  # a Saturday: the Monday after
        ("2026-03-01", 1, "2027-03-01"),
        ("2028-02-29", 1, "2029-02-28"),
        ("2026-08-01", 1, "2027-08-02"),  # a Sunday
        ("2026-08", 1, "2027-08"),
        ("2026", 2, "2028"),
    ],
)
def test_dates_move_with_the_year(day: str, years: int, moved: str) -> None:
    assert str(shifted(PartialDate.parse(day), years=years)) == moved


def test_an_unknown_date_stays_unknown_and_titles_change_year() -> None:
    assert shifted(None, years=1) is None
    assert renamed("Call 2026, again 2026", before=2026, after=2027) == "Call 2027, again 2027"

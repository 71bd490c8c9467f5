"""Keeping, publishing and withdrawing places, partnerships, projects and announcements."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.city.portfolio.choices import PlaceKind, Role, Status
from jumelage.city.portfolio.models import (
    Facet,
    Milestone,
    Participation,
    Partner,
    Partnership,
    Project,
)
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
from jumelage.city.portfolio.services.keep_partnership import keep_partnership
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.city.portfolio.services.keep_project import keep_project
from jumelage.city.portfolio.services.publish_announcement import publish_announcement
from jumelage.city.portfolio.services.publish_partnership import publish_partnership
from jumelage.city.portfolio.services.publish_project import publish_project
from jumelage.city.portfolio.services.withdraw_announcement import withdraw_announcement
from jumelage.city.portfolio.services.withdraw_partnership import withdraw_partnership
from jumelage.city.portfolio.services.withdraw_project import withdraw_project
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from tests.factories.evidence import ClaimFactory, DocumentFactory
from tests.factories.governance import DecisionFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.portfolio import (
    AnnouncementFactory,
    ParticipationFactory,
    PartnerFactory,
    PartnershipFactory,
    PlaceFactory,
    ProjectFactory,
)
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


def acts() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def changes_nothing(act: Callable[[], Any]) -> None:
    before = acts(), list(Facet.objects.values_list("pk", flat=True))
    act()
    assert (acts(), list(Facet.objects.values_list("pk", flat=True))) == before


def facets(project: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for facet in project.facets.all():
        found.setdefault(facet.kind, []).append(facet.code)
    return found


def test_place_is_kept_once() -> None:
    parent = PlaceFactory()
    values = {
        "name": text("Kimbanseke"),
        "kind": PlaceKind.COMMUNE,
        "country": "CD",
        "parent": parent,
        "latitude": -4.44,
        "area_km2": 237,
    }
    place = keep_place("kimbanseke", values)
    assert (str(place), place.parent, place.area_km2) == ("Kimbanseke (fr)", parent, 237)
    assert acts() == ["portfolio.keep-place"]
    changes_nothing(lambda: keep_place("kimbanseke", values))


def test_announcement_is_kept_once() -> None:
    values = {"text": text("Next"), "partnership": PartnershipFactory()}
    assert str(keep_announcement("next", values)) == "Next (fr)"
    assert acts() == ["portfolio.keep-announcement"]
    changes_nothing(lambda: keep_announcement("next", values))


def partnership_values() -> dict[str, Any]:
    return {
        "title": text("Kinshasa"),
        "summary": text("Since 2002"),
        "country": "CD",
        "start": "2002",
        "places": [PlaceFactory()],
        "documents": [DocumentFactory()],
        "partners": [
            {"organisation": OrganisationFactory(), "focal_point": True, "start": "2008"},
            {"organisation": OrganisationFactory(), "part": text("Helps")},
        ],
        "agreements": [
            {
                "slug": "plan",
                "title": text("Plan"),
                "start": "2022",
                "end": "2026",
                "decision": DecisionFactory(),
                "documents": [DocumentFactory()],
            }
        ],
        "axes": [{"slug": "registry", "title": text("Registry")}],
    }


def test_partnership_is_kept_with_its_rows_in_one_line() -> None:
    values = partnership_values()
    kept = keep_partnership("kinshasa", values)
    assert str(kept) == "Kinshasa (fr)"
    assert [partner.focal_point for partner in kept.partners.all()] == [True, False]
    assert [(str(one), one.documents.count()) for one in kept.agreements.all()] == [
        ("Plan (fr)", 1)
    ]
    assert [str(axis) for axis in kept.axes.all()] == ["Registry (fr)"]
    assert str(kept.partners.all()[0]) == str(values["partners"][0]["organisation"])
    assert acts() == ["portfolio.keep-partnership"]
    changes_nothing(lambda: keep_partnership("kinshasa", values))


def test_partnership_rows_that_are_no_longer_given_go_with_their_claims() -> None:
    values = partnership_values()
    kept = keep_partnership("kinshasa", values)
    claim = ClaimFactory(subject=kept.axes.get())
    keep_partnership("kinshasa", {"axes": [], "partners": values["partners"][1:]})
    assert kept.axes.count() == 0
    assert not type(claim).objects.filter(pk=claim.pk).exists()
    assert kept.partners.count() == 1
    assert kept.agreements.count() == 1
    last = Entry.objects.order_by("-pk")[0]
    assert last.details == {"new": False, "fields": ["axes", "partners"]}


def test_only_what_changed_in_a_row_is_written() -> None:
    values = partnership_values()
    kept = keep_partnership("kinshasa", values)
    before = kept.agreements.get().pk
    values["agreements"][0]["documents"] = []
    keep_partnership("kinshasa", values)
    assert kept.agreements.get().pk == before
    assert kept.agreements.get().documents.count() == 0
    assert Entry.objects.order_by("-pk")[0].details == {"new": False, "fields": ["agreements"]}


@pytest.mark.parametrize("where", ["record", "row"])
def test_period_that_ends_before_it_starts_is_refused(where: str) -> None:
    values = partnership_values()
    target = values if where == "record" else values["agreements"][0]
    target |= {"start": "2022", "end": "2021-12"}
    with pytest.raises(Refused, match="period-reversed"):
        keep_partnership("kinshasa", values)
    assert not Partnership.objects.exists()
    assert acts() == []


def test_date_that_cannot_be_read_names_its_field() -> None:
    with pytest.raises(ValidationError) as failure:
        keep_partnership("kinshasa", {**partnership_values(), "end": "soon"})
    assert set(failure.value.message_dict) == {"end"}


def project_values() -> dict[str, Any]:
    return {
        "title": text("Été"),
        "acronym": "LIMPOBA",
        "summary": text("Families"),
        "country": "CD",
        "start": "2021",
        "end": "2024",
        "partnership": PartnershipFactory(),
        "themes": ["families"],
        "sdgs": [1, 10],
        "places": [PlaceFactory(slug="kimbanseke")],
        "participations": [
            {"organisation": OrganisationFactory(slug="city"), "role": Role.FUNDING},
            {"organisation": OrganisationFactory(slug="sos"), "role": Role.IMPLEMENTING},
        ],
        "beneficiaries": [
            {"slug": "families", "group": text("Families"), "announced": 200, "reached": 197}
        ],
        "milestones": [{"slug": "offices", "title": text("Offices"), "done": True, "date": "2022"}],
    }


def test_project_is_kept_with_its_rows_in_one_line() -> None:
    values = project_values()
    project = keep_project("limpoba", values)
    assert str(project) == "Été (fr)"
    assert [str(one) for one in project.participations.all()] == [
        f"{one['organisation']} ({one['role'].label})" for one in values["participations"]
    ]
    group = project.beneficiaries.get()
    assert (str(group), group.announced, group.reached) == ("Families (fr)", 200, 197)
    assert str(project.milestones.get()) == "Offices (fr)"
    assert acts() == ["portfolio.keep-project"]
    changes_nothing(lambda: keep_project("limpoba", values))


def test_numbers_that_nobody_told_stay_unknown() -> None:
    project = keep_project(
        "limpoba",
        {
            **project_values(),
            "beneficiaries": [{"slug": "families", "group": text("Families")}],
            "milestones": [{"slug": "offices", "title": text("Offices")}],
        },
    )
    group = project.beneficiaries.get()
    assert (group.announced, group.reached) == (None, None)
    assert project.milestones.get().done is None


def test_project_is_found_by_what_it_is() -> None:
    project = keep_project("limpoba", project_values())
    assert facets(project) == {
        "country": ["CD"],
        "partner": ["city", "sos"],
        "place": ["kimbanseke"],
        "sdg": ["1", "10"],
        "theme": ["families"],
    }
    project.refresh_from_db()
    assert project.folded.startswith("limpoba ete (fr)")
    assert str(project.facets.all()[0]) == "country: CD"


def test_index_follows_the_change() -> None:
    keep_project("limpoba", project_values())
    before = set(Facet.objects.values_list("pk", flat=True))
    project = keep_project("limpoba", {"sdgs": [1, 6], "title": text("Other")})
    assert facets(project)["sdg"] == ["1", "6"]
    assert len(before & set(Facet.objects.values_list("pk", flat=True))) == len(before) - 1
    project.refresh_from_db()
    assert "other (fr)" in project.folded
    assert "ete" not in project.folded


def test_rows_that_are_no_longer_given_go() -> None:
    project = keep_project("limpoba", project_values())
    keep_project("limpoba", {"milestones": [], "participations": []})
    assert not Milestone.objects.exists()
    assert not Participation.objects.exists()
    assert "partner" not in facets(project)


@pytest.mark.parametrize(
    ("wrong", "code"), [({"themes": ["magic"]}, "theme-unknown"), ({"sdgs": [18]}, "sdg-unknown")]
)
def test_unknown_codes_are_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        keep_project("limpoba", {**project_values(), **wrong})
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("factory", "withdraw", "publish"),
    [
        (ProjectFactory, withdraw_project, publish_project),
        (PartnershipFactory, withdraw_partnership, publish_partnership),
        (AnnouncementFactory, withdraw_announcement, publish_announcement),
    ],
)
def test_withdrawing_and_publishing_are_journalled_once(
    factory: Callable[[], models.Model],
    withdraw: Callable[[models.Model], None],
    publish: Callable[[models.Model], None],
) -> None:
    record = factory()
    kind = record._meta.model_name
    publish(record)
    withdraw(record)
    withdraw(record)
    record.refresh_from_db()
    assert not record.published  # type: ignore[attr-defined]
    publish(record)
    publish(record)
    record.refresh_from_db()
    assert record.published  # type: ignore[attr-defined]
    assert acts() == [f"portfolio.withdraw-{kind}", f"portfolio.publish-{kind}"]
    assert all(Entry.objects.values_list("public", flat=True))


@pytest.mark.parametrize(
    ("record", "publish"),
    [
        (lambda: ProjectFactory(published=False, summary={"fr": "a"}), publish_project),
        (lambda: PartnershipFactory(published=False, title={"fr": "a"}), publish_partnership),
        (lambda: AnnouncementFactory(published=False, text={"fr": "a"}), publish_announcement),
    ],
)
def test_nothing_is_published_without_both_languages_of_the_law(
    record: Callable[[], Any], publish: Callable[[Any], None]
) -> None:
    made = record()
    with pytest.raises(Refused) as refusal:
        publish(made)
    assert refusal.value.code == "texts-missing"
    assert [language for _field, language in refusal.value.details["fields"]] == ["nl"]
    made.refresh_from_db()
    assert not made.published


def test_withdrawn_project_is_counted_nowhere() -> None:
    project = ProjectFactory()
    withdraw_project(project)
    assert not Facet.objects.exists()
    publish_project(project)
    assert facets(project) == {"country": ["CD"]}


def test_partnerships_follow_a_merge() -> None:
    double, kept = OrganisationFactory(), OrganisationFactory()
    alone = PartnerFactory(organisation=double)
    shared = PartnershipFactory()
    PartnerFactory(partnership=shared, organisation=double, focal_point=True)
    PartnerFactory(partnership=shared, organisation=kept)
    plain = PartnershipFactory()
    PartnerFactory(partnership=plain, organisation=double)
    PartnerFactory(partnership=plain, organisation=kept)
    merge_organisations(double, kept)
    assert not Partner.objects.filter(organisation=double).exists()
    assert Partner.objects.get(partnership=alone.partnership).organisation == kept
    assert Partner.objects.get(partnership=shared).focal_point
    assert not Partner.objects.get(partnership=plain).focal_point


def test_projects_follow_a_merge() -> None:
    double, kept = OrganisationFactory(slug="double"), OrganisationFactory(slug="kept")
    alone = ProjectFactory(partners=[double])
    shared = ProjectFactory(partners=[double, kept])
    ParticipationFactory(project=shared, organisation=double, role=Role.FUNDING)
    merge_organisations(double, kept)
    assert not Participation.objects.filter(organisation=double).exists()
    assert [row.role for row in shared.participations.all()] == [Role.IMPLEMENTING, Role.FUNDING]
    assert [facets(project)["partner"] for project in (alone, shared)] == [["kept"], ["kept"]]


def test_status_on_a_day_is_a_choice() -> None:
    from datetime import date

    project = ProjectFactory(status=Status.PLANNED)
    assert project.status_on(date(2026, 1, 1)) is Status.PLANNED
    assert project.period.start is None

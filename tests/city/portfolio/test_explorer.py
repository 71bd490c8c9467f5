"""The explorer: pages, filters, and counts that tell what a visitor would find."""

from collections import Counter
from datetime import date
from itertools import product

import pytest
from pytest_django import DjangoAssertNumQueries

from jumelage.city.portfolio.choices import Status, Theme
from jumelage.city.portfolio.models import Project
from jumelage.city.portfolio.queries import Found, filters_from, found_projects
from jumelage.city.portfolio.rules.filters import Filters
from jumelage.city.portfolio.services.publish_project import publish_project
from jumelage.city.portfolio.services.withdraw_project import withdraw_project
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.organisations import OrganisationFactory
from tests.factories.portfolio import PartnershipFactory, PlaceFactory, ProjectFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db

TODAY = date(2024, 6, 15)
EXPLORER_QUERIES, INDEX_QUERIES = 3, 3


def find(today: date = TODAY, **asked: str) -> Found:
    return found_projects(filters_from(asked), today)


def slugs(found: Found) -> list[str]:
    return [project.slug for project in found.projects]


def test_visitors_find_published_projects_in_the_city_s_order() -> None:
    ProjectFactory(slug="b", order=2)
    ProjectFactory(slug="c", order=1)
    ProjectFactory(slug="a", order=2)
    withdraw_project(ProjectFactory())
    found = find()
    assert slugs(found) == ["c", "a", "b"]
    assert (found.total, found.page, found.pages) == (3, 1, 1)
    assert found.counts["country"] == {"CD": 3}


def test_nothing_found_is_one_empty_page() -> None:
    found = find(q="nothing")
    assert (slugs(found), found.total, found.pages) == ([], 0, 1)
    assert found.counts["theme"] == {}


def test_twenty_rows_a_page_and_the_last_beyond() -> None:
    for number in range(21):
        ProjectFactory(slug=f"p{number:02}")
    first, second, beyond = find(), find(page="2"), find(page="99")
    assert (len(first.projects), first.pages, first.total) == (20, 2, 21)
    assert slugs(second) == slugs(beyond) == ["p20"]
    assert beyond.page == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("maraîchères", True),
        ("MARAICHERES", True),
        ("femmes maraich", True),
        ("afpk", True),
        ("vrouwen", True),
        ("femmes garage", False),
        ("%", False),
        ("_", False),
    ],
)
def test_text_forgives_accents_and_capitals(words: str, found: bool) -> None:
    ProjectFactory(
        slug="afpk",
        acronym="AFPK",
        title={"fr": "Femmes maraîchères", "nl": "Vrouwen"},
        summary={"fr": "Formation"},
    )
    assert slugs(find(q=words)) == (["afpk"] if found else [])


def test_filters_add_up() -> None:
    partner = OrganisationFactory(slug="vivaqua")
    ProjectFactory(slug="one", themes=["water"], sdgs=[6], country="GN", partners=[partner])
    ProjectFactory(slug="two", themes=["water", "health"], sdgs=[3], country="GN")
    ProjectFactory(slug="three", themes=["health"], sdgs=[6], country="MA", partners=[partner])
    assert slugs(find(theme="water")) == ["one", "two"]
    assert slugs(find(theme="water", sdg="6")) == ["one"]
    assert slugs(find(partner="vivaqua")) == ["one", "three"]
    assert slugs(find(country="GN", theme="health")) == ["two"]
    assert slugs(find(country="MA", partner="vivaqua", sdg="6", theme="health")) == ["three"]
    assert slugs(find(country="MA", theme="water")) == []


@pytest.mark.parametrize(
    ("sort", "order"),
    [("newest", ["new", "old", "none"]), ("oldest", ["old", "new", "none"])],
)
def test_order_by_date_puts_the_undated_last(sort: str, order: list[str]) -> None:
    ProjectFactory(slug="none")
    ProjectFactory(slug="new", start=PartialDate(2022, 5))
    ProjectFactory(slug="old", start=PartialDate(2021))
    assert slugs(find(sort=sort)) == order


DATES = ["", "2023", "2024", "2025", "2024-05", "2024-06", "2024-07", "2024-06-14", "2024-06-15",
         "2024-06-16"]  # fmt: skip


@pytest.fixture
def dated() -> list[Project]:
    """A project for every possible pair of dates, and one for every status that a person gave."""
    made = []
    for start, end in product(DATES, DATES):
        dates = [PartialDate.parse(text) if text else None for text in (start, end)]
        if all(dates) and dates[1].surely_before(dates[0]):  # type: ignore[union-attr, arg-type]
            continue
        made.append(Project(title=text("P"), country="CD", start=dates[0], end=dates[1]))
    made += [Project(title=text("P"), country="CD", status=code) for code in Status.values]
    for number, project in enumerate(made):
        project.slug = f"p{number}"
    return Project.objects.bulk_create(made)


@pytest.mark.parametrize(
    "today",
    [
        date(2024, 6, 15),
        date(2024, 6, 1),
        date(2024, 6, 30),
        date(2024, 1, 1),
        date(2023, 12, 31),
        date(2024, 12, 31),
        date(2026, 1, 1),
    ],
)
def test_database_and_rule_agree_on_the_status(dated: list[Project], today: date) -> None:
    expected = Counter(str(project.status_on(today)) for project in dated)
    found = find(today)
    assert found.counts["status"] == dict(expected)
    for code in Status.values:
        page = find(today, status=code)
        assert page.total == expected[code]
        assert {project.current for project in page.projects} <= {Status(code)}
        assert page.counts["status"] == found.counts["status"]


@pytest.fixture
def varied() -> list[Project]:
    partners = [OrganisationFactory(slug=f"o{number}") for number in range(3)]
    places = [PlaceFactory(slug=f"l{number}") for number in range(2)]
    themes = Theme.values
    return [
        ProjectFactory(
            themes=[themes[number % 3], themes[3 + number % 2]],
            sdgs=[1 + number % 4],
            country=["CD", "MA", "GN"][number % 3],
            partners=partners[: 1 + number % 3],
            places=places[: number % 3],
            start=PartialDate(2021 + number % 5),
            end=PartialDate(2023 + number % 5) if number % 2 else None,
            title=text("Water" if number % 4 else "Health"),
        )
        for number in range(24)
    ]


def holds(project: Project, kind: str, code: str) -> bool:
    held = {
        "theme": project.themes,
        "sdg": [str(goal) for goal in project.sdgs],
        "country": [project.country],
        "partner": [row.organisation.slug for row in project.participations.all()],
        "place": [place.slug for place in project.places.all()],
        "status": [project.status_on(TODAY)],
        "q": [code] if code.lower() in str(project.title).lower() else [],
    }
    return code in held[kind]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": "water"},
        {"theme": "civil-registration"},
        {"status": "ended"},
        {"country": "MA", "sdg": "2"},
        {"q": "health", "theme": "health", "partner": "o1"},
        {"theme": "water", "country": "GN", "partner": "o2", "sdg": "3", "status": "ongoing"},
    ],
)
def test_every_count_is_what_a_visitor_would_find(
    varied: list[Project], asked: dict[str, str]
) -> None:
    found = find(**asked)
    assert found.total == sum(all(holds(one, *pair) for pair in asked.items()) for one in varied)
    for kind, counts in found.counts.items():
        others = {name: code for name, code in asked.items() if name != kind}
        for code in {*counts, *(["ended", "ongoing", "planned"] if kind == "status" else [])}:
            wanted = {**others, kind: code}
            expected = [one for one in varied if all(holds(one, *pair) for pair in wanted.items())]
            assert counts.get(code, 0) == len(expected), (kind, code)
            if kind != "place":
                assert find(**wanted).total == len(expected)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "asked",
    [{}, {"q": "project", "theme": "water", "country": "CD", "partner": "o", "sdg": "6",
          "status": "unknown"}],
)  # fmt: skip
def test_number_of_queries_is_constant(
    count: int, asked: dict[str, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    partner = OrganisationFactory(slug="o")
    for _ in range(count):
        ProjectFactory(
            partnership=PartnershipFactory(),
            themes=["water"],
            sdgs=[6],
            partners=[partner],
            places=[PlaceFactory(parent=PlaceFactory())],
        )
    with django_assert_num_queries(INDEX_QUERIES + EXPLORER_QUERIES + ("q" in asked)):
        find(**asked)
    with django_assert_num_queries(EXPLORER_QUERIES):
        found = find(**asked)
        assert found.total == count
        for project in found.projects:
            assert project.partnership
            assert str(project.partnership.title)
            assert [str(place.parent) for place in project.places.all()]
            assert [str(row.organisation.name) for row in project.participations.all()]
            assert str(project.summary)


def test_a_public_change_is_counted_at_once() -> None:
    project = ProjectFactory(title=text("Water"))
    assert find(q="water").total == 1
    withdraw_project(project)
    again = find(q="water")
    assert (again.total, again.counts["country"]) == (0, {})
    publish_project(project)
    assert find(q="water").counts["country"] == {"CD": 1}


def test_a_new_day_is_counted_at_once() -> None:
    ProjectFactory(end=PartialDate(2024, 6, 15))
    assert find().counts["status"] == {"ongoing": 1}
    assert find(date(2024, 6, 16)).counts["status"] == {"ended": 1}


def test_hidden_partnership_is_not_shown() -> None:
    ProjectFactory(partnership=PartnershipFactory(published=False))
    assert find().projects[0].partnership is None


def test_filters_are_given_back() -> None:
    assert find(q="x", page="2").filters == Filters(q="x", page=2)

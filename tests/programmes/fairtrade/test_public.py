"""The guide, the title, the clause builder; and the city's own data."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from jumelage.city.evidence.queries import claims_about_many
from jumelage.programmes.fairtrade.models import Certificate, Mark, Practice
from jumelage.public.loading.services.load_folder import load_folder
from tests.factories.fairtrade import MarkFactory, PracticeFactory

pytestmark = pytest.mark.django_db
FOLDER = Path(settings.BASE_DIR) / "demo" / "brussels"
CLAUSE = "/fr/commerce-equitable/clause/"
ANSWERS = {
    "place": "performance",
    "mark": "fair-wear",
    "or_equivalent": "on",
    "instruments": "ilo-11",
    "subject_fr": "les vêtements de travail",
    "requirements_fr": "Pas de travail forcé\nUn salaire vital",
    "link_fr": "Les vêtements fournis sont faits ainsi.",
    "subject_nl": "de werkkledij",
    "requirements_nl": "Geen dwangarbeid",
    "link_nl": "De werkkledij wordt zo gemaakt.",
}


@pytest.fixture
def wear() -> Mark:
    return MarkFactory(slug="fair-wear", name="Fair Wear", kind="membership")


@pytest.mark.usefixtures("wear")
class TestClause:
    """Without account, without script, nothing stored."""

    def test_it_is_written_in_both_languages(self, client: Client) -> None:
        """Each with its own words, and “or equivalent”."""
        answer = client.post(CLAUSE, ANSWERS)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert 'lang="fr"' in page
        assert "Fair Wear ou équivalent" in page
        assert "Fair Wear of gelijkwaardig" in page
        assert page.count("C187") == 2
        assert answer["Cache-Control"] == "private, no-store"
        assert not answer.cookies

    def test_a_label_and_no_label(self, client: Client) -> None:
        """The proof follows what is named."""
        MarkFactory(slug="bean", name="Beanfair")
        page = client.post(CLAUSE, {**ANSWERS, "mark": "bean"}).content.decode()
        assert "le label Beanfair ou équivalent" in page
        given = {**ANSWERS, "mark": "", "instruments": ""}
        assert "par tout moyen approprié" in client.post(CLAUSE, given).content.decode()

    def test_a_named_label_alone_is_refused_and_the_answers_stay(self, client: Client) -> None:
        """With its sentence."""
        given = {name: value for name, value in ANSWERS.items() if name != "or_equivalent"}
        answer = client.post(CLAUSE, given)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "L’article 54 vous oblige à accepter" in page
        assert "Un salaire vital" in page
        assert client.post(CLAUSE, {"place": "nowhere"}).status_code == 422

    def test_it_asks(self, client: Client, django_assert_max_num_queries: Any) -> None:
        """The empty form, without a cookie."""
        with django_assert_max_num_queries(12):
            answer = client.get(CLAUSE)
        assert answer.status_code == 200
        assert not answer.cookies


def test_hidden_marks_and_practices_are_not_shown(client: Client) -> None:
    """Neither on the page nor at their address."""
    MarkFactory(slug="hidden", name="Hiddenmark", published=False)
    PracticeFactory(title={"fr": "Caché"}, published=False)
    PracticeFactory(kind="title", title={"fr": "Vieux titre"}, date="2006")
    page = client.get("/fr/commerce-equitable/").content.decode()
    assert "Hiddenmark" not in page
    assert "Caché" not in page
    assert "2006" in page
    assert client.get("/fr/commerce-equitable/labels/hidden/").status_code == 404


@pytest.fixture
def loaded() -> None:
    assert load_folder(FOLDER).mistakes == []


@pytest.mark.usefixtures("loaded")
class TestBrussels:
    """What the city says, and who says the rest."""

    def test_eight_labels_and_one_membership(self) -> None:
        """Fairtrade Sourced Ingredient and SPP are two, and keep the string as printed."""
        labels = Mark.objects.filter(kind="label")
        assert labels.count() == 8
        printed = "Fair Trade Source Ingredient SPP producteurs paysans"
        assert labels.filter(as_published=printed).count() == 2
        assert [one.slug for one in Mark.objects.exclude(kind="label")] == ["fair-wear"]
        assert not Certificate.objects.exists()

    def test_every_text_shown_has_its_evidence(self) -> None:
        """Five claims a mark, one or two a practice."""
        for mark, claims in claims_about_many(Mark.objects.all()).items():
            assert set(claims) == {"existence", "behind", "covers", "proves_not", "how_to_check"}, (
                mark
            )
        for practice, claims in claims_about_many(Practice.objects.all()).items():
            assert "existence" in claims, practice
        title = Practice.objects.get(kind="title")
        assert len(claims_about_many([title])[title]["date"].pieces) == 3

    @pytest.mark.parametrize("language", ["fr", "nl", "en"])
    def test_the_pages_are_light(
        self, client: Client, language: str, django_assert_max_num_queries: Any
    ) -> None:
        """At most 12 queries, with the three dates of the title side by side."""
        paths = {"fr": "commerce-equitable", "nl": "eerlijke-handel", "en": "fair-trade"}
        with override(language), django_assert_max_num_queries(12):
            page = client.get(f"/{language}/{paths[language]}/").content.decode()
        assert all(year in page for year in ("2006", "2007", "2008"))
        assert "P029" in page
        with django_assert_max_num_queries(12):
            answer = client.get(f"/{language}/{paths[language]}/labels/fair-wear/")
        assert answer.status_code == 200

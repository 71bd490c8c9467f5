"""A claim's evidence on the page."""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import override

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import claims_about_many
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import (
    ClaimFactory,
    DocumentFactory,
    EvidenceFactory,
    ShownFactory,
    SourceFactory,
)
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


def rendered(tag: str, claim: Claim | None) -> str:
    html = Template(f"{{% load evidence %}}{{% {tag} claim %}}").render(Context({"claim": claim}))
    return " ".join(html.split())


def claim_with(**source: object) -> Claim:
    subject = OrganisationFactory()
    ShownFactory(claim=ClaimFactory(subject=subject, shown=None), source=SourceFactory(**source))
    return claims_about_many([subject])[subject]["existence"]


def test_nothing_without_a_claim() -> None:
    assert rendered("evidence", None) == ""
    assert rendered("standing", None) == ""


def test_unknowns_are_said() -> None:
    html = rendered("evidence", claim_with())
    assert "Source : Ville (fr)" in html
    assert "adresse inconnue" in html
    assert "date de lecture inconnue" in html
    assert "<a " not in html


def test_everything_known_is_shown() -> None:
    html = rendered(
        "evidence",
        claim_with(
            address="https://example.org/page",
            read_on=PartialDate(2026, 11, 21),
            date=PartialDate(2024),
            received_on=PartialDate(2026, 11),
        ),
    )
    assert '<a href="https://example.org/page" rel="external noopener">' in html
    assert "(site externe)" in html
    assert "21 novembre 2026" in html
    assert "2024" in html
    assert "§ 1 (fr)" in html


def test_a_page_says_once_what_is_known_of_its_sources() -> None:
    def listed(**known: object) -> str:
        context = {"sources": [SourceFactory(**known)]}
        return render_to_string("evidence/public/parts/sources.html", context)

    html = listed(document=DocumentFactory(sha256="a" * 64), note=text("Note"))
    assert f"SHA-256 <code>{'a' * 64}</code>" in html
    assert "Note (fr)" in html
    assert "SHA-256" not in listed()
    assert "b" * 64 in listed(sha256="b" * 64)


def test_quotation_wears_its_language() -> None:
    claim = claim_with()
    EvidenceFactory(claim=claim, quotation="Vijftig", quotation_language="nl")
    EvidenceFactory(claim=claim, quotation="<b>")
    html = rendered("evidence", claims_about_many([claim.subject])[claim.subject]["existence"])
    assert '<blockquote lang="nl"><p>Vijftig</p></blockquote>' in html
    assert "<blockquote><p>&lt;b&gt;</p></blockquote>" in html


def test_sources_that_disagree_are_all_shown_with_the_choice() -> None:
    subject = OrganisationFactory()
    claim = ClaimFactory(subject=subject, shown=None, shown_because=text("Closer"))
    EvidenceFactory(claim=claim, value=text("250"), source=SourceFactory(publisher=text("Journal")))
    ShownFactory(claim=claim, value=text("237"))
    html = rendered("evidence", claims_about_many([subject])[subject]["existence"])
    assert "Sources : Ville (fr), Journal (fr)" in html
    assert html.index("237") < html.index("valeur affichée ici") < html.index("250")
    assert "Pourquoi cette valeur est affichée : Closer (fr)" in html


def test_claims_that_stand_together_share_one_mark() -> None:
    subject, source = OrganisationFactory(), SourceFactory(voice=Voice.PRESS)
    for about, value in (("existence", "It works"), ("summary", "In short")):
        claim = ClaimFactory(subject=subject, about=about, shown=None)
        ShownFactory(claim=claim, value=text(value), source=source)
    context = Context({"said": claims_about_many([subject])[subject]})

    def both(tag: str) -> str:
        page = Template(f"{{% load evidence %}}{{% {tag} said.existence said.summary said.none %}}")
        return " ".join(page.render(context).split())

    html = both("evidence")
    assert (html.count("<details"), html.count("Source : Ville (fr)")) == (1, 1)
    assert html.index("It works") < html.index("In short")
    assert "valeur affichée ici" not in html
    assert both("standing").count("Selon : Ville (fr)") == 1


def test_what_is_announced_says_so() -> None:
    claim = claim_with(voice=Voice.PARTY)
    assert "(annoncé)" not in rendered("evidence", claim)
    piece = claim.piece
    assert piece
    piece.stance = Stance.ANNOUNCES
    piece.save()
    claim = claims_about_many([claim.subject])[claim.subject]["existence"]
    assert "(annoncé)" in rendered("evidence", claim)
    html = rendered("standing", claim)
    assert "Annoncé par Ville (fr), pas une décision de la Ville" in html
    assert 'class="tag tag--announced"' in html


def test_fact_of_the_city_needs_no_tag() -> None:
    assert rendered("standing", claim_with()) == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Selon : Ville (fr)"),
        ("nl", "Volgens: Ville (nl)"),
        ("en", "According to Ville (en)"),
    ],
)
def test_another_source_is_named(language: str, words: str) -> None:
    with override(language):
        html = rendered("standing", claim_with(voice=Voice.PRESS))
    assert words in html
    assert 'class="tag tag--according"' in html

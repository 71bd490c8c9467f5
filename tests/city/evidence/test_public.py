"""Documents as visitors see them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jumelage.city.evidence.queries import waiting
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import DocumentFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
QUERIES = 4


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same(
    client: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    DocumentFactory.create_batch(count)
    with django_assert_max_num_queries(QUERIES):
        page = client.get("/fr/documents/").content.decode()
    assert page.count("fichier non fourni") == count


def test_what_is_known_of_a_document_is_said_in_the_readers_units(client: Client) -> None:
    DocumentFactory(
        media_type="application/pdf",
        size_bytes=4_410_000,
        pages=2,
        languages=["fr", "xx-unknown"],
        date=PartialDate(2023, 2),
        title={"fr": "Seulement en français"},
    )
    page = client.get("/nl/documenten/").content.decode()
    for part in ("PDF", "4,41 MB", "2 pagina’s", "Frans", "xx-unknown", "februari 2023"):
        assert part in page
    assert '<span lang="fr">Seulement en français</span>' in page


def test_a_file_is_sent_under_its_name(client: Client) -> None:
    made = DocumentFactory(media_type="application/pdf")
    made.file.save("rapport.pdf", ContentFile(b"%PDF-1.7"))
    assert (
        f"/fr/documents/{made.slug}/telecharger/" in client.get("/fr/documents/").content.decode()
    )
    answer = client.get(f"/fr/documents/{made.slug}/telecharger/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"  # type: ignore[arg-type]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_pdf_is_never_opened_in_our_name(client: Client) -> None:
    made = DocumentFactory()
    made.file.save("page.html", ContentFile(b"<script>"))
    answer = client.get(f"/fr/documents/{made.slug}/telecharger/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    answer.close()


def test_neither_a_missing_nor_an_unpublished_file_is_sent(client: Client) -> None:
    missing, hidden = DocumentFactory(), DocumentFactory(published=False, title=text("Secret"))
    hidden.file.save("secret.pdf", ContentFile(b"%PDF"))
    for made in (missing, hidden):
        assert client.get(f"/fr/documents/{made.slug}/telecharger/").status_code == 404
    assert "Secret" not in client.get("/fr/documents/").content.decode()


def test_an_empty_list_says_so(client: Client) -> None:
    assert "Aucun document" in client.get("/fr/documents/").content.decode()


def test_an_untagged_pdf_warns_readers_and_staff(client: Client) -> None:
    DocumentFactory(slug="plan", file="documents/a.pdf", tagged=False, text="words", published=True)
    DocumentFactory(slug="good", file="documents/b.pdf", tagged=True)
    html = client.get("/en/documents/").content.decode()
    assert html.count("A screen reader may not be able to read this PDF.") == 1
    # Nobody wrote the page by which another form is asked for.
    assert "/en/contact/" not in html
    desk = at_desk("evidence.keep", "registers.read")
    record = desk.get("/desk/registers/document/record/plan/").content.decode()
    assert "Save it again as a tagged PDF" in record
    assert "Say in which languages it is." in record
    assert "tagged PDF" not in desk.get("/desk/registers/document/record/good/").content.decode()
    counts = [line.count for line in waiting(person("evidence.keep"), date(2026, 1, 1))]
    assert counts == [0, 0, 1]

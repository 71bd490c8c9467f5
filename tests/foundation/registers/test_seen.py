"""Who opened a dossier to apply stands in no register that others read: not in lists, exports, choices or languages."""

import pytest
from django.urls import reverse

from jumelage.city.organisations.models import Organisation
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries.records import linkable
from jumelage.foundation.registers.services.export_rows import export_step
from jumelage.foundation.registers.services.note_all_texts import note_all_texts
from tests.factories.emergency import ResponseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import at_desk, person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
READER = ("registers.read", "registers.export", "emergency.keep")
HIDDEN = "Secret du quartier"


@pytest.fixture
def applicant() -> Organisation:
    OrganisationFactory(slug="known", name=text("Known to all"), country="MA")
    return OrganisationFactory(slug="hidden", name=text(HIDDEN), country="BE", published=False)


def pages() -> list[str]:
    the_list = reverse("register", args=["organisation"])
    return [
        the_list,
        f"{the_list}?q=secret",
        f"{the_list}?published=False",
        reverse("register-record", args=["organisation", "hidden"]),
        reverse("register-history", args=["organisation", "hidden"]),
        reverse("register-add", args=["response"]),
        reverse("desk-languages"),
    ]


def test_who_only_reads_finds_it_nowhere(applicant: Organisation) -> None:
    note_all_texts()
    client = at_desk(*READER)
    for page in pages():
        answer = client.get(page)
        assert HIDDEN not in answer.content.decode(), page
        assert answer.status_code == (404 if "/hidden/" in page else 200), page
    listed = client.get(pages()[0]).content.decode()
    assert "Known to all" in listed
    # Not even the country that it alone is in.
    assert 'value="MA"' in listed
    assert 'value="BE"' not in listed


def test_who_keeps_organisations_finds_it_everywhere(applicant: Organisation) -> None:
    note_all_texts()
    client = at_desk(*READER, "organisations.keep")
    for page in pages():
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert HIDDEN in answer.content.decode() or page == reverse("desk-languages"), page


@pytest.mark.parametrize(
    ("acts", "found"), [(READER, False), ((*READER, "organisations.keep"), True)]
)
def test_no_export_holds_it_for_who_may_not_see_it(
    applicant: Organisation, acts: tuple[str, ...], found: bool
) -> None:
    address = reverse("register-export", args=["organisation"])
    answer = at_desk(*acts).post(address, {"format": "csv"})
    assert "Known to all" in answer.content.decode("utf-8", "replace")
    assert (HIDDEN in answer.content.decode("utf-8", "replace")) is found
    # A long list is written by the worker, for who asked.
    given = {"text": "", "chosen": {}, "format": "csv", "register": "organisations.organisation"}
    work = Work(owner=person(*acts), given={**given, "language": "en"}, memory={})
    assert export_step(work) is False
    assert work.total == (2 if found else 1)


def test_what_a_record_leads_to_already_can_be_kept(applicant: Organisation) -> None:
    made, reader = ResponseFactory(), person(*READER)
    link = made._meta.get_field("partners")
    assert applicant not in linkable(link, reader)
    made.partners.add(applicant)
    assert applicant in linkable(link, reader)

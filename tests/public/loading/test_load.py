"""`jumelage load`: all or nothing, and the same again changes nothing."""

import re
from io import StringIO
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.translation import override

from jumelage.city.evidence.models import Claim, Document
from jumelage.city.organisations.models import Organisation, Person
from jumelage.city.portfolio.models import Partnership, Place, Project
from jumelage.foundation.accounts.models import Role
from jumelage.foundation.audit.models import Entry
from jumelage.public.loading.queries.data_files import rulebook
from jumelage.public.loading.rules.folder import kinds_of
from jumelage.public.loading.services import load_folder as act
from jumelage.public.loading.services.load_folder import load_folder
from jumelage.public.site.models import EditorialPage
from jumelage.public.site.queries import identity
from tests.public.loading.folders import GOOD, write

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
DEMO = ROOT / "demo/brussels"


@pytest.fixture(autouse=True)
def _english() -> Any:
    with override("en"):
        yield


@pytest.fixture(autouse=True)
def _media(settings, tmp_path_factory) -> None:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


def run(folder: Path) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("load", str(folder), stdout=out, stderr=err)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_everything_is_loaded_and_linked(tmp_path: Path) -> None:
    code, out, err = run(write(tmp_path))
    assert (code, err) == (0, "")
    assert "organisations.yaml  new: 2, changed: 0, unchanged: 0\n" in out
    assert "pages/              new: 1, changed: 0, unchanged: 0\n" in out
    assert "Nothing changed" not in out
    project = Project.objects.get()
    assert [str(project.partnership), str(project.start), project.sdgs] == [
        "With the town",
        "2021",
        [6],
    ]
    assert project.participations.get().role == "4"
    assert [place.slug for place in project.places.all()] == ["quarter"]
    agreement = Partnership.objects.get().agreements.get()
    assert [str(agreement.decision), agreement.documents.get().slug] == ["Yes", "minutes"]
    assert Place.objects.get(slug="quarter").parent.slug == "town"
    assert Organisation.objects.get(slug="double").merged_into.slug == "helpers"
    assert Person.objects.get().positions.get().organisation.slug == "helpers"
    assert Document.objects.get().text == "Le conseil decide.\n"
    assert Role.objects.get().acts == ["accounts.reset-second-factor"]
    assert [str(identity()), str(identity().organisation), str(identity().contact_name)] == [
        "Town",
        "Helpers",
        "Unit",
    ]
    assert identity().map_crop == [318, 8, 400, 340]
    assert set(EditorialPage.objects.values_list("slug", flat=True)) == {"vie-privee", "privacy"}


def test_claims_are_attached_to_records_and_rows(tmp_path: Path) -> None:
    load_folder(write(tmp_path))
    claims = {(type(claim.subject).__name__, claim.about): claim for claim in Claim.objects.all()}
    assert set(claims) == {
        ("Identifier", "existence"), ("Place", "area_km2"), ("Agreement", "period"), ("Beneficiaries", "reached"),
    }  # fmt: skip
    area = claims["Place", "area_km2"]
    assert [piece.source.slug for piece in area.evidence.all()] == ["city-page", "paper"]
    assert [str(area.shown), str(area.shown_because)] == ["Page: 237 km²", "The city speaks."]
    assert area.evidence.get(source__slug="paper").quotation == "quelque 250 km²"


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    load_folder(write(tmp_path))
    lines = Entry.objects.count()
    code, out, _ = run(tmp_path)
    assert code == 0
    assert Entry.objects.count() == lines
    assert out.endswith("Nothing changed.\n")
    assert all("new: 0, changed: 0" in line for line in out.splitlines()[:-1])


def test_a_change_is_loaded_and_what_left_the_file_stays(tmp_path: Path) -> None:
    load_folder(write(tmp_path))
    lines = Entry.objects.count()
    (tmp_path / "announcements.yaml").unlink()
    write(
        tmp_path,
        {},
        **{
            "projects/taps.yaml": GOOD["projects/taps.yaml"].replace("reached: 197", "reached: 199")
        },
    )
    loaded = load_folder(tmp_path)
    assert loaded.counts["projects/"] == {"changed": 1}
    assert loaded.counts["places.yaml"] == {"unchanged": 2}
    assert Project.objects.get().beneficiaries.get().reached == 199
    assert Entry.objects.count() == lines + 1
    assert Partnership.objects.get().announcements.count() == 1


def test_a_changed_claim_counts_as_a_change_of_its_record(tmp_path: Path) -> None:
    load_folder(write(tmp_path))
    write(
        tmp_path, {}, **{"places.yaml": GOOD["places.yaml"].replace("quelque 250", "environ 250")}
    )
    assert load_folder(tmp_path).counts["places.yaml"] == {"changed": 1, "unchanged": 1}


def test_a_folder_may_name_what_is_kept_already(tmp_path: Path) -> None:
    load_folder(write(tmp_path / "one"))
    write(
        tmp_path / "two",
        {"announcements.yaml": GOOD["announcements.yaml"].replace("more", "again")},
    )
    assert load_folder(tmp_path / "two").mistakes == []
    assert Partnership.objects.get().announcements.count() == 2


def test_one_mistake_and_nothing_is_written(tmp_path: Path) -> None:
    code, out, err = run(
        write(tmp_path, **{"places.yaml": GOOD["places.yaml"].replace("237", '"237"', 1)})
    )
    assert (code, out) == (1, "")
    assert err == (
        f"{tmp_path}/places.yaml:6: “area_km2” must be a number, without quotes and with a decimal point.\n"
        "1 mistake. Nothing was written.\n"
    )
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()


REFUSED_BY_ROOMS = {
    "enterprise number": (
        "organisations.yaml", "0403.019.261", "0403.019.262",
        "organisations.yaml:6: The last two digits of the enterprise number “0403.019.262” do not match",
    ),
    "web address": (
        "sources.yaml", "voice: city", "voice: city\n          address: nowhere",
        "sources.yaml:5: “address”: Enter a valid URL.",
    ),
    "document": ("documents.yaml", "files/minutes.txt", "files/odd.bin", "documents.yaml:1: A file of the kind BIN is not accepted here."),
    "page link": ("pages/privacy.yaml", '"Nous."', '"[x](javascript:x)"', "pages/privacy.yaml:1: The link “javascript:x” must begin"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED_BY_ROOMS)
def test_what_a_room_refuses_is_told_and_nothing_is_written(tmp_path: Path, case: str) -> None:
    file, old, new, told = REFUSED_BY_ROOMS[case]
    write(tmp_path, **{file: GOOD[file].replace(old, new)})
    (tmp_path / "files/odd.bin").write_bytes(b"\x00\x01\x02\xff" * 9)
    code, _, err = run(tmp_path)
    assert code == 1
    # What hangs on the refused record is not told again.
    assert err.splitlines()[0].removeprefix(f"{tmp_path}/").startswith(told)
    assert err.splitlines()[1:] == ["1 mistake. Nothing was written."]
    assert not Place.objects.exists()
    assert not Entry.objects.exists()


def test_a_failure_in_the_middle_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(act, "keep_entry_claims", fail)
    with pytest.raises(OSError, match="disk"):
        load_folder(write(tmp_path))
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()


def test_a_welcome_language_that_lacks_is_only_told(tmp_path: Path) -> None:
    write(
        tmp_path, **{"announcements.yaml": GOOD["announcements.yaml"].replace(', en: "More"', "")}
    )
    code, out, err = run(tmp_path)
    assert code == 0
    assert "announcements.yaml  new: 1" in out
    assert err == f"{tmp_path}/announcements.yaml:2: The text is missing in: en.\n"


def test_a_folder_without_data_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    assert run(tmp_path)[2].startswith(
        f"{tmp_path}: There is no data file (*.yaml) in “{tmp_path}”."
    )


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path, {"roles.yaml": dedent(GOOD["roles.yaml"])})
    (tmp_path / "places.yaml").write_bytes("été".encode("latin-1"))
    assert run(tmp_path)[2].startswith(f"{tmp_path}/places.yaml: The file is not written in UTF-8.")


def test_the_examples_of_the_documentation_are_a_folder_that_loads(tmp_path: Path) -> None:
    text = (ROOT / "docs/data-files.md").read_text("utf-8")
    examples = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", text, re.DOTALL))
    loaded = load_folder(write(tmp_path, examples))
    assert (loaded.mistakes, loaded.warnings) == ([], [])
    # One example for each place that the loader knows.
    assert set(loaded.counts) == {kind.place for kind in kinds_of(rulebook([])).values()}


@pytest.mark.skipif(not DEMO.exists(), reason="no demonstration data")
def test_the_demonstration_is_loaded_whole_and_once() -> None:
    first = load_folder(DEMO)
    assert (first.mistakes, first.warnings) == ([], [])
    lines = Entry.objects.count()
    second = load_folder(DEMO)
    assert all(set(counts) == {"unchanged"} for counts in second.counts.values())
    assert Entry.objects.count() == lines
    assert Role.objects.filter(staff=True).count() == 6


def test_a_link_that_leads_out_of_the_folder_is_not_one_of_its_files(tmp_path: Path) -> None:
    folder, secret = write(tmp_path / "data"), tmp_path / "secret.txt"
    secret.write_text("Not for the public.", "utf-8")
    (folder / "files/minutes.txt").unlink()
    (folder / "files/minutes.txt").symlink_to(secret)
    code, _, err = run(folder)
    assert code == 1
    assert "documents.yaml" in err
    assert not Document.objects.exists()

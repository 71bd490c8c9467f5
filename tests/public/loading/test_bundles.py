"""A folder of data files sent to the desk as one archive: what is refused, what is shown, what is loaded."""

import stat
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from jumelage.city.evidence.models import Document
from jumelage.city.portfolio.models import Project
from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.services import start_work
from jumelage.foundation.registers.services.step_work import step_work
from jumelage.public.loading.choices import Act
from jumelage.public.loading.permissions import _ACTS, may_load
from jumelage.public.loading.queries.bundles import progress_name, progress_of
from jumelage.public.loading.queries.data_files import rulebook
from jumelage.public.loading.rules import bundle
from jumelage.public.loading.rules.folder import kinds_of
from jumelage.public.loading.rules.yaml_lines import read_yaml
from jumelage.public.loading.services import send_bundle, step_bundle
from tests.factories.staff import at_desk, person
from tests.public.loading.folders import GOOD, write

ALL_ACTS = (Act.LOAD.value, *set(_ACTS.values()))
DATA = {name: text for name, text in GOOD.items() if name != "roles.yaml"}


def packed(files: dict[str, str | bytes], around: str = "") -> bytes:
    """A ZIP archive of files whose names stand as they are given."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(around + name)
            entry.filename, entry.compress_type = around + name, ZIP_DEFLATED
            archive.writestr(entry, content)
    return kept.getvalue()


def folder(tmp_path: Path, around: str = "", **changes: str) -> bytes:
    made = write(tmp_path / "made", DATA, **changes)
    files = {
        path.relative_to(made).as_posix(): path.read_bytes()
        for path in made.rglob("*")
        if path.is_file()
    }
    return packed(files, around)


def code_of(content: bytes, folders: tuple[str, ...] = ("projects/",)) -> str:
    with pytest.raises(Refused) as refused:
        read(content, folders)
    return refused.value.code


def read(content: bytes, folders: tuple[str, ...]) -> None:
    with bundle.opened(content) as archive:
        for member in bundle.members_of(archive, folders=folders):
            list(bundle.blocks_of(archive, member))


def paths(content: bytes) -> list[str]:
    with bundle.opened(content) as archive:
        return [one.path for one in bundle.members_of(archive, folders=("projects/",))]


@pytest.mark.parametrize(
    "name",
    [
        "../out.yaml",
        "/etc/passwd",
        "a/../../b",
        "a//b",
        "./a",
        "C:/x.yaml",
        "a\\b",
        "x\ny",
        "n" * 201,
    ],
)
def test_a_name_that_leads_out_is_refused(name):
    assert code_of(packed({name: "x"})) == "bundle-path"


def test_a_link_a_device_and_a_file_that_is_a_folder_too_are_refused():
    for kind in (stat.S_IFLNK, stat.S_IFCHR):
        kept = BytesIO()
        with ZipFile(kept, "w") as archive:
            entry = ZipInfo("site.yaml")
            entry.external_attr = (kind | 0o777) << 16
            archive.writestr(entry, "/etc/passwd")
        assert code_of(kept.getvalue()) == "bundle-path"
    assert code_of(packed({"a": "x", "a/b": "y"})) == "bundle-path"


def test_what_is_no_whole_open_archive_is_refused():
    good = packed({"sources.yaml": "- slug: x\n" * 50})
    assert code_of(b"%PDF-1.7") == "bundle-not-zip"
    assert code_of(good[: len(good) // 2]) == "bundle-not-zip"
    stored = BytesIO()
    with ZipFile(stored, "w", ZIP_STORED) as archive:
        archive.writestr("sources.yaml", "A" * 50)
    assert code_of(stored.getvalue().replace(b"AAAA", b"BAAA", 1)) == "bundle-broken"
    locked = bytearray(packed({"sources.yaml": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(locked)) == "bundle-locked"
    twice = packed({"a.yaml": "1", "b.yaml": "2"}).replace(b"b.yaml", b"a.yaml")
    assert code_of(twice) == "bundle-twice"


def test_an_archive_that_swells_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = packed({f"{number}.bin": b"\0" * 3_000_000 for number in range(70)})
    assert len(bomb) < 1_000_000
    assert code_of(bomb) == "bundle-swollen"
    assert code_of(packed({"sources.yaml": b" " * 5_000_001})) == "bundle-large"
    monkeypatch.setattr(bundle, "MOST_FILES", 2)
    assert code_of(packed({"a": "", "b": "", "c": ""})) == "bundle-many"
    with pytest.raises(Refused, match="bundle-large"):
        bundle.check_size(50_000_001)


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_method_that_unpacks_without_measure_is_not_read(method):
    kept = BytesIO()
    with ZipFile(kept, "w", method) as archive:
        archive.writestr("files/plan.bin", b"\0" * 10_000_000)
    assert len(kept.getvalue()) < 10_000
    assert code_of(kept.getvalue()) == "bundle-packing"


def test_an_archive_that_lies_about_its_sizes_is_refused():
    lying = packed({"a.bin": b"\0" * 200_000})
    told = (200_000).to_bytes(4, "little")
    assert lying.count(told) == 2
    assert code_of(lying.replace(told, (10).to_bytes(4, "little"))) == "bundle-broken"


def test_the_folder_around_all_is_taken_off_unless_it_is_one_of_ours():
    assert paths(packed({"sources.yaml": "", "projects/a.yaml": ""}, "brussels/")) == [
        "sources.yaml",
        "projects/a.yaml",
    ]
    assert paths(packed({"projects/a.yaml": "", "projects/b.yaml": ""})) == [
        "projects/a.yaml",
        "projects/b.yaml",
    ]
    noise = {"__MACOSX/x": "", "x/.DS_Store": "", "x/site.yaml": "", "x/": ""}
    assert paths(packed(noise)) == ["site.yaml"]


@pytest.mark.parametrize("text", ["a: " + "[" * 40 + "]" * 40, "- " * 2000 + "x"])
def test_yaml_that_nests_without_end_is_refused(text):
    assert [one.code for one in read_yaml("x.yaml", text).mistakes] == ["yaml-deep"]


def test_a_number_without_end_is_a_text():
    assert read_yaml("x.yaml", "a: " + "9" * 5000).value == {"a": "9" * 5000}


@pytest.fixture
def by_hand(monkeypatch, settings, tmp_path):
    """The worker waits until the test moves the work; files lie in a folder of the test's own."""
    monkeypatch.setattr(start_work, "next_step", SimpleNamespace(enqueue=lambda _number: None))
    settings.MEDIA_ROOT = tmp_path / "media"


def send(client, content, name="brussels.zip"):
    return client.post("/desk/load/", {"file": SimpleUploadedFile(name, content)})


def moved(answer):
    """The work that an answer leads to, when it is over."""
    assert answer.status_code == 302, answer.content.decode()
    number = int(answer["Location"].split("/")[3])
    while step_work(number):
        pass
    return Work.objects.get(pk=number)


def text(client, work):
    return client.get(f"/desk/load/{work.pk}/").content.decode()


@pytest.mark.django_db
def test_a_check_can_be_left_and_found_again(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    answer = send(client, folder(tmp_path))
    number = int(answer["Location"].split("/")[3])
    assert "data-watch" in client.get(answer["Location"]).content.decode()
    assert step_work(number) is True
    work = Work.objects.get(pk=number)
    default_storage.save(progress_name(work), SimpleUploadedFile("p", b"30 60"))
    assert progress_of(work) == (30, 60)
    assert "50" in text(client, work)
    assert f"/desk/load/{number}/" in client.get("/desk/work/").content.decode()
    assert f"/desk/load/{number}/" in client.get("/desk/").content.decode()
    assert step_work(number) is False
    assert "Load the files" in text(client, Work.objects.get(pk=number))


@pytest.mark.django_db
def test_the_folder_is_checked_and_looked_at_then_loaded_once(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    check = moved(send(client, folder(tmp_path, "my-city/")))
    assert (check.state, check.memory["mistakes"]) == ("done", [])
    assert "taps" in text(client, check)
    assert (Project.objects.count(), Entry.objects.count()) == (0, 0)
    assert default_storage.listdir("documents/")[1] == []
    first = client.post(f"/desk/load/{check.pk}/go/")
    again = client.post(f"/desk/load/{check.pk}/go/")
    assert first["Location"] == again["Location"] != f"/desk/load/{check.pk}/"
    done = moved(first)
    assert Project.objects.get().slug == "taps"
    assert Document.objects.get().file
    actor = str(User.objects.get().pk)
    assert set(Entry.objects.values_list("actor", flat=True)) == {actor}
    assert "Loaded." in text(client, done)
    assert default_storage.listdir("work")[1] == []
    assert step_work(done.pk) is False


@pytest.mark.django_db
def test_a_second_folder_shows_field_by_field_what_would_change(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    check = moved(send(client, folder(tmp_path)))
    moved(client.post(f"/desk/load/{check.pk}/go/"))
    same = moved(send(client, folder(tmp_path)))
    assert "nothing changes" in text(client, same)
    assert Document.objects.get().file.storage.exists(Document.objects.get().file.name)
    changes = {"projects/taps.yaml": DATA["projects/taps.yaml"].replace("De l’eau.", "Plus d’eau.")}
    more = moved(send(client, folder(tmp_path, **changes)))
    assert more.memory["changes"] == [
        {"place": "projects/", "key": "taps", "done": "changed", "fields": ["summary"]}
    ]
    assert "Changed: Summary" in text(client, more)
    assert Project.objects.get().summary["fr"] == "De l’eau."


NAME = '{fr: "A", nl: "A", en: "A"}'
FORM = (
    f"slug: x\ntitle: {NAME}\nsections:\n  - code: one\n    title: {NAME}\n    fields:\n"
    f"      - code: name\n        kind: short_text\n        label: {NAME}\n"
)
CALL = f'slug: "2019"\nyear: 2019\ntitle: {NAME}\nsummary: {NAME}\ncloses_on: "2019-04-01"\n'


@pytest.mark.django_db
def test_a_question_of_a_form_and_a_call_that_is_shown_now_are_changes_too(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    files = {"forms/x.yaml": FORM, "calls/2019.yaml": f"{CALL}published: false\n"}
    moved(client.post(f"/desk/load/{moved(send(client, folder(tmp_path, **files))).pk}/go/"))
    assert "nothing changes" in text(client, moved(send(client, folder(tmp_path, **files))))
    asked = FORM.replace("short_text", "long_text")
    more = moved(send(client, folder(tmp_path, **{"forms/x.yaml": asked, "calls/2019.yaml": CALL})))
    assert more.memory["changes"] == [
        {"place": "forms/", "key": "x", "done": "changed", "fields": ["sections"]},
        {"place": "calls/", "key": "2019", "done": "changed", "fields": []},
    ]
    page = text(client, more)
    assert "Changed: Sections and questions" in page
    assert "<td>Changed</td>" in page
    assert "Load the files" in page


@pytest.mark.django_db
def test_every_mistake_is_shown_with_its_file_and_line(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    wrong = {
        "projects/taps.yaml": "slug: taps\nslug: taps\n",
        "sources.yaml": DATA["sources.yaml"].replace("voice: press", "voice: presse"),
    }
    work = moved(send(client, folder(tmp_path, **wrong)))
    page = text(client, work)
    for told in ("projects/taps.yaml", "stands twice; first on line 1", "Did you mean “press”?"):
        assert told in page, told
    assert work.memory["mistakes"][0][:3] == ["projects/taps.yaml", 2, "key-twice"]
    assert "Load the files" not in page
    assert default_storage.listdir("work")[1] == []
    refused = client.post(f"/desk/load/{work.pk}/go/", follow=True).content.decode()
    assert "were not checked, or something is wrong" in refused
    assert not Project.objects.exists()


@pytest.mark.django_db
def test_what_a_service_refuses_is_found_by_the_check_and_leaves_no_file(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    work = moved(send(client, folder(tmp_path, **{"files/minutes.txt": "<svg>"})))
    assert [one[2] for one in work.memory["mistakes"]] == ["upload-disguised"]
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_nobody_loads_what_they_do_not_keep(by_hand, tmp_path):
    client = at_desk(Act.LOAD.value, "evidence.keep")
    work = moved(send(client, folder(tmp_path)))
    places = {one[3]["place"] for one in work.memory["mistakes"]}
    assert "projects/" in places
    assert "sources.yaml" not in places
    assert "Your role does not keep what is in “projects/”" in text(client, work)
    every = at_desk(*ALL_ACTS)
    roles = moved(send(every, folder(tmp_path, **{"roles.yaml": GOOD["roles.yaml"]})))
    assert [one[2] for one in roles.memory["mistakes"]] == ["load-not-yours"]


@pytest.mark.django_db
def test_who_may_load_what():
    some = person(Act.LOAD.value, "evidence.keep")
    assert may_load(some, "source")
    assert not may_load(some, "project")
    assert not may_load(person("evidence.keep"), "source")
    assert not may_load(person(*ALL_ACTS), "role")
    assert set(kinds_of(rulebook([]))) - {"role"} == set(_ACTS), "say who may load the new kind"


@pytest.mark.django_db
def test_the_doors_are_closed_to_others(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    work = moved(send(client, folder(tmp_path)))
    other = at_desk(*ALL_ACTS)
    assert other.get(f"/desk/load/{work.pk}/").status_code == 404
    assert other.post(f"/desk/load/{work.pk}/go/").status_code == 404
    assert client.get(f"/desk/load/{work.pk}/go/").status_code == 405
    assert at_desk("registers.read").get("/desk/load/").status_code == 403
    assert at_desk("registers.read").post(f"/desk/load/{work.pk}/go/").status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This is not a ZIP archive"),
        (b"%PDF-1.7", "This is not a ZIP archive"),
        (packed({"../x.yaml": ""}), "would lead out of the folder"),
    ],
)
def test_a_strange_archive_is_refused_in_words(by_hand, content, told):
    answer = send(at_desk(*ALL_ACTS), content)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Work.objects.exists()


@pytest.mark.django_db
def test_no_archive_at_all_and_an_infected_one(by_hand, monkeypatch):
    client = at_desk(*ALL_ACTS)
    assert "Choose the archive first." in client.post("/desk/load/").content.decode()
    monkeypatch.setattr(send_bundle, "virus_in", lambda _content: "Eicar")
    assert "“Eicar”" in send(client, packed({"site.yaml": ""})).content.decode()


@pytest.mark.django_db
def test_an_archive_without_data_and_one_that_is_gone(by_hand, tmp_path):
    client = at_desk(*ALL_ACTS)
    empty = moved(send(client, packed({"a.txt": "x"})))
    assert [(one[2], one[3]["folder"]) for one in empty.memory["mistakes"]] == [
        ("folder-empty", ".")
    ]
    check = moved(send(client, folder(tmp_path)))
    default_storage.delete(check.given["file"])
    load = moved(client.post(f"/desk/load/{check.pk}/go/"))
    assert (load.state, load.code) == ("failed", "bundle-gone")
    assert "is no longer here" in text(client, load)


@pytest.mark.django_db
def test_progress_is_told_beside_the_database(by_hand, tmp_path, monkeypatch):
    heard = []
    monkeypatch.setattr(step_bundle, "_EVERY", 1)
    kept = step_bundle._tell
    monkeypatch.setattr(
        step_bundle, "_tell", lambda name, *told: (heard.append(told), kept(name, *told))
    )
    work = moved(send(at_desk(*ALL_ACTS), folder(tmp_path)))
    assert heard[0][0] == 0
    assert (
        len(heard)
        == heard[0][1]
        == 2 * sum(sum(one.values()) for one in work.memory["counts"].values())
    )
    assert progress_of(work) == (0, 0)

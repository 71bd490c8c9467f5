"""Long work: started, left, found again, stopped, broken."""

from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage

from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.backoffice import lists
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries import registry
from jumelage.foundation.registers.services import export_rows, start_work, step_work
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_hand(monkeypatch):
    """The worker waits until the test moves the work."""
    monkeypatch.setattr(start_work, "next_step", SimpleNamespace(enqueue=lambda _number: None))


@pytest.fixture
def places(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(lists, "AT_ONCE_ROWS", 2)
    monkeypatch.setattr(export_rows, "STEP_ROWS", 2)
    for number in range(5):
        keep_place(
            f"place-{number}", {"name": {"fr": f"Lieu {number}"}, "kind": "city", "country": "BE"}
        )


def export(client, **more):
    return client.post("/desk/registers/place/export/", {"format": "csv", **more})


def test_a_long_export_goes_on_while_one_is_away(places, by_hand):
    client = at_desk("registers.read", "registers.export")
    answer = export(client)
    work = Work.objects.get()
    assert answer.headers["Location"] == f"/desk/work/{work.pk}/"
    seen = []
    while step_work.step_work(work.pk):
        work.refresh_from_db()
        seen.append((work.state, work.done, work.total, work.share))
        assert "data-watch" in client.get(f"/desk/work/{work.pk}/").content.decode()
    assert seen == [("running", 2, 5, 40), ("running", 4, 5, 80), ("running", 5, 5, 100)]
    assert f"/desk/work/{work.pk}/" in client.get("/desk/work/").content.decode()
    assert "Fetch the file" in client.get(f"/desk/work/{work.pk}/").content.decode()
    file = client.get(f"/desk/work/{work.pk}/file/")
    assert file.content.decode("utf-8-sig").count("Lieu ") == 5
    assert file["Content-Disposition"] == 'attachment; filename="portfolio-place.csv"'
    assert default_storage.listdir("work")[1] == [
        work.__class__.objects.get().file.removeprefix("work/")
    ]
    assert step_work.step_work(work.pk) is False


def test_the_worker_does_it_all(places, django_capture_on_commit_callbacks):
    client = at_desk("registers.read", "registers.export")
    with django_capture_on_commit_callbacks(execute=True):
        export(client)
    assert Work.objects.get().state == "done"


def test_it_is_nobody_elses(places, by_hand):
    export(at_desk("registers.read", "registers.export"))
    other = at_desk("registers.read", "registers.export")
    number = Work.objects.get().pk
    assert {other.get(f"/desk/work/{number}/{end}").status_code for end in ("", "file/")} == {404}
    assert other.post(f"/desk/work/{number}/stop/").status_code == 404


def test_it_can_be_stopped(places, by_hand):
    client = at_desk("registers.read", "registers.export")
    export(client)
    number = Work.objects.get().pk
    page = client.post(f"/desk/work/{number}/stop/", follow=True).content.decode()
    assert "You stopped this work" in page
    assert step_work.step_work(number) is False
    assert client.get(f"/desk/work/{number}/file/").status_code == 404


def test_a_refusal_ends_it_in_words(by_hand):
    user = person("registers.export")
    given = {
        "register": "portfolio.place",
        "format": "csv",
        "text": "",
        "chosen": {},
        "language": "en",
    }
    work = start_work.start_work("registers.export", given, actor=user)
    assert step_work.step_work(work.pk) is False
    work.refresh_from_db()
    assert (work.state, work.code) == ("failed", "export-empty")
    other = start_work.start_work("registers.export", given | {"register": "x.y"}, actor=user)
    step_work.step_work(other.pk)
    other.refresh_from_db()
    assert other.code == "export-empty"


def test_a_failure_ends_it_and_says_so(by_hand, monkeypatch, client):
    def broken(_work):
        raise RuntimeError

    monkeypatch.setitem(registry.jobs(), "test.broken", broken)
    user = person()
    work = start_work.start_work("test.broken", {"title": "Test"}, actor=user)
    assert step_work.step_work(work.pk) is False
    client.force_login(user)
    assert "Something failed on our side" in client.get(f"/desk/work/{work.pk}/").content.decode()


def test_unknown_work_is_refused():
    with pytest.raises(Refused, match="work-unknown"):
        start_work.start_work("no.work", {}, actor=None)
    assert step_work.step_work(0) is False

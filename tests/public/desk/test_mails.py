from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.urls import reverse

from jumelage.public.desk.queries.sent_mails import sent_mail, sent_mails

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings, tmp_path: Path) -> Path:
    settings.DEMO, settings.EMAIL_FILE_PATH = True, tmp_path
    return tmp_path


def write(*messages: EmailMessage) -> None:
    get_connection("django.core.mail.backends.filebased.EmailBackend").send_messages(messages)


def test_an_empty_box(client, box) -> None:
    assert sent_mails() == []
    assert client.get("/demo/courrier/").status_code == 200


def test_mails_are_read_whole_with_accents(box) -> None:
    write(EmailMessage("Reçu : été", "Voilà\nhttps://example.org/a", to=["a@example.org"]))
    (mail,) = sent_mails()
    assert (mail.subject, mail.to, mail.text.strip()) == (
        "Reçu : été",
        "a@example.org",
        "Voilà\nhttps://example.org/a",
    )
    assert mail.at <= datetime.now(tz=UTC)
    assert sent_mail(mail.key) == mail
    assert sent_mail("../../secret") is None


def test_several_in_one_file_and_html_only(box) -> None:
    html = EmailMessage("Two", "<p>Only HTML</p>", to=["b@example.org"])
    html.content_subtype = "html"
    write(EmailMessage("One", "first", to=["a@example.org"]), html)
    assert [mail.subject for mail in sent_mails()] == ["Two", "One"]
    assert "Only HTML" in sent_mails()[0].text


def test_a_mail_with_two_forms_is_shown_plain(box) -> None:
    both = EmailMultiAlternatives("Both", "plain", to=["a@example.org"])
    both.attach_alternative("<p>rich</p>", "text/html")
    write(both)
    assert sent_mails()[0].text.strip() == "plain"


def test_a_mail_without_a_body(box) -> None:
    (box / "empty.log").write_text("Content-Type: multipart/mixed\nSubject: None\n\n")
    assert (sent_mails()[0].text, sent_mails()[0].to) == ("", "")


def test_links_can_be_followed_and_nothing_is_run(client, box) -> None:
    write(EmailMessage("Hi", "<script>x</script> https://example.org/a", to=["a@example.org"]))
    key = sent_mails()[0].key
    page = client.get(reverse("sent-mail", args=[key])).content.decode()
    assert '<a href="https://example.org/a"' in page
    assert "<script>x" not in page
    assert reverse("sent-mail", args=[key]) in client.get("/demo/courrier/").content.decode()
    assert client.get("/demo/courrier/nothing/").status_code == 404


def test_the_box_exists_in_the_demonstration_only(client, box, settings) -> None:
    write(EmailMessage("Hi", "x", to=["a@example.org"]))
    key = sent_mails()[0].key
    settings.DEMO = False
    assert client.get("/demo/courrier/").status_code == 404
    assert client.get(reverse("sent-mail", args=[key])).status_code == 404

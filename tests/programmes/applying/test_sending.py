"""Files on the applicant's pages: what may be chosen is told before it is chosen, what is refused by its name."""

import re
from datetime import UTC

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application

pytestmark = pytest.mark.django_db


def test_what_may_be_sent_stands_beside_the_file_and_a_refusal_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    user = UserFactory()
    application = an_application(user).application
    browser = Client()
    browser.force_login(user)
    address = reverse("application-section", args=[application.key, "proof"])
    asked = browser.get(address).content.decode()
    assert re.search(r'type="file"[^>]*accept="image/jpeg,[^"]*\.pdf,[^"]*\.odt', asked)
    assert re.search(r"50\sMo au plus", asked)
    refused = browser.post(address, {"f-letter": SimpleUploadedFile("vide.pdf", b"")})
    assert refused.status_code == 422
    assert re.search(r"vide\.pdf\s: Le fichier est vide", refused.content.decode())

"""Files on the applicant's pages: what may be sent is told before it is chosen; each file has a name of its own."""

import re
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application, fill

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


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


def test_a_copy_of_the_application_is_not_named_like_its_receipt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    user = UserFactory()
    access = fill(an_application(user), user)
    browser = Client()
    browser.force_login(user)
    key = access.application.key
    copy = reverse("application-pdf", args=[key])
    draft = f"{access.application.call.slug}-brouillon.pdf"
    assert f'filename="{draft}"' in browser.get(copy)["Content-Disposition"]
    made = deposit_application(access, user=user, key="k", declaration="Oui", now=NOW)
    number = made.number
    receipt = reverse("application-receipt-file", args=[key, number])
    assert f'filename="{number}.pdf"' in browser.get(receipt)["Content-Disposition"]
    assert f'filename="{number}-demande.pdf"' in browser.get(copy)["Content-Disposition"]

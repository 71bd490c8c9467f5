"""How files leave the site."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django import Settings

from jumelage.city.evidence.models import Document
from jumelage.foundation.kernel.downloads import file_answer


@pytest.mark.parametrize(
    ("kind", "ending", "shown"),
    [
        ("application/pdf", "pdf", True),
        ("image/png", "png", True),
        ("text/html", "html", False),
        ("image/svg+xml", "svg", False),
        ("text/plain", "txt", False),
        ("", "", False),
    ],
)
def test_only_harmless_kinds_are_shown(
    settings: Settings, tmp_path: Path, kind: str, ending: str, shown: bool
) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept = default_storage.save(f"x.{ending}" if ending else "x", ContentFile(b"content"))
    answer = file_answer(Document(file=kept).file, media_type=kind, name="plan-été")
    assert b"".join(answer.streaming_content) == b"content"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == (kind or "application/octet-stream")
    assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert "plan-%C3%A9t%C3%A9" in answer["Content-Disposition"]
    for close in answer._resource_closers:
        close()

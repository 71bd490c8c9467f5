"""Documents that visitors may see."""

from django.db import models

from jumelage.city.evidence.models import Document


def documents() -> models.QuerySet[Document]:
    """The documents that visitors may see, without their text; a record without `file` was not supplied."""
    return Document.objects.filter(published=True).defer("text")


def document(slug: str) -> Document | None:
    """The document that visitors may see under this name."""
    return documents().filter(slug=slug).first()

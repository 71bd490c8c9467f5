"""Organisations, their identifiers, contacts and people."""

from django.db import models
from django.utils.translation import gettext

from jumelage.city.evidence.models import Claimed
from jumelage.city.organisations.choices import ENTERPRISES, Channel, Kind
from jumelage.foundation.kernel.enterprise_number import format_enterprise_number
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Organisation(Claimed):
    """A legal body or a de facto association. A double keeps its address and leads to `merged_into`."""

    slug = models.SlugField(max_length=80, unique=True)
    name = TranslatedField()
    acronym = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    country = models.CharField(max_length=2)
    town = TranslatedField(blank=True)
    about = TranslatedField(blank=True)
    published = models.BooleanField(default=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="doubles"
    )

    class Meta:
        ordering = ["slug"]
        # The staff's list is filtered by these, whatever its length.
        indexes = [
            models.Index(fields=["country", "slug"], name="organisations_country"),
            models.Index(fields=["kind", "slug"], name="organisations_kind"),
            models.Index(fields=["published", "slug"], name="organisations_published"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Identifier(Claimed):
    """A number given by a register; `scheme` is its code in org-id.guide, for example BE-BCE_KBO."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers"
    )
    scheme = models.CharField(max_length=20)
    value = models.CharField(max_length=60)

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="organisations_one_holder")
        ]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"

    @property
    def written(self) -> tuple[str, str]:
        """What the number is and the number, for a reader who knows no code of registers."""
        if self.scheme == ENTERPRISES:
            return gettext("Enterprise number"), format_enterprise_number(self.value)
        return self.scheme, self.value


class Contact(Claimed):
    """A way to reach an organisation; shown to visitors only when `public`."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="contacts"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    value = models.CharField(max_length=300)
    public = models.BooleanField(default=False)

    class Meta:
        ordering = ["channel", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "channel", "value"], name="organisations_contact_once"
            )
        ]

    def __str__(self) -> str:
        return self.value


class Person(Claimed):
    """Somebody who acts for an organisation; never a beneficiary. Shown only when `public`."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    public = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Position(Claimed):
    """What a person does in an organisation, and when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="positions"
    )
    role = TranslatedField()
    start = PartialDateField()
    end = PartialDateField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"

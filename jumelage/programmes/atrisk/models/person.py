"""A person at risk whom the city adopted."""

from django.db import models
from django.utils import timezone

from jumelage.city.evidence.models import Claimed
from jumelage.city.governance.models import Decision
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.atrisk.choices import Status


class Published(models.Manager["AdoptedPerson"]):
    """Only those whom visitors may see today: whatever lists records of any kind finds nobody else."""

    def get_queryset(self) -> models.QuerySet["AdoptedPerson"]:
        """The published whose consent has not ended."""
        ended = models.Q(publication__expires_on__lt=timezone.localdate())
        return super().get_queryset().filter(published=True, stopped=False).exclude(ended)


class AdoptedPerson(Claimed):
    """Who, in danger where, adopted by which decision, and what was last known of them.

    `status`, `status_date`, `status_until` and `checked_on` are those of the latest check, written by the services:
    lists are sorted by them. `name_variants` are other spellings. Never finer than a country.
    Restricted records leave the room through `queries.visible_to` alone: `every` is for queries and services.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    name_variants = models.JSONField(default=list, blank=True)
    country = models.CharField(max_length=2)
    who = TranslatedField()
    summary = TranslatedField(blank=True)
    adoption = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="adopted_persons"
    )
    status = models.CharField(max_length=30, choices=Status, default=Status.UNKNOWN)
    status_date = PartialDateField()
    status_until = PartialDateField()
    checked_on = models.DateField(null=True, blank=True)
    image = models.FileField(upload_to="atrisk/", max_length=200, blank=True)
    image_type = models.CharField(max_length=100, blank=True)
    image_alt = TranslatedField(blank=True)
    image_credit = models.CharField(max_length=200, blank=True)
    published = models.BooleanField(default=False)
    stopped = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    # The first is the one that everything generic uses.
    objects = Published()
    every = models.Manager["AdoptedPerson"]()

    class Meta:
        ordering = ["order", "slug"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stopped=False) | models.Q(published=False),
                name="atrisk_stopped_is_hidden",
            )
        ]

    def __str__(self) -> str:
        return self.name

"""An edition of the fortnight."""

from django.db import models

from jumelage.city.evidence.models import Claimed, Document
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.kernel.translated import TranslatedField


class Edition(Claimed):
    """The fortnight of one year and its theme. `kinds` are codes of `choices.EventKind` that its
    sources announce; `programme_note` says, in our words, what sources say of the programme's
    publication.
    """

    slug = models.SlugField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField(unique=True)
    title = TranslatedField()
    theme = TranslatedField()
    summary = TranslatedField(blank=True)
    programme_note = TranslatedField(blank=True)
    start = PartialDateField()
    end = PartialDateField()
    kinds = models.JSONField(default=list, blank=True)
    documents = models.ManyToManyField(Document, blank=True, related_name="editions")
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse a period that ends before it starts (Refused "period-reversed")."""
        # A date that could not be read is reported by its field.
        if all(isinstance(day, PartialDate | None) for day in (self.start, self.end)):
            Period(self.start, self.end)

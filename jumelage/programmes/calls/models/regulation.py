"""What a call's regulation says: articles, tracks, envelopes, criteria, documents asked."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.calls.choices import Authority, EnvelopeKind
from jumelage.programmes.calls.models.call import Call

_SHARE = [MinValueValidator(1), MaxValueValidator(100)]


class Article(Claimed):
    """An article of the regulation. `number` is what people quote ("3", "3bis") and its anchor."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="articles")
    number = models.CharField(max_length=10)
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedField()
    text = TranslatedField()
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="calls_article_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def clean(self) -> None:
        """Refuse a number that cannot be part of an address."""
        if not self.number.replace("-", "").replace(".", "").isalnum():
            told = _(
                "An article’s number has figures, letters, points and hyphens only: 3, 3bis, 4.1."
            )
            raise ValidationError({"number": told})


class Track(Claimed):
    """One way to apply, with its own eligibility and amounts (euro cents; None: not known).

    `share_percent`: the grant is at most this share of the eligible costs. `budget_rules` says which
    costs count. `article`: where the amounts stand.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="tracks")
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedField()
    summary = TranslatedField()
    eligibility = TranslatedField(blank=True)
    cap_cents = models.PositiveBigIntegerField(null=True, blank=True)
    minimum_cents = models.PositiveBigIntegerField(null=True, blank=True)
    share_percent = models.PositiveSmallIntegerField(null=True, blank=True, validators=_SHARE)
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)
    article = models.CharField(max_length=10, blank=True)
    budget_rules = TranslatedField(blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "slug"], name="calls_track_once")]

    def __str__(self) -> str:
        return str(self.title)


class Envelope(Claimed):
    """An amount set apart inside the budget, in euro cents; `kind` says what that means.

    Without `track` it is for projects of any track that `sentence` describes.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="envelopes")
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=EnvelopeKind)
    title = TranslatedField()
    sentence = TranslatedField(blank=True)
    amount_cents = models.PositiveBigIntegerField()
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.CASCADE, related_name="envelopes"
    )
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)
    article = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "slug"], name="calls_envelope_once")]

    def __str__(self) -> str:
        return str(self.title)


class Criterion(Claimed):
    """What a jury weighs: `weight` in points of 100, None where no source gives it.

    Without `track` it holds for all.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="criteria")
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.CASCADE, related_name="criteria"
    )
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedField()
    about = TranslatedField(blank=True)
    weight = models.PositiveSmallIntegerField(null=True, blank=True, validators=_SHARE)
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)
    article = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "slug"], name="calls_criterion_once")
        ]

    def __str__(self) -> str:
        return str(self.title)


class AskedDocument(Claimed):
    """A document to join to an application.

    Without `track` every track asks it; with an empty `applicants` (codes of `ApplicantKind`) of all.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="asked_documents")
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.CASCADE, related_name="asked_documents"
    )
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    title = TranslatedField()
    note = TranslatedField(blank=True)
    applicants = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=True)
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)
    article = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "slug"], name="calls_asked_document_once")
        ]

    def __str__(self) -> str:
        return str(self.title)

"""Sources, documents, claims and the evidence for them."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Document(models.Model):
    """A file, or the record of one that was not supplied (then `file` is empty and `size_bytes` is as stated).

    `pages`, `text`, `tagged` and `sha256` are found in the file; unknown is None or empty, never zero.
    A PDF that is not tagged cannot be followed by a screen reader.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    languages = models.JSONField(default=list, blank=True)
    date = PartialDateField()
    file = models.FileField(upload_to="documents/", blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size_bytes = models.PositiveBigIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True)
    tagged = models.BooleanField(null=True, blank=True)
    published = models.BooleanField(default=True)

    class Meta:
        ordering = ["slug"]
        # Counts and sorts the list without touching the rows, which carry whole texts.
        indexes = [models.Index(fields=["published", "slug"], name="evidence_list")]

    def __str__(self) -> str:
        return str(self.title)


class Source(models.Model):
    """Where statements come from: a page, an article, a minute. What is unknown of it stays empty."""

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    publisher = TranslatedField()
    voice = models.CharField(max_length=20, choices=Voice)
    address = models.URLField(max_length=500, blank=True)
    language = models.CharField(max_length=10, blank=True)
    date = PartialDateField()
    read_on = PartialDateField()
    received_on = PartialDateField()
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="sources"
    )
    sha256 = models.CharField(max_length=64, blank=True)
    note = TranslatedField(blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.title)


class Claim(models.Model):
    """One thing that the site says about a record: `about` names the field or the fact.

    `shown` is the piece of evidence whose value the site shows, chosen by a person, with the reason.
    `disputed`: the sources do not agree, and the site says so.
    """

    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    about = models.CharField(max_length=60)
    shown = models.ForeignKey(
        "evidence.Evidence", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    shown_because = TranslatedField(blank=True)
    disputed = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "about"], name="evidence_one_claim_a_fact"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_type_id}:{self.subject_id} {self.about}"

    @property
    def pieces(self) -> list["Evidence"]:
        """The evidence, the piece that is shown first."""
        return sorted(self.evidence.all(), key=lambda piece: piece.pk != self.shown_id)

    @property
    def piece(self) -> "Evidence | None":
        """The piece of evidence whose value is shown."""
        return next((piece for piece in self.pieces if piece.pk == self.shown_id), None)


class Evidence(models.Model):
    """One source's word on one claim: a quotation or a pinpoint (page, heading, paragraph), or both.

    `value` is what the source says of it, in our own words, for example "237 km²" or "since 2002".
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.STATES)
    value = TranslatedField()
    pinpoint = TranslatedField(blank=True)
    quotation = models.TextField(blank=True)
    quotation_language = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "source"], name="evidence_one_word_a_source")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.value}"


class Claimed(models.Model):
    """A record about which claims are made; when it goes, they go.

    `said` are its claims by what they are about, filled in by `queries.said`.
    """

    said: dict[str, Claim]

    claims = GenericRelation(Claim, object_id_field="subject_id", content_type_field="subject_type")

    class Meta:
        abstract = True

"""Sources, documents, claims and evidence."""

import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from jumelage.city.evidence.choices import Voice
from jumelage.city.evidence.models import Claim, Document, Evidence, Source
from tests.factories.texts import text


class DocumentFactory(DjangoModelFactory[Document]):
    """The record of a file that was not supplied."""

    class Meta:
        model = Document

    slug = factory.Sequence("document-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Document {made.slug}"))


class SourceFactory(DjangoModelFactory[Source]):
    """A page of the city."""

    class Meta:
        model = Source

    slug = factory.Sequence("source-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Page {made.slug}"))
    publisher = factory.LazyFunction(lambda: text("Ville"))
    voice = Voice.CITY


class ClaimFactory(DjangoModelFactory[Claim]):
    """What is said of `subject`, with one piece of evidence that is shown (`evidence=None` for none)."""

    class Meta:
        model = Claim
        exclude = ["subject"]
        skip_postgeneration_save = True

    subject_type = factory.LazyAttribute(
        lambda made: ContentType.objects.get_for_model(made.subject)
    )
    subject_id = factory.SelfAttribute("subject.pk")
    about = "existence"
    shown = factory.RelatedFactory("tests.factories.evidence.ShownFactory", "claim")


class EvidenceFactory(DjangoModelFactory[Evidence]):
    """One source's word."""

    class Meta:
        model = Evidence

    source = factory.SubFactory(SourceFactory)
    value = factory.LazyFunction(lambda: text("Value"))
    pinpoint = factory.LazyFunction(lambda: text("§ 1"))


class ShownFactory(EvidenceFactory):
    """One source's word, chosen for the site."""

    class Meta:
        model = Evidence
        skip_postgeneration_save = True

    @factory.post_generation
    def choose(self: Evidence, *_: object, **__: object) -> None:
        """Make it the one that the claim shows."""
        self.claim.shown = self
        self.claim.save()

"""The eligibility check: what is asked of a visitor, and what each track requires."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.calls.choices import Authority
from jumelage.programmes.calls.models.call import Call
from jumelage.programmes.calls.models.regulation import Track


class Question(Claimed):
    """A question of the check. `choices`: `[{"code", "text"}]`; without any it asks a number.

    The slug is the word by which conditions call the answer.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="questions")
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    text = TranslatedField()
    hint = TranslatedField(blank=True)
    choices = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "slug"], name="calls_question_once")]

    def __str__(self) -> str:
        return str(self.text)


class Requirement(Claimed):
    """What `article` requires of whoever applies: `needs` is a condition (rules/conditions.py).

    Without `track` every track requires it.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="requirements")
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.CASCADE, related_name="requirements"
    )
    slug = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    text = TranslatedField()
    needs = models.CharField(max_length=400)
    authority = models.CharField(max_length=10, choices=Authority, default=Authority.PROPOSAL)
    article = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "slug"], name="calls_requirement_once")
        ]

    def __str__(self) -> str:
        return str(self.text)

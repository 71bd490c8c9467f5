"""The network through which the city adopts persons at risk."""

from django.db import models

from jumelage.city.evidence.models import Claimed
from jumelage.city.governance.models import Decision
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Membership(Claimed):
    """The city in a network, since `joined`, by `decision`; `run_by` is who runs the network."""

    slug = models.SlugField(max_length=80, unique=True)
    network = TranslatedField()
    about = TranslatedField(blank=True)
    run_by = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    joined = PartialDateField()
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.network)

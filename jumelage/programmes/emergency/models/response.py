"""What the city answered to a crisis, in money or in goods, and what it refused."""

from django.db import models
from django.db.models import Q

from jumelage.city.evidence.models import Claimed, Document
from jumelage.city.governance.models import Decision
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.emergency.choices import Form, GoodsStatus, Outcome, Stage
from jumelage.programmes.emergency.models.crisis import Crisis
from jumelage.programmes.emergency.rules.aid import Aid, check_aid


class Response(Claimed):
    """One answer, in one form. Amounts are euro cents; None is unknown, never 0.

    `amount_cents` is money alone. `value_cents` is an estimate of goods, told with its `value_basis` and
    never added to money. `from_fund` is None where no source says whether the fund was used; `countries`
    is empty where no source says which of the crisis' countries were reached.
    """

    slug = models.SlugField(max_length=80, unique=True)
    crisis = models.ForeignKey(Crisis, on_delete=models.PROTECT, related_name="responses")
    title = TranslatedField()
    form = models.CharField(max_length=5, choices=Form)
    outcome = models.CharField(max_length=8, choices=Outcome)
    date = PartialDateField()
    countries = models.JSONField(default=list, blank=True)
    from_fund = models.BooleanField(null=True, blank=True)
    asked_by = TranslatedField(blank=True)
    asked = TranslatedField(blank=True)
    asked_cents = models.PositiveBigIntegerField(null=True, blank=True)
    amount_cents = models.PositiveBigIntegerField(null=True, blank=True)
    stage = models.CharField(max_length=9, choices=Stage, blank=True)
    value_cents = models.PositiveBigIntegerField(null=True, blank=True)
    value_basis = TranslatedField(blank=True)
    partners = models.ManyToManyField(Organisation, blank=True, related_name="emergency_aid")
    with_whom = TranslatedField(blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="emergency_aid"
    )
    principles = models.JSONField(default=list, blank=True)
    principles_note = TranslatedField(blank=True)
    reason = TranslatedField(blank=True)
    note = TranslatedField(blank=True)
    documents = models.ManyToManyField(Document, blank=True, related_name="emergency_aid")
    published = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("date").desc(nulls_last=True), "slug"]
        constraints = [
            # What the service refuses, no other way in may bring either.
            models.CheckConstraint(
                condition=Q(form=Form.MONEY) | Q(amount_cents=None),
                name="emergency_goods_have_no_amount",
            ),
            models.CheckConstraint(
                condition=Q(form=Form.GOODS) | Q(value_cents=None),
                name="emergency_money_has_no_estimate",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def aid(self) -> Aid:
        """What the rules need to know of it, but for its goods."""
        return Aid(
            in_money=self.form == Form.MONEY,
            given=self.outcome == Outcome.GIVEN,
            amount_cents=self.amount_cents,
            value_cents=self.value_cents,
            has_basis=bool(self.value_basis),
            has_stage=bool(self.stage),
        )

    def clean(self) -> None:
        """Refuse what mixes money and goods, in words, before the table does (see `rules.aid.check_aid`)."""
        check_aid(self.aid)


class Goods(Claimed):
    """Goods of one sort; `quantity` counts `unit`s and is None where nobody knows it."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="goods")
    slug = models.SlugField(max_length=80)
    status = models.CharField(max_length=10, choices=GoodsStatus, default=GoodsStatus.GIVEN)
    description = TranslatedField()
    quantity = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    unit = TranslatedField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "goods"
        constraints = [
            models.UniqueConstraint(fields=["response", "slug"], name="emergency_goods_once")
        ]

    def __str__(self) -> str:
        return str(self.description)

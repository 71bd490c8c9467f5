"""Refusals of the room, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "glide-unreadable": _(
        "“{text}” is not a GLIDE number. Write hazard, year, number and country with hyphens, as in EQ-2001-000033-IND."
    ),
    "glide-hazard-unknown": _(
        "“{text}”: “{word}” is not a hazard of GLIDE. Start with one of: {known}."
    ),
    "glide-year-unfit": _(
        "“{text}”: “{year}” is not a year from 1900 to 2099. Write it in four figures."
    ),
    "glide-number-unfit": _(
        "“{text}”: the number “{number}” must have six figures, with zeros in front, such as 000033."
    ),
    "glide-country-unknown": _(
        "“{text}”: “{word}” is not the three-letter code of a country. For this crisis, end with one of: {known}."
    ),
    "glide-country-other": _(
        "“{text}” is about {word}, and this crisis about {known}. Correct the number, or add the country."
    ),
    "glide-year-other": _(
        "“{text}” bears the year {year}, and this crisis is dated {period}. Correct the number or the dates."
    ),
    "glide-hazard-other": _(
        "“{text}” says {word}, and the kind of this crisis is {kind}. Correct the number or the kind."
    ),
    "glide-twice": _("“{text}” is given twice. Leave one."),
    "principle-unknown": _(
        "“{word}” is not a humanitarian principle. The principles are: {known}."
    ),
    "crisis-without-country": _("A crisis touches at least one country. Choose it."),
    "crisis-country-unknown": _("“{word}” is not the two-letter code of a country (ISO 3166-1)."),
    "countries-not-of-crisis": _(
        "{codes}: not among the countries of this crisis ({known}). Add them to the crisis first."
    ),
    "goods-with-amount": _(
        "Goods have no amount in euros. Enter what they are; an estimate goes into “Estimated value of the goods”."
    ),
    "money-with-goods": _(
        "An answer in money holds no goods."
        " Enter the goods as an answer of their own, so that nothing is added up wrongly."
    ),
    "value-without-goods": _(
        "An estimated value is that of goods. Enter the money under “Amount”."
    ),
    "value-without-basis": _(
        "Fill in “How the value was estimated”, or leave the estimated value out: it then stays unknown."
    ),
    "amount-not-given": _(
        "An answer that was refused or put off gave no amount. Enter the sum under “Amount asked for”."
    ),
    "stage-without-money": _("Only an answer in money has a stage. Leave it out."),
    "quantity-without-unit": _(
        "{what}: a quantity needs its unit (pieces, kilograms, boxes…). Add it, or leave the quantity out."
    ),
    "quantity-not-positive": _(
        "{what}: the quantity must be more than zero. Leave it out when nobody knows it."
    ),
    "refusal-without-reason": _(
        "Aid that was refused is published with the reason. Fill in “Reason”."
    ),
    "crisis-not-published": _("Publish the crisis first: “{title}”."),
}
FIELDS: dict[str, Any] = {
    "asked": _("What was asked"),
    "asked_by": _("Who asked"),
    "asked_cents": _("Amount asked for"),
    "countries": _("Countries"),
    "crisis": _("Crisis"),
    "declared_countries": _("Number of countries declared"),
    "from_fund": _("From the emergency fund"),
    "glides": _("GLIDE numbers"),
    "goods": _("Goods"),
    "hazard": _("What it is"),
    "principles": _("Principles"),
    "principles_note": _("On the principles"),
    "quantity": _("Quantity"),
    "received_on": _("Received on"),
    "stage": _("Stage"),
    "unit": _("Unit"),
    "value_basis": _("How the value was estimated"),
    "value_cents": _("Estimated value of the goods"),
    "with_whom": _("With whom"),
}

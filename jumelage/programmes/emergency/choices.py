"""Kinds of hazards, of aid and of answers; the humanitarian principles; acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Hazard(models.TextChoices):
    """What a crisis is, by the codes of GLIDE; a war or a displacement is a complex emergency."""

    TECHNOLOGICAL = "AC", _("Technological disaster")
    AVALANCHE = "AV", _("Snow avalanche")
    COMPLEX = "CE", _("Complex emergency")
    COLD_WAVE = "CW", _("Cold wave")
    DROUGHT = "DR", _("Drought")
    EXTRATROPICAL_CYCLONE = "EC", _("Extratropical cyclone")
    EPIDEMIC = "EP", _("Epidemic")
    EARTHQUAKE = "EQ", _("Earthquake")
    FLASH_FLOOD = "FF", _("Flash flood")
    FLOOD = "FL", _("Flood")
    FIRE = "FR", _("Fire")
    HEAT_WAVE = "HT", _("Heat wave")
    INSECTS = "IN", _("Insect infestation")
    LANDSLIDE = "LS", _("Landslide")
    MUDSLIDE = "MS", _("Mudslide")
    OTHER = "OT", _("Other hazard")
    STORM_SURGE = "SS", _("Storm surge")
    STORM = "ST", _("Severe local storm")
    TROPICAL_CYCLONE = "TC", _("Tropical cyclone")
    TORNADO = "TO", _("Tornado")
    TSUNAMI = "TS", _("Tsunami")
    VOLCANO = "VO", _("Volcanic eruption")
    VIOLENT_WIND = "VW", _("Violent wind")
    WILDFIRE = "WF", _("Wildfire")


class Form(models.TextChoices):
    """Money or goods; both together are two answers, so that nothing is added up wrongly."""

    MONEY = "money", _("Money")
    GOODS = "goods", _("Goods")


class Outcome(models.TextChoices):
    """What the city answered."""

    GIVEN = "given", pgettext_lazy("aid", "Given")
    DEFERRED = "deferred", pgettext_lazy("aid", "Put off")
    REFUSED = "refused", pgettext_lazy("aid", "Refused")


class Stage(models.TextChoices):
    """How far an amount has come; one stage is never added to another."""

    PROMISED = "promised", pgettext_lazy("amount", "Promised")
    DECIDED = "decided", pgettext_lazy("amount", "Decided")
    PAID = "paid", pgettext_lazy("amount", "Paid")
    ACCOUNTED = "accounted", pgettext_lazy("amount", "Accounted for")


class GoodsStatus(models.TextChoices):
    """What was asked for, what was given, and what was not wanted."""

    GIVEN = "given", pgettext_lazy("goods", "Given")
    ASKED = "asked", pgettext_lazy("goods", "Asked for")
    NOT_WANTED = "not-wanted", pgettext_lazy("goods", "Not wanted")


class Principle(models.TextChoices):
    """The four humanitarian principles."""

    HUMANITY = "humanity", _("Humanity")
    NEUTRALITY = "neutrality", _("Neutrality")
    IMPARTIALITY = "impartiality", _("Impartiality")
    INDEPENDENCE = "independence", _("Independence")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "emergency.keep", _("Keep crises and the emergency aid")
    PUBLISH = "emergency.publish", _("Publish and withdraw crises and the emergency aid")

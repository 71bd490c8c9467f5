"""Refusals of the room, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "theme-unknown": _("“{code}” is not a theme. The themes are: {known}."),
    "sdg-unknown": _("“{code}” is not a sustainable development goal. They are numbered 1 to 17."),
}
FIELDS: dict[str, Any] = {
    "agreements": _("Agreements and steps"),
    "aims": _("Aims"),
    "announced": _("Number announced"),
    "area_km2": _("Area (km²)"),
    "axes": _("Lines of action"),
    "beneficiaries": _("For whom"),
    "context": _("Context"),
    "focal_point": _("Focal point"),
    "group": _("Group"),
    "milestones": _("Milestones"),
    "parent": _("Part of"),
    "part": _("What it does"),
    "participations": _("Who takes part"),
    "partnership": _("Partnership"),
    "places": _("Places"),
    "reached": _("Number reached"),
    "sdgs": _("Sustainable development goals"),
    "sectors": _("Sectors (DAC codes)"),
    "themes": _("Themes"),
}

"""Whose site this is."""

from hashlib import blake2b

from django.db import models

from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.translated import TranslatedField


class SiteIdentity(models.Model):
    """The one row that says which city speaks, how to reach it, and what its home page says first.

    `latitude` and `longitude` in degrees (WGS 84): where the map's arcs start. `map_crop` is the part of the
    world map that is shown, as x, y, width and height in the map's own units; empty is the whole world.
    `colours` holds "primary" and "accent" (#rrggbb; empty: the house's own); `logo` is the name of a stored PNG.
    """

    city_name = TranslatedField()
    tagline = TranslatedField(blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    country = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    contact_name = TranslatedField(blank=True)
    contact_address = TranslatedField(blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    home_title = TranslatedField(blank=True)
    home_lede = TranslatedField(blank=True)
    map_crop = models.JSONField(default=list, blank=True)
    colours = models.JSONField(default=dict, blank=True)
    logo = models.CharField(max_length=120, blank=True)
    # Keys of the pages at the foot that nobody has written yet, as `queries.identity` found them.
    missing_pages: frozenset[str] = frozenset()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="site_one_identity")]

    def __str__(self) -> str:
        return str(self.city_name)

    @property
    def theme_mark(self) -> str:
        """Changes with the colours; empty while they are the house's own."""
        return _mark("".join(sorted(self.colours.values()))) if self.colours else ""

    @property
    def logo_mark(self) -> str:
        """Changes with the logo; empty without one."""
        return _mark(self.logo) if self.logo else ""


def _mark(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()

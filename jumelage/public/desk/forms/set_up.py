"""Whose site this is: name, colours, logo, contact, map."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.reference.queries import countries
from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.queries.site_identity import has_identity

TEXTS: dict[str, Any] = {
    "city_name": _("Name of the city"),
    "tagline": _("What the site is about, in a few words"),
    "home_title": _("Title of the home page"),
    "home_lede": _("First sentences of the home page"),
    "contact_name": _("Who answers: name of the service"),
    "contact_address": _("Postal address"),
}
LONG = {"home_lede", "contact_address"}
NEEDED = {"city_name", "home_title"}
COLOURS = {"primary": "#0B5560", "accent": "#A8461F"}
CROPS = {
    "": _("The whole world"),
    "318,8,400,340": _("Europe and Africa"),
    "0,8,380,430": _("The Americas"),
    "480,8,440,380": _("Asia and Oceania"),
}


class SetUpForm(forms.Form):
    """One page: what differs from one city to another, and nothing else."""

    country = forms.ChoiceField(label=_("Country"), required=False)
    latitude = forms.FloatField(
        label=_("Latitude (degrees)"), required=False, min_value=-90, max_value=90
    )
    longitude = forms.FloatField(
        label=_("Longitude (degrees)"), required=False, min_value=-180, max_value=180
    )
    map_crop = forms.ChoiceField(label=_("Part of the world on the map"), required=False)
    primary = forms.CharField(
        label=_("Main colour"),
        help_text=_("For links, buttons and bands."),
        widget=forms.TextInput({"type": "color"}),
    )
    accent = forms.CharField(
        label=_("Second colour"),
        help_text=_("For small headings and the lines of the map."),
        widget=forms.TextInput({"type": "color"}),
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 2 MB. Leave empty to keep the one that is there."),
    )
    contact_email = forms.EmailField(label=_("E-mail address"), required=False)
    contact_phone = forms.CharField(label=_("Telephone"), required=False, max_length=30)

    def __init__(self, identity: SiteIdentity, data: Any = None, files: Any = None) -> None:
        self.identity = identity
        super().__init__(data, files, initial=_initial(identity))
        self.fields["country"].choices = [("", "–"), *countries()]  # type: ignore[attr-defined]
        self.fields["map_crop"].choices = _crops(identity)  # type: ignore[attr-defined]
        for name, label in TEXTS.items():
            for code, language in settings.LANGUAGES:
                self.fields[f"{name}__{code}"] = _text(name, label, code, language)

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the identity."""
        given = self.cleaned_data
        plain = ("country", "latitude", "longitude", "contact_email", "contact_phone")
        return {
            **{name: given[name] for name in plain},
            **{name: self._text(name) for name in TEXTS},
            "map_crop": [float(part) for part in given["map_crop"].split(",") if part],
        }

    @property
    def colours(self) -> dict[str, str]:
        """The colours; none where they are the house's own."""
        chosen = {name: self.cleaned_data[name].upper() for name in COLOURS}
        return {} if chosen == COLOURS else chosen

    @property
    def logo_content(self) -> bytes | None:
        """The logo sent, if there is one."""
        sent = self.cleaned_data["logo"]
        return sent.read() if sent else None

    def clean(self) -> dict[str, Any]:
        """A public notice is in French and in Dutch: so is the name of whoever gives it."""
        given = super().clean() or self.cleaned_data
        for name in NEEDED:
            for code in settings.REQUIRED_LANGUAGES:
                if not given.get(f"{name}__{code}"):
                    self.add_error(f"{name}__{code}", ValidationError(_("This text is needed.")))
        return given

    def _text(self, name: str) -> Translated:
        found = ((code, self.cleaned_data[f"{name}__{code}"]) for code, _name in settings.LANGUAGES)
        return Translated({code: text for code, text in found if text})


def _text(name: str, label: Any, code: str, language: str) -> forms.Field:
    attributes = {"lang": code}
    widget = (
        forms.Textarea({**attributes, "rows": "3"}) if name in LONG else forms.TextInput(attributes)
    )
    field = forms.CharField(label=language, required=False, widget=widget)
    field.group_label = label  # type: ignore[attr-defined]
    return field


def _initial(identity: SiteIdentity) -> dict[str, Any]:
    plain = ("country", "latitude", "longitude", "contact_email", "contact_phone")
    texts = {
        f"{name}__{code}": getattr(identity, name).get(code, "")
        for name in TEXTS
        for code, _name in settings.LANGUAGES
        # Before the first set-up the name is the software's: nobody's city is called so.
        if has_identity() or name != "city_name"
    }
    return {
        **{name: getattr(identity, name) for name in plain},
        **texts,
        **COLOURS,
        **identity.colours,
        "map_crop": _crop(identity),
    }


def _crop(identity: SiteIdentity) -> str:
    return ",".join(f"{part:g}" for part in identity.map_crop)


def _crops(identity: SiteIdentity) -> list[tuple[str, Any]]:
    kept = _crop(identity)
    own = [] if kept in CROPS else [(kept, _("As it is now"))]
    return [*CROPS.items(), *own]

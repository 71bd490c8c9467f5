"""Redirects, as a plain register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.register import Register
from jumelage.public.links.choices import Act
from jumelage.public.links.models import Redirect
from jumelage.public.links.services.keep_redirect import keep_redirect


def _old_path() -> forms.Field:
    hint = _(
        "From the first slash, with the language: /fr/ancienne-page/. Accents as one reads them."
    )
    return forms.CharField(label=_("Old path"), max_length=500, help_text=hint)


def _target() -> forms.Field:
    hint = _("A path of this site in the same language, or an address that begins with https:.")
    return forms.CharField(label=_("Leads to"), max_length=500, help_text=hint)


REGISTERS = [
    Register(
        model=Redirect,
        one=_("a redirect"),
        many=_("Redirects"),
        keep=keep_redirect,
        act=Act.KEEP,
        fields=("old_path", "target"),
        columns=("old_path", "target"),
        search=("slug", "old_path", "target"),
        inputs={"old_path": _old_path, "target": _target},
        icon="redirect",
        order=600,
    ),
]

"""Organisations and people, as plain registers."""

from django.utils.translation import gettext_lazy as _

from jumelage.city.organisations.choices import Act
from jumelage.city.organisations.models import Organisation, Person
from jumelage.city.organisations.queries import seen_by
from jumelage.city.organisations.services.keep_organisation import keep_organisation
from jumelage.city.organisations.services.keep_person import keep_person
from jumelage.foundation.kernel.register import Register

REGISTERS = [
    Register(
        model=Organisation,
        one=_("an organisation"),
        many=_("Organisations"),
        keep=keep_organisation,
        act=Act.KEEP,
        fields=("name", "acronym", "kind", "country", "town", "about", "published"),
        columns=("name", "acronym", "kind", "country", "published"),
        search=("slug", "name", "acronym"),
        filters=("kind", "country", "published"),
        rows={"identifiers": ("scheme", "value"), "contacts": ("channel", "value", "public")},
        icon="group",
        order=30,
        seen=seen_by,
    ),
    Register(
        model=Person,
        one=_("a person"),
        many=_("People"),
        keep=keep_person,
        act=Act.KEEP,
        fields=("name", "public"),
        columns=("name", "public"),
        search=("slug", "name"),
        filters=("public",),
        rows={"positions": ("organisation", "role", "start", "end")},
        icon="user",
        order=40,
    ),
]

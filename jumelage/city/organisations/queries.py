"""Questions about organisations and the people who act for them."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from jumelage.city.organisations.choices import Act
from jumelage.city.organisations.models import Contact, Organisation, Position
from jumelage.city.organisations.rules.doubles import Known, likely_doubles
from jumelage.foundation.accounts.permissions import may


@dataclass(frozen=True)
class Double:
    """Two organisations that are likely one; `reason` is "same-number" or "same-name"."""

    first: Organisation
    second: Organisation
    reason: str


def organisations() -> models.QuerySet[Organisation]:
    """The organisations that visitors may see; doubles left out."""
    return Organisation.objects.filter(published=True, merged_into=None)


def organisation(slug: str) -> Organisation | None:
    """The organisation that visitors may see under this name, with its identifiers, `public_contacts` and
    `public_positions`; for a double, the one kept (its slug then differs). At most 5 queries.
    """
    found = Organisation.objects.filter(slug=slug).values_list("pk", "merged_into").first()
    if not found:
        return None
    pk, merged_into = found
    return (
        organisations()
        .filter(pk=merged_into or pk)
        .prefetch_related(
            "identifiers",
            Prefetch("contacts", Contact.objects.filter(public=True), "public_contacts"),
            Prefetch(
                "positions",
                Position.objects.filter(person__public=True).select_related("person"),
                "public_positions",
            ),
        )
        .first()
    )


def doubles() -> list[Double]:
    """Organisations not merged yet that bear one name or one number, each pair once. 2 queries."""
    rows = Organisation.objects.filter(merged_into=None).prefetch_related("identifiers")
    by_key = {row.pk: row for row in rows}
    known = [
        Known(row.pk, tuple(row.name.values()), tuple(one.value for one in row.identifiers.all()))
        for row in rows
    ]
    return [
        Double(by_key[first], by_key[second], reason)
        for first, second, reason in likely_doubles(known)
    ]


def seen_by(user: Any) -> Q:
    """The condition of the organisations that `user` reads on the desk. Those that nobody published, as of people who
    opened a dossier to apply, are for who keeps organisations.
    """
    return Q() if may(user, Act.KEEP) else Q(published=True)


def by_identifier(scheme: str, value: str) -> Organisation | None:
    """The organisation that holds this number, published or not."""
    holds = Q(identifiers__scheme=scheme, identifiers__value=value)
    return Organisation.objects.filter(holds).first()


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("People who act for an organisation or sit in a body of the city"),
            "what": _(
                "Their name, what they do there and since when; how the organisation is reached."
            ),
            "why": _("To tell who does what in the city’s international solidarity."),
            "readers": _("The staff; visitors only what is marked public."),
            "until": _(
                "As long as the city keeps the record. Ask the city to correct or to remove it."
            ),
        },
    ]

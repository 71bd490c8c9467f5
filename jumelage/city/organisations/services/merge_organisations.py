"""Merge a double into the organisation that is kept."""

from typing import Any

from django.db import transaction

from jumelage.city.organisations.models import Contact, Organisation
from jumelage.city.organisations.signals import organisations_merged
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def merge_organisations(
    double: Organisation, kept: Organisation, *, confirmed: bool = False, actor: Any = None
) -> None:
    """Move everything of `double` to `kept`; `double` keeps its address, which leads to `kept`.

    Raises Refused("merge-same"), Refused("merge-already-merged") or, unless `confirmed`,
    Refused("merge-conflicting-numbers").
    """
    with transaction.atomic():
        _check(double, kept, confirmed=confirmed)
        double.identifiers.update(organisation=kept)
        _move_contacts(double, kept)
        double.positions.update(organisation=kept)
        double.doubles.update(merged_into=kept)
        double.merged_into = kept
        double.save(update_fields=["merged_into"])
        organisations_merged.send(Organisation, double=double, kept=kept, actor=actor)
        write_line("organisations.merge", double, actor=actor, public=True, kept=kept.pk)


def _check(double: Organisation, kept: Organisation, *, confirmed: bool) -> None:
    if double.pk == kept.pk:
        raise Refused("merge-same")
    both = Organisation.objects.select_for_update().filter(pk__in=[double.pk, kept.pk])
    for one in both:
        if one.merged_into_id:
            raise Refused("merge-already-merged", name=one)
    numbers = dict(kept.identifiers.values_list("scheme", "value"))
    if not confirmed:
        for scheme in double.identifiers.values_list("scheme", flat=True):
            # One number has one holder: two numbers of one register always differ.
            if scheme in numbers:
                raise Refused("merge-conflicting-numbers", scheme=scheme)


def _move_contacts(double: Organisation, kept: Organisation) -> None:
    held = set(kept.contacts.values_list("channel", "value"))
    for contact in Contact.objects.filter(organisation=double):
        if (contact.channel, contact.value) in held:
            contact.delete()
        else:
            contact.organisation = kept
            contact.save(update_fields=["organisation"])

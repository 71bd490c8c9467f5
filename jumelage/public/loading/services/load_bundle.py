"""Have an archive loaded whose check found nothing wrong."""

from typing import Any

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.choices import WorkState
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.services.start_work import start_work
from jumelage.public.loading.choices import BundleWork


def load_bundle(check: Work, *, actor: Any) -> Work:
    """Start loading what the work `check` found good; asked again, the load that runs already.

    Raises Refused("bundle-unchecked").
    """
    with transaction.atomic():
        checked = Work.objects.select_for_update().get(pk=check.pk)
        if number := checked.memory.get("load"):
            return Work.objects.get(pk=number)
        good = checked.state == WorkState.DONE and not checked.memory.get("mistakes")
        if checked.kind != BundleWork.CHECK or not good:
            raise Refused("bundle-unchecked")
        title = f"{BundleWork.LOAD.label}: {checked.given['name']}"
        work = start_work(BundleWork.LOAD, {**checked.given, "title": title}, actor=actor)
        checked.memory["load"] = work.pk
        checked.save()
    return work

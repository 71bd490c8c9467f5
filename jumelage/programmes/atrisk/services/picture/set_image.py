"""Put one picture in the place of another, and delete the file that nobody needs any more."""

from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.atrisk.models import AdoptedPerson


def set_image(person: AdoptedPerson, values: dict[str, Any], *, act: str, actor: Any) -> None:
    """Give `person` the picture that `values` (its four fields) tell; the journal calls it `act`."""
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        before = locked.image.name
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(values))
        write_line(act, person, actor=actor, public=locked.published)
        if before and before != values["image"]:
            transaction.on_commit(lambda: default_storage.delete(before))

"""Take the picture of a person away."""

from typing import Any

from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.services.picture.set_image import set_image


def remove_image(person: AdoptedPerson, *, actor: Any) -> None:
    """Take the picture of `person` off the page and delete it; without one, nothing changes."""
    if person.image:
        empty = {"image": "", "image_type": "", "image_alt": {}, "image_credit": ""}
        set_image(person, empty, act="atrisk.remove-image", actor=actor)

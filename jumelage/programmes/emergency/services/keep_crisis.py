"""Keep a crisis."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.reference.queries import entries
from jumelage.programmes.emergency.choices import Hazard
from jumelage.programmes.emergency.models import Crisis
from jumelage.programmes.emergency.rules.aid import check_countries
from jumelage.programmes.emergency.rules.glide import About, check_glides, read_glide


def keep_crisis(slug: str, values: dict[str, Any], *, actor: Any = None) -> Crisis:
    """The crisis `slug` with `values`: fields of `Crisis`; GLIDE numbers are kept in capitals.

    Raises Refused("crisis-without-country"), Refused("crisis-country-unknown"), what `read_glide` and
    `check_glides` refuse, Refused("countries-not-of-crisis") when an answer names a country that is taken
    away, Refused("period-reversed") or ValidationError; nothing is kept then.
    """
    with transaction.atomic():
        if "glides" in values:
            values = {
                **values,
                "glides": [text.replace(" ", "").upper() for text in values["glides"]],
            }
        crisis = keep_record(
            Crisis, {"slug": slug}, values, act="emergency.keep-crisis", actor=actor
        )
        _check(crisis)
    return crisis


def _check(crisis: Crisis) -> None:
    known = entries("countries")
    if not crisis.countries:
        raise Refused("crisis-without-country")
    for code in crisis.countries:
        if code not in known:
            raise Refused("crisis-country-unknown", word=code)
    ours = [known[code].alpha3 for code in crisis.countries]
    codes = {country.alpha3 for country in known.values()}
    glides = [
        read_glide(text, hazards=Hazard.values, countries=codes, wanted=ours)
        for text in crisis.glides
    ]
    first, last = (day.year if day else None for day in (crisis.start, crisis.end))
    check_glides(glides, About(ours, first, last, crisis.hazard))
    for countries in crisis.responses.values_list("countries", flat=True):
        check_countries(countries, of_crisis=crisis.countries)

"""Keep a partnership with its partners, agreements and axes."""

from typing import Any

from jumelage.city.portfolio.models import Partnership
from jumelage.foundation.audit.services.keep_record import keep_record

_NESTED = {"partners": ("organisation",), "agreements": ("slug",), "axes": ("slug",)}


def keep_partnership(slug: str, values: dict[str, Any], *, actor: Any = None) -> Partnership:
    """The partnership `slug` with `values`: fields of `Partnership` (`places` and `documents` are records), and the
    lists `partners`, `agreements` and `axes` (dictionaries of their fields), which are replaced when given.

    Raises Refused("period-reversed") or ValidationError.
    """
    return keep_record(
        Partnership,
        {"slug": slug},
        values,
        nested=_NESTED,
        act="portfolio.keep-partnership",
        actor=actor,
    )

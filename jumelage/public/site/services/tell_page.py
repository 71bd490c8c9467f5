"""Tell the journal that an editorial page was published or taken off, by whatever screen or hour."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.public.site.models import EditorialPage


def tell_page(page: EditorialPage, act: str, *, actor: Any = None) -> None:
    """Write the public line `act` about `page`: pages are made again, the search follows."""
    with transaction.atomic():
        write_line(act, page, actor=actor, public=True)

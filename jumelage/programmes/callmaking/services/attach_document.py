"""Put a document on the page of a call, with its file."""

from typing import Any

from django.db import transaction

from jumelage.city.evidence.models import Document
from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.calls.models import Call, CallDocument


def attach_document(
    call: Call,
    values: dict[str, Any],
    *,
    content: bytes,
    file_name: str,
    actor: Any = None,
) -> CallDocument:
    """A new document of `call` from the bytes sent: `values` are `slug`, `title`, `languages`, `kind`, `order`.

    Type, size, pages and tags are those found in the file. Raises Refused("document-slug-taken"),
    Refused("texts-missing"), what `keep_upload` refuses, or ValidationError.
    """
    own = {name: values[name] for name in ("title", "languages")}
    check_texts({"title": own["title"]})
    slug = f"{call.slug}-{values['slug']}"
    with transaction.atomic():
        if Document.objects.filter(slug=slug).exists():
            raise Refused("document-slug-taken", slug=slug)
        document = keep_document(slug, own, file=content, file_name=file_name, actor=actor)
        made = CallDocument.objects.create(
            call=call, document=document, kind=values["kind"], order=values["order"]
        )
        public = call.published
        write_line("calls.attach-document", call, actor=actor, public=public, row=made.pk)
    return made

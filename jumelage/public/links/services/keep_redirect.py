"""Keep where an address that moved leads."""

from typing import Any

from django.utils.text import slugify

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.public.links.models import Redirect
from jumelage.public.links.queries.redirects import table
from jumelage.public.links.rules.redirects import check_redirect, plain


def keep_redirect(slug: str, values: dict[str, Any], *, actor: Any = None) -> Redirect:
    """The redirect `slug` with `values`: `old_path` and `target`.

    Raises Refused("redirect-path"), Refused("redirect-target"), Refused("redirect-circle") or ValidationError.
    """
    old, target = values["old_path"].strip(), values["target"].strip()
    check_redirect(old, target, others=table(but=slug))
    kept = {"old_path": plain(old), "target": target}
    return keep_record(Redirect, {"slug": slug}, kept, act="links.keep-redirect", actor=actor)


def follow_move(old: str, new: str, *, actor: Any = None) -> None:
    """A page moved from `old` to `new`: links to where it was stay good, and nothing leads away from where it is."""
    Redirect.objects.filter(old_path=plain(new)).delete()
    kept = Redirect.objects.filter(old_path=plain(old)).first()
    slug = kept.slug if kept else slugify(plain(old).replace("/", "-"))[:80]
    keep_redirect(slug, {"old_path": old, "target": new}, actor=actor)

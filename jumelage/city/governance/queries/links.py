"""What an opinion is about: records of rooms above, which this room does not know by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import NoReverseMatch, reverse

from jumelage.city.governance.rules.opinions import read_link
from jumelage.foundation.kernel.declared import declared

_THEME = "theme"


@dataclass(frozen=True)
class Linked:
    """Where a link leads: its words, its address ("" when it has no page), and whether visitors may see it."""

    link: str
    title: Any
    address: str
    visible: bool


def linked(links: Iterable[str]) -> dict[str, Linked]:
    """What these links ("project:limpoba", "theme:water") lead to; one that leads nowhere is left out.

    One query per kind of record. Raises Refused("opinion-link-unreadable").
    """
    slugs: dict[str, list[str]] = {}
    for link in links:
        kind, slug = read_link(link)
        slugs.setdefault(kind, []).append(slug)
    found: dict[str, Linked] = {}
    for kind, wanted in slugs.items():
        for one in _themes(wanted) if kind == _THEME else _records(kind, wanted):
            found[one.link] = one
    return found


def _themes(codes: list[str]) -> list[Linked]:
    labels = {
        theme.value: theme.label for themes in declared("choices", "Theme") for theme in themes
    }
    address = reverse("projects")
    return [
        Linked(f"theme:{code}", labels[code], f"{address}?theme={code}", visible=True)
        for code in codes
        if code in labels
    ]


def _records(kind: str, slugs: list[str]) -> list[Linked]:
    model = _model_of(kind)
    if model is None:
        return []
    return [
        Linked(f"{kind}:{record.slug}", record.title, _address(kind, record.slug), _shown(record))
        for record in model._default_manager.filter(slug__in=slugs)
    ]


def _model_of(kind: str) -> Any:
    """The model of this name that has pages of its own: a title and a short name."""
    for model in apps.get_models():
        ours = model.__module__.startswith("jumelage.") and model._meta.model_name == kind
        if ours and _has(model, "slug") and _has(model, "title"):
            return model
    return None


def _has(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def _shown(record: Any) -> bool:
    """Kept hidden as long as nothing says that visitors may see it."""
    return getattr(record, "published", False) is True


def _address(kind: str, slug: str) -> str:
    try:
        return reverse(kind, args=[slug])
    except NoReverseMatch:
        return ""

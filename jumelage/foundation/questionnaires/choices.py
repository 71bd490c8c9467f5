"""Acts of the room, and the words of what forms are made of, by code."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    EDIT = "questionnaires.edit", _("Build forms")
    PUBLISH = "questionnaires.publish", _("Publish forms")


KINDS: dict[str, Any] = {
    "short_text": _("Short text"),
    "long_text": _("Long text"),
    "number": _("Number in figures"),
    "money": _("Amount (euro)"),
    "date": _("Date"),
    "choice": _("One choice"),
    "choices": _("Several choices"),
    "country": _("Country"),
    "place": _("Place"),
    "organisation": _("Organisation"),
    "person": _("Person"),
    "file": _("Document to add"),
    "table": _("Table with rows"),
    "budget": _("Budget table"),
    "statement": _("Statement to accept"),
    "heading": _("Heading"),
    "note": _("Explanation"),
}
UNITS: dict[str, Any] = {"characters": _("characters"), "words": _("words")}
PARTS: dict[str, Any] = {
    "name": _("Name"),
    "country": _("Country"),
    "number": _("Enterprise number"),
    "email": _("E-mail"),
    "role": _("Function"),
    "phone": _("Telephone"),
}
OPERATORS: dict[str, Any] = {
    "eq": _("is"),
    "ne": _("is not"),
    "lt": _("is less than"),
    "le": _("is at most"),
    "gt": _("is more than"),
    "ge": _("is at least"),
    "contains": _("contains"),
    "answered": _("is answered"),
}
JOINS: dict[str, Any] = {
    "all": _("all of these hold"),
    "any": _("at least one of these holds"),
    "none": _("none of these holds"),
}
CONTEXTS: dict[str, Any] = {"track": _("Track")}
# The lists and amounts of a budget table.
BUDGET: dict[str, Any] = {
    "costs": _("Costs"),
    "income": _("Other income"),
    "in_kind": _("Contributions in kind"),
    "own_cents": _("Own contribution"),
    "ask_cents": _("Sum asked"),
    "category": _("Category"),
    "source": _("Source"),
    "label": _("What for"),
    "cents": _("Amount in euro"),
    "eligible": _("Eligible costs"),
    "resources": _("Resources"),
    "gap": _("Difference"),
    "most": _("At most to be asked"),
}
TEXTS: dict[str, Any] = {
    "title": _("Title"),
    "label": _("Question"),
    "help": _("Help"),
    "intro": _("Introduction"),
}
CHANGES: dict[str, Any] = {
    "added": _("new"),
    "removed": _("taken away"),
    "moved": _("moved"),
    "kind": _("another kind of answer"),
    "words": _("other words"),
    "rules": _("other rules"),
    "choices": _("another list"),
}
ACTS: dict[str, Any] = {
    "questionnaires.add": _("Form added"),
    "questionnaires.keep": _("Form kept from a file"),
    "questionnaires.edit": _("Form changed"),
    "questionnaires.publish": _("Version published"),
}

"""What a call and its rows say with a source: the same facts beside which their page shows the evidence."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.queries import Kind
from jumelage.programmes.calls.choices import Act
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import ROWS

_OF_CALL = (
    *("existence", "summary", "purpose", "how_to_apply", "budget_cents", "closes_on"),
    "contact_email",
)
_AMOUNTS = ("cap_cents", "minimum_cents", "share_percent")
_FACTS = {
    "article": ("existence",),
    "track": ("summary", *_AMOUNTS, "eligibility", "budget_rules"),
    "envelope": ("amount_cents",),
    "criterion": ("existence",),
    "asked-document": ("existence",),
    "date": ("existence",),
    "faq": ("existence",),
}


def evidence_of(record: Any) -> str:
    """The address of the evidence for a call or a row; nothing for a row whose source no page shows."""
    kind = next((one for one in CLAIMED if isinstance(record, one.model)), None)
    return reverse("record-claims", args=[kind.name, getattr(record, kind.key)]) if kind else ""


def _way_to_call(call: Call) -> list[tuple[Any, str]]:
    return [
        (_("Calls for projects"), reverse("desk-calls")),
        (str(call), reverse("desk-call", args=[call.slug])),
    ]


def _way_to_row(row: Any) -> list[tuple[Any, str]]:
    kind = next(code for code, (model, _key) in ROWS.items() if isinstance(row, model))
    place = reverse("desk-call-row", args=[row.call.slug, kind, row.pk])
    return [*_way_to_call(row.call), (str(row), place)]


CLAIMED = [
    Kind(
        model=Call,
        act=Act.KEEP,
        publish_act=Act.PUBLISH,
        facts=_OF_CALL,
        way=_way_to_call,
    ),
    *(
        Kind(
            model=ROWS[kind][0],
            act=Act.KEEP,
            publish_act=Act.PUBLISH,
            key="pk",
            facts=facts,
            way=_way_to_row,
        )
        for kind, facts in _FACTS.items()
    ),
]

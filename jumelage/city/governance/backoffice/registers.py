"""Bodies and decisions, as plain registers."""

from django.utils.translation import gettext_lazy as _

from jumelage.city.governance.choices import Act
from jumelage.city.governance.models import Body, Decision
from jumelage.city.governance.services.keep_body import keep_body
from jumelage.city.governance.services.keep_decision import keep_decision
from jumelage.foundation.kernel.register import Register

REGISTERS = [
    Register(
        model=Body,
        one=_("a body"),
        many=_("Bodies"),
        keep=keep_body,
        act=Act.KEEP,
        fields=("name", "kind", "organisation", "about"),
        columns=("name", "kind", "organisation"),
        search=("slug", "name"),
        filters=("kind",),
        icon="site",
        order=60,
    ),
    Register(
        model=Decision,
        one=_("a decision"),
        many=_("Decisions"),
        keep=keep_decision,
        act=Act.KEEP,
        fields=("subject", "body", "proposed_by", "date", "number", "outcome", "documents"),
        columns=("subject", "body", "date", "number", "outcome"),
        search=("slug", "subject", "number"),
        filters=("outcome",),
        icon="tasks",
        order=70,
    ),
]

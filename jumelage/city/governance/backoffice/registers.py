"""Bodies, decisions, seats, sittings and opinions, as plain registers."""

from django.utils.translation import gettext_lazy as _

from jumelage.city.governance.choices import Act
from jumelage.city.governance.models import Body, Decision, Mandate, Opinion, Sitting
from jumelage.city.governance.services.keep_body import keep_body
from jumelage.city.governance.services.keep_decision import keep_decision
from jumelage.city.governance.services.keep_mandate import keep_mandate
from jumelage.city.governance.services.keep_opinion import keep_opinion
from jumelage.city.governance.services.keep_sitting import keep_sitting
from jumelage.city.governance.services.publish_mandate import publish_mandate
from jumelage.city.governance.services.publish_opinion import publish_opinion
from jumelage.city.governance.services.withdraw_mandate import withdraw_mandate
from jumelage.city.governance.services.withdraw_opinion import withdraw_opinion
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
        model=Mandate,
        one=_("a seat"),
        many=_("Seats"),
        keep=keep_mandate,
        act=Act.KEEP,
        fields=(
            *("body", "category", "organisation", "person", "role"),
            *("voting", "start", "end"),
        ),
        columns=("slug", "body", "category", "organisation", "person", "end", "published"),
        search=("slug",),
        filters=("category", "published"),
        publish=publish_mandate,
        withdraw=withdraw_mandate,
        publish_act=Act.PUBLISH,
        icon="group",
        order=62,
    ),
    Register(
        model=Sitting,
        one=_("a sitting"),
        many=_("Sittings"),
        keep=keep_sitting,
        act=Act.KEEP,
        fields=("body", "held_on", "documents"),
        columns=("slug", "body", "held_on"),
        search=("slug",),
        icon="calendar",
        order=64,
    ),
    Register(
        model=Opinion,
        one=_("an opinion"),
        many=_("Opinions"),
        keep=keep_opinion,
        act=Act.KEEP,
        fields=(
            *("subject", "body", "sitting", "kind", "outcome", "majority", "minority", "links"),
            *("follow_up", "followed_up_on", "follow_up_reason", "decision", "documents"),
        ),
        columns=("subject", "body", "outcome", "follow_up", "published"),
        search=("slug", "subject"),
        filters=("outcome", "follow_up", "published"),
        publish=publish_opinion,
        withdraw=withdraw_opinion,
        publish_act=Act.PUBLISH,
        icon="openquote",
        order=66,
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

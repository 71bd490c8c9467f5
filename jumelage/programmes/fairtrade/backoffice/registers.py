"""The guide of labels and the city's practices, as plain registers."""

from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.register import Register
from jumelage.programmes.fairtrade.choices import Act
from jumelage.programmes.fairtrade.models import Mark, Practice
from jumelage.programmes.fairtrade.services.keep_mark import keep_mark
from jumelage.programmes.fairtrade.services.keep_practice import keep_practice

REGISTERS = [
    Register(
        model=Mark,
        one=_("a label or membership"),
        many=_("Labels and memberships"),
        keep=keep_mark,
        act=Act.KEEP_GUIDE,
        fields=(
            *("name", "as_published", "kind", "behind", "covers", "proves_not", "how_to_check"),
            *("registry", "order", "published"),
        ),
        columns=("name", "kind", "published"),
        search=("name", "as_published"),
        filters=("kind",),
        icon="clipboard-list",
        order=330,
    ),
    Register(
        model=Practice,
        one=_("a fair-trade practice"),
        many=_("Fair-trade practices"),
        keep=keep_practice,
        act=Act.KEEP_GUIDE,
        fields=("kind", "title", "text", "date", "disputed", "order", "published"),
        columns=("title", "kind", "date", "published"),
        search=("title", "text"),
        filters=("kind",),
        icon="clipboard-list",
        order=331,
    ),
]

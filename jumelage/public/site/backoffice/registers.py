"""News, as a plain register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.register import Register
from jumelage.public.site.choices import Act
from jumelage.public.site.models import News
from jumelage.public.site.services.news.keep_news import keep_news
from jumelage.public.site.services.news.publish_news import publish_news
from jumelage.public.site.services.news.withdraw_news import withdraw_news

_HOUR = "%Y-%m-%dT%H:%M"


def _moment(label: object, hint: object) -> forms.Field:
    widget = forms.DateTimeInput({"type": "datetime-local"}, format=_HOUR)
    return forms.DateTimeField(
        label=str(label), required=False, widget=widget, input_formats=[_HOUR], help_text=str(hint)
    )


def _from() -> forms.Field:
    hint = _("The City’s clock. Empty: as soon as it is published.")
    return _moment(_("Shown from (day and hour)"), hint)


def _until() -> forms.Field:
    return _moment(_("Shown until (day and hour)"), _("The City’s clock. Empty: without end."))


REGISTERS = [
    Register(
        model=News,
        one=_("a notice"),
        many=_("News"),
        keep=keep_news,
        act=Act.WRITE_NEWS,
        fields=("title", "summary", "text", "date", "picture", "shown_from", "shown_until"),
        columns=("title", "date", "shown_from", "shown_until", "published"),
        search=("slug", "title", "summary", "text"),
        filters=("published",),
        inputs={"shown_from": _from, "shown_until": _until},
        publish=publish_news,
        withdraw=withdraw_news,
        publish_act=Act.PUBLISH_NEWS,
        pages=((_("Preview"), "news-preview"), (_("Versions"), "news-versions")),
        icon="doc-full-inverse",
        order=5,
    ),
]

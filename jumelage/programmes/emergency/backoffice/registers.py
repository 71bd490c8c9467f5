"""The fund, crises and answers, as plain registers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.reference.queries import countries
from jumelage.programmes.emergency.choices import Act, Principle
from jumelage.programmes.emergency.forms.desk import EurosField
from jumelage.programmes.emergency.models import Crisis, Fund, Response
from jumelage.programmes.emergency.services.keep_crisis import keep_crisis
from jumelage.programmes.emergency.services.keep_fund import keep_fund
from jumelage.programmes.emergency.services.keep_response import keep_response
from jumelage.programmes.emergency.services.publish_crisis import publish_crisis
from jumelage.programmes.emergency.services.publish_fund import publish_fund
from jumelage.programmes.emergency.services.publish_response import publish_response
from jumelage.programmes.emergency.services.withdraw_crisis import withdraw_crisis
from jumelage.programmes.emergency.services.withdraw_fund import withdraw_fund
from jumelage.programmes.emergency.services.withdraw_response import withdraw_response


def _countries(*, required: bool) -> forms.Field:
    return forms.MultipleChoiceField(
        label=field_name("countries"),
        required=required,
        choices=countries,
        widget=forms.SelectMultiple({"size": "8"}),
    )


def _crisis_countries() -> forms.Field:
    return _countries(required=True)


def _reached_countries() -> forms.Field:
    field = _countries(required=False)
    field.help_text = _("Leave empty when nobody says which countries of the crisis were reached.")
    return field


def _principles() -> forms.Field:
    return forms.MultipleChoiceField(
        label=field_name("principles"),
        required=False,
        choices=Principle.choices,
        widget=forms.CheckboxSelectMultiple,
    )


def _asked() -> forms.Field:
    return EurosField(label=field_name("asked_cents"))


def _amount() -> forms.Field:
    return EurosField(label=field_name("amount_cents"))


def _value() -> forms.Field:
    return EurosField(label=field_name("value_cents"))


REGISTERS = [
    Register(
        model=Crisis,
        one=_("a crisis"),
        many=_("Emergency aid: crises"),
        keep=keep_crisis,
        act=Act.KEEP,
        fields=("title", "summary", "hazard", "countries", "start", "end", "glides"),
        columns=("title", "hazard", "start", "published"),
        search=("slug", "title", "summary"),
        filters=("hazard", "published"),
        inputs={"countries": _crisis_countries},
        publish=publish_crisis,
        withdraw=withdraw_crisis,
        publish_act=Act.PUBLISH,
        icon="warning",
        order=410,
    ),
    Register(
        model=Response,
        one=_("an answer to a crisis"),
        many=_("Emergency aid: answers"),
        keep=keep_response,
        act=Act.KEEP,
        fields=(
            *("title", "crisis", "form", "outcome", "date", "countries", "from_fund"),
            *("asked_by", "asked", "asked_cents", "amount_cents", "stage"),
            *("value_cents", "value_basis", "partners", "with_whom", "decision"),
            *("principles", "principles_note", "reason", "note", "documents"),
        ),
        columns=("title", "crisis", "form", "outcome", "date", "published"),
        search=("slug", "title"),
        filters=("form", "outcome", "published"),
        rows={"goods": ("slug", "status", "description", "quantity", "unit")},
        inputs={
            "countries": _reached_countries,
            "principles": _principles,
            "asked_cents": _asked,
            "amount_cents": _amount,
            "value_cents": _value,
        },
        publish=publish_response,
        withdraw=withdraw_response,
        publish_act=Act.PUBLISH,
        icon="resubmit",
        order=420,
    ),
    Register(
        model=Fund,
        one=_("a fund"),
        many=_("Emergency aid: the fund"),
        keep=keep_fund,
        act=Act.KEEP,
        fields=("title", "about", "declared_countries", "principles"),
        columns=("title", "declared_countries", "published"),
        search=("slug", "title"),
        inputs={"principles": _principles},
        publish=publish_fund,
        withdraw=withdraw_fund,
        publish_act=Act.PUBLISH,
        icon="pick",
        order=430,
    ),
]

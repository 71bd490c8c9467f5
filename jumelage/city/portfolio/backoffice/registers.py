"""Partnerships, projects, places and announcements, as plain registers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.portfolio.choices import Act, Theme
from jumelage.city.portfolio.models import Announcement, Partnership, Place, Project
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
from jumelage.city.portfolio.services.keep_partnership import keep_partnership
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.city.portfolio.services.keep_project import keep_project
from jumelage.city.portfolio.services.publish_announcement import publish_announcement
from jumelage.city.portfolio.services.publish_partnership import publish_partnership
from jumelage.city.portfolio.services.publish_project import publish_project
from jumelage.city.portfolio.services.withdraw_announcement import withdraw_announcement
from jumelage.city.portfolio.services.withdraw_partnership import withdraw_partnership
from jumelage.city.portfolio.services.withdraw_project import withdraw_project
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.reference.queries import sdg_name

_GOALS = range(1, 18)


def _themes() -> forms.Field:
    return forms.MultipleChoiceField(
        label=_("Themes"),
        required=False,
        choices=Theme.choices,
        widget=forms.CheckboxSelectMultiple,
    )


def _sdgs() -> forms.Field:
    return forms.TypedMultipleChoiceField(
        label=_("Sustainable development goals"),
        required=False,
        coerce=int,
        choices=[(goal, f"{goal}. {sdg_name(str(goal))}") for goal in _GOALS],
        widget=forms.CheckboxSelectMultiple,
    )


REGISTERS = [
    Register(
        model=Partnership,
        one=_("a partnership"),
        many=_("Partnerships"),
        keep=keep_partnership,
        act=Act.KEEP,
        fields=(
            *("title", "summary", "context", "country", "start", "end", "status"),
            *("places", "documents", "order"),
        ),
        columns=("title", "country", "start", "status", "published"),
        search=("slug", "title", "summary"),
        filters=("country", "published"),
        rows={
            "partners": ("organisation", "part", "focal_point", "start", "end"),
            "agreements": ("slug", "title", "about", "start", "end", "decision"),
            "axes": ("slug", "title", "about"),
        },
        publish=publish_partnership,
        withdraw=withdraw_partnership,
        publish_act=Act.PUBLISH,
        icon="globe",
        order=10,
    ),
    Register(
        model=Project,
        one=_("a project"),
        many=_("Projects"),
        keep=keep_project,
        act=Act.KEEP,
        fields=(
            *("title", "acronym", "summary", "aims", "partnership", "parent", "country", "places"),
            *(
                "start",
                "end",
                "status",
                "themes",
                "sectors",
                "sdgs",
                "decision",
                "documents",
                "order",
            ),
        ),
        columns=("title", "acronym", "country", "start", "end", "published"),
        search=("slug", "title", "acronym"),
        filters=("country", "published"),
        rows={
            "participations": ("organisation", "role"),
            "beneficiaries": ("slug", "group", "announced", "reached"),
            "milestones": ("slug", "title", "date", "done"),
        },
        inputs={"themes": _themes, "sdgs": _sdgs},
        publish=publish_project,
        withdraw=withdraw_project,
        publish_act=Act.PUBLISH,
        icon="folder-open-inverse",
        order=20,
    ),
    Register(
        model=Place,
        one=_("a place"),
        many=_("Places"),
        keep=keep_place,
        act=Act.KEEP,
        fields=("name", "kind", "country", "parent", "latitude", "longitude", "area_km2", "about"),
        columns=("name", "kind", "country"),
        search=("slug", "name"),
        filters=("kind", "country"),
        icon="home",
        order=50,
    ),
    Register(
        model=Announcement,
        one=_("an announcement"),
        many=_("Announcements"),
        keep=keep_announcement,
        act=Act.KEEP,
        fields=("text", "partnership"),
        columns=("text", "partnership", "published"),
        search=("slug", "text"),
        filters=("published",),
        publish=publish_announcement,
        withdraw=withdraw_announcement,
        publish_act=Act.PUBLISH,
        icon="openquote",
        order=100,
    ),
]

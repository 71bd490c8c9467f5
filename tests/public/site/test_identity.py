"""Whose site this is."""

import pytest
from django.db import IntegrityError, transaction

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.queries import identity
from jumelage.public.site.services.keep_identity import keep_identity

pytestmark = pytest.mark.django_db


def test_before_anything_is_loaded_the_site_is_neutral() -> None:
    assert str(identity()) == "Jumelage"
    assert not identity().home_title
    assert identity().pk is None
    assert not SiteIdentity.objects.exists()


def test_keeping_it_twice_changes_nothing_the_second_time(django_assert_num_queries) -> None:
    values = {"city_name": Translated(fr="Ville"), "country": "BE", "map_crop": [318, 8, 400, 340]}
    keep_identity(values)
    keep_identity(values)
    assert Entry.objects.filter(act="site.keep-identity").count() == 1
    with django_assert_num_queries(1):
        assert str(identity()) == "Ville"
        assert identity.__name__ == "identity"


def test_a_change_is_kept_and_told() -> None:
    keep_identity({"city_name": Translated(fr="Ville"), "country": "BE"})
    keep_identity({"city_name": Translated(fr="Commune"), "country": "BE"})
    assert str(identity()) == "Commune"
    assert Entry.objects.filter(act="site.keep-identity").last().details == {
        "new": False,
        "fields": ["city_name"],
    }


def test_there_is_only_one() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteIdentity.objects.create(pk=2, city_name=Translated(fr="Autre"))

"""Which pages may be published."""

import pytest
from wagtail.models import Page

from jumelage.public.site.queries.page_languages import check_page


@pytest.mark.django_db
def test_pages_that_are_not_editorial_are_not_asked_for_languages() -> None:
    check_page(Page(title="Root"))

"""What every test may need."""

from collections.abc import Iterator

# Read before any clock stands still: it measures the date type when it is first imported, and warns of the frozen one.
import psycopg  # noqa: F401
import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as properties
from pytest_django import DjangoDbBlocker

# A test is true or false, never slow: what takes time is measured in bench/.
properties.register_profile(
    "untimed", properties(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
properties.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database; on SQLite without the trigger that keeps journal lines from being removed:

    tests with real transactions empty every table with DELETE (PostgreSQL uses TRUNCATE, which fires none).
    """
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("DROP TRIGGER IF EXISTS audit_entry_delete")


@pytest.fixture(autouse=True)
def reads_french() -> Iterator[None]:
    """A page asked for in one test leaves its language to the thread: each test starts in the site's own."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def counts_afresh() -> None:
    """What the explorer counted in one test was undone with it, and the journal's numbers begin again."""
    from jumelage.city.portfolio.queries.index import index_of

    index_of.cache_clear()

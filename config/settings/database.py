"""One SQLite file by default; PostgreSQL by `JUMELAGE_DATABASE`."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from config.settings import env

_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": env.DATA / "jumelage.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        # IMMEDIATE takes the write lock at the start: two writers queue instead of failing half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=268435456; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
        ),
    },
}


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "config.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PORT": parts.port or "",
        "OPTIONS": {
            "pool": {"min_size": 2, "max_size": 16},
            # A question asked a third time keeps its plan: planning cost more than the answers on a deadline's evening.
            "server_side_binding": True,
            "prepare_threshold": 3,
            # The first times, joins are taken in the order we wrote: 0.7 ms of planning instead of 3.5 for seven.
            "options": "-c join_collapse_limit=4",
        },
    }


DATABASES = {"default": _postgresql(env.DATABASE) if env.DATABASE else _SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Shared by all server processes, for rate limits; the page cache has its own memory.
    # Its table comes with the accounts' migrations. Room for many addresses: a full cache forgets counts.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

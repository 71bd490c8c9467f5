"""The settings of the tests: those of the site, in a folder of their own, with what must not wait made quick."""

import os
import tempfile

os.environ.setdefault("JUMELAGE_DATA", tempfile.mkdtemp(prefix="jumelage-tests-"))
os.environ.setdefault("JUMELAGE_SECRET", "tests-only-" * 6)
os.environ.setdefault("JUMELAGE_AUDIT_KEY", "tests-only-audit-key")

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# Records that the tests make by hand write no journal line: only the page cache's own tests switch it on.
PAGE_CACHE_BYTES = 0
# In a file: in memory, threads share one cache and do not wait for one another as they do in reality.
DATABASES["default"]["TEST"] = {"NAME": env.DATA / "tests.sqlite3"} if not env.DATABASE else {}  # noqa: F405

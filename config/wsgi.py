"""The server's entry: `gunicorn config.wsgi`."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils.translation import override

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# Read the address book in every language now: else the first visitor of each process waits seconds for it.
for _code, _ in settings.LANGUAGES:
    with override(_code):
        reverse("home")

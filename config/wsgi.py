"""The server's entry: `gunicorn config.wsgi`."""

import os
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# Read the address book in every language now: else the first visitor of each process waits seconds for it.
for _code, _ in settings.LANGUAGES:
    with override(_code):
        reverse("home")
# And our templates: when hundreds come to a process that has just begun, each of its threads would read the same ones.
for _room in apps.get_app_configs():
    if _room.name.startswith("jumelage."):
        _folder = Path(_room.path, "templates")
        for _file in _folder.rglob("*.html"):
            get_template(str(_file.relative_to(_folder)))

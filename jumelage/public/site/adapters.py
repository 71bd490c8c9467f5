"""Where staticfiles finds the stylesheets that the parts in `design/` make, and who writes which page."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from jumelage.foundation.accounts.permissions import may
from jumelage.public.site.choices import Act

# Each stylesheet and the folder of its parts: every page has the first, the forms to apply have the second too.
STYLESHEETS = {"css/site.css": "design/css", "css/forms.css": "design/css-forms"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
AROUND = re.compile(r"\s*([{};])\s*|(?<=[:,])\s+")


def join_stylesheet(folder: Path) -> str:
    """The parts of a folder as one text: the order of layers if it holds one, then the rest by path; no comments.

    The cascade layers decide who wins, so no list of files has to be kept.
    """
    parts = sorted(folder.rglob("*.css"), key=lambda part: (part.name != "layers.css", part))
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return AROUND.sub(r"\1", COMMENT.sub("", text)).strip() + "\n"


class StylesheetFinder(BaseFinder):
    """Finds the stylesheets, each written anew in the data folder whenever a part of it has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """One folder, whatever apps Django names."""
        self.storage = FileSystemStorage(location=settings.STYLESHEET_ROOT)
        super().__init__(*args, **kwargs)

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing can be set wrongly."""
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """The file's address on disk when `path` names a stylesheet; nothing otherwise."""
        if path not in STYLESHEETS:
            return []
        file = str(self._written(path))
        return [file] if find_all else file

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """Every stylesheet, for collectstatic."""
        for name in STYLESHEETS:
            self._written(name)
            yield name, self.storage

    def _written(self, name: str) -> Path:
        text = join_stylesheet(settings.BASE_DIR / STYLESHEETS[name])
        file = Path(self.storage.path(name))
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Written aside and moved, so that nobody reads half a file.
            aside = file.with_suffix(f".{os.getpid()}")
            aside.write_text(text, encoding="utf-8")
            aside.replace(file)
        return file


class ActPagePolicy(PagePermissionPolicy):
    """Wagtail asks for permissions on pages; they follow from the acts of people's roles, on the whole tree."""

    def get_all_permissions_for_user(self, user: Any) -> list[GroupPagePermission]:
        """What the acts of `user` allow; superusers are asked about elsewhere."""
        if not user.is_authenticated or user.is_superuser:
            return []
        names = {"add_page", "change_page"} if may(user, Act.WRITE_PAGES) else set()
        names |= {"publish_page"} if may(user, Act.PUBLISH_PAGES) else set()
        root = Page.objects.filter(depth=1).first() if names else None
        return [
            # Wagtail puts them into sets: each has a number of its own, which no row of the table has.
            GroupPagePermission(pk=-number, page=root, permission=Permission(codename=name))
            for number, name in enumerate(sorted(names), start=1)
            if root
        ]

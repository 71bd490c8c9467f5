"""The demonstration's start."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from jumelage.public.desk.management.commands import demo


def test_is_refused_on_a_real_site(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="JUMELAGE_DEMO"):
        call_command("demo", "demo/brussels")


def test_static_files_are_collected_again_only_when_they_changed(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a{}")
    settings.STATICFILES_DIRS = [str(source)]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    calls = []

    def collect(name: str, **_options: object) -> None:
        calls.append(name)
        settings.STATIC_ROOT.mkdir(exist_ok=True)

    monkeypatch.setattr(demo, "call_command", collect)
    demo.get_finders.__globals__["get_finder"].cache_clear()
    demo.collect_static()
    demo.collect_static()
    assert calls == ["collectstatic"]
    (source / "a.css").write_text("a{color:red}")
    demo.collect_static()
    assert calls == ["collectstatic", "collectstatic"]
    demo.get_finders.__globals__["get_finder"].cache_clear()


def test_prepares_loads_and_serves(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.DEMO, settings.MEDIA_ROOT = True, tmp_path / "media"
    done: list[str] = []
    monkeypatch.setattr(
        demo, "call_command", lambda name, *args, **_options: done.append(" ".join([name, *args]))
    )
    monkeypatch.setattr(demo, "collect_static", lambda: done.append("collectstatic"))
    monkeypatch.setattr(demo, "serve", lambda: done.append("serve"))
    call_command("demo", "demo/brussels")
    assert done == ["migrate", "collectstatic", "load demo/brussels", "demo_accounts", "serve"]

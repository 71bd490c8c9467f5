"""Two acts of the desk went to rooms of their own: the roles that a city holds follow, its own roles too."""

from django.db import migrations

NAMES = {"desk.set-up": "site.set-up", "desk.load": "loading.load"}


def renamed(apps, names):
    for role in apps.get_model("accounts", "Role")._base_manager.all():
        if not set(names).isdisjoint(role.acts):
            role.acts = sorted({names.get(act, act) for act in role.acts})
            role.save(update_fields=["acts"])


def rename(apps, schema_editor):
    renamed(apps, NAMES)


def name_back(apps, schema_editor):
    renamed(apps, {new: old for old, new in NAMES.items()})


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_cacherow_user_erased_at")]

    operations = [migrations.RunPython(rename, name_back)]

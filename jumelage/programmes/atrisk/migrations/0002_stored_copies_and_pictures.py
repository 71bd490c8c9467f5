"""Whether a stored copy was read; the kind of a picture, which was always JPEG before."""

from django.db import migrations, models


def name_kinds(apps, schema_editor):
    people = apps.get_model("atrisk", "AdoptedPerson")._base_manager
    people.exclude(image="").update(image_type="image/jpeg")


class Migration(migrations.Migration):
    dependencies = [("atrisk", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="adoptedperson",
            name="image_type",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="statuscheck",
            name="stored_copy",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="adoptedperson",
            name="image",
            field=models.FileField(blank=True, max_length=200, upload_to="atrisk/"),
        ),
        migrations.RunPython(name_kinds, migrations.RunPython.noop),
    ]

"""Make the search index anew, from the records alone."""

from django.db import transaction

from jumelage.public.site.models import SearchEntry, Word
from jumelage.public.site.queries.search_texts import indexed_models
from jumelage.public.site.services.index_record import index_record


def rebuild_index() -> int:
    """Forget every entry and index every record again; the number of entries. Needed after a change of the rules."""
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        Word.objects.all().delete()
        for model in indexed_models():
            for record in model._default_manager.order_by("pk").iterator():
                index_record(record)
        return SearchEntry.objects.count()

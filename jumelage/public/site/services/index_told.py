"""Keep the search index in step with what a line of the journal tells."""

from jumelage.foundation.audit.models import Entry
from jumelage.public.site.queries.search_texts import indexed_models, records_told_by
from jumelage.public.site.services.index_record import forget_record, index_record


def index_told(entry: Entry) -> None:
    """Index again the record that a public line is about, and those that tell of it; forget it when it is gone."""
    label, _, key = entry.record.partition(":")
    told = records_told_by(label, key)
    for record in told:
        index_record(record)
    if not told and label in {model._meta.label_lower for model in indexed_models()}:
        forget_record(entry.record)

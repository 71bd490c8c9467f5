"""Which days of a form may be compared.

Source: Jumelage, issue 4, item 2: rules on any field, told where the answer is typed.
"""

from jumelage.foundation.questionnaires.queries.answering import Definition, Field, Kind


def days_beside(definition: Definition, code: str) -> list[Field]:
    """The other date questions of the form; for a column, "activities.end", the other date columns of its table."""
    name, _apart, column = code.partition(".")
    others = definition.by_code[name].columns if column else definition.fields
    return [one for one in others if one.kind is Kind.DATE and one.code != (column or name)]

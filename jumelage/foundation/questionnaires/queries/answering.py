"""The rules of forms, as other rooms use them: what is asked, how answers are read, what is wrong with them.

`answers` is a plain JSON mapping of field codes to values, kept by the room that asked; `context` a plain mapping such
as `{"track": "cooperation", "cap_cents": 800000}`.
"""

from jumelage.foundation.questionnaires.rules.budget import (
    Limits,
    Totals,
    limits_of,
    totals_of,
)
from jumelage.foundation.questionnaires.rules.changes import (
    LEFT_BEHIND,
    Change,
    Changed,
    carry,
    changes,
    left_behind,
)
from jumelage.foundation.questionnaires.rules.checking import (
    Completeness,
    Problem,
    completeness,
    problems,
)
from jumelage.foundation.questionnaires.rules.conditions import (
    fields_in,
    is_answered,
    tests_in,
    visible_fields,
    visible_sections,
)
from jumelage.foundation.questionnaires.rules.definition import (
    CELLS,
    CONTEXT,
    PARTS,
    SILENT,
    TEXTUAL,
    Budget,
    Choice,
    Condition,
    Definition,
    Field,
    Group,
    Kind,
    Operator,
    Section,
    Test,
    Texts,
    Unit,
    text_in,
)
from jumelage.foundation.questionnaires.rules.mistakes import (
    articles_in,
    definition_mistakes,
)
from jumelage.foundation.questionnaires.rules.posted import (
    Reading,
    input_name,
    parse_posted,
    read_section,
    was_sent,
)
from jumelage.foundation.questionnaires.rules.reading import (
    Mistake,
    condition_json,
    read_condition,
    read_definition,
    written,
)
from jumelage.foundation.questionnaires.rules.texts import (
    clean,
    count,
)
from jumelage.foundation.questionnaires.rules.values import (
    parse_day,
    parse_money,
    parse_number,
    written_money,
    written_number,
)

__all__ = [
    "CELLS",
    "CONTEXT",
    "LEFT_BEHIND",
    "PARTS",
    "SILENT",
    "TEXTUAL",
    "Budget",
    "Change",
    "Changed",
    "Choice",
    "Completeness",
    "Condition",
    "Definition",
    "Field",
    "Group",
    "Kind",
    "Limits",
    "Mistake",
    "Operator",
    "Problem",
    "Reading",
    "Section",
    "Test",
    "Texts",
    "Totals",
    "Unit",
    "articles_in",
    "carry",
    "changes",
    "clean",
    "completeness",
    "condition_json",
    "count",
    "definition_mistakes",
    "fields_in",
    "input_name",
    "is_answered",
    "left_behind",
    "limits_of",
    "parse_day",
    "parse_money",
    "parse_number",
    "parse_posted",
    "problems",
    "read_condition",
    "read_definition",
    "read_section",
    "tests_in",
    "text_in",
    "totals_of",
    "visible_fields",
    "visible_sections",
    "was_sent",
    "written",
    "written_money",
    "written_number",
]

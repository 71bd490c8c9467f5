"""The rules of forms, as other rooms use them: what is asked, how answers are read, what is wrong with them.

`answers` is a plain JSON mapping of field codes to values, kept by the room that asked; `context` a plain mapping such
as `{"track": "cooperation", "cap_cents": 800000}`.
"""

from jumelage.foundation.questionnaires.rules.changes import (
    LEFT_BEHIND,
    Changed,
    carry,
    changes,
)
from jumelage.foundation.questionnaires.rules.checking import (
    Completeness,
    Problem,
    completeness,
    problems,
)
from jumelage.foundation.questionnaires.rules.conditions import (
    tests_in,
    visible_fields,
    visible_sections,
)
from jumelage.foundation.questionnaires.rules.definition import (
    CELLS,
    CONTEXT,
    PARTS,
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
    Unit,
    text_in,
)
from jumelage.foundation.questionnaires.rules.mistakes import (
    definition_mistakes,
)
from jumelage.foundation.questionnaires.rules.posted import (
    input_name,
    read_section,
)
from jumelage.foundation.questionnaires.rules.reading import (
    read_definition,
    written,
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
    "TEXTUAL",
    "Budget",
    "Changed",
    "Choice",
    "Completeness",
    "Condition",
    "Definition",
    "Field",
    "Group",
    "Kind",
    "Operator",
    "Problem",
    "Section",
    "Test",
    "Unit",
    "carry",
    "changes",
    "completeness",
    "definition_mistakes",
    "input_name",
    "parse_day",
    "parse_money",
    "parse_number",
    "problems",
    "read_definition",
    "read_section",
    "tests_in",
    "text_in",
    "visible_fields",
    "visible_sections",
    "written",
    "written_money",
    "written_number",
]

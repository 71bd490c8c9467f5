"""YAML read with the line of every value, and without the traps of YAML 1.1.

Only what a person expects is read as something else than text: numbers, true, false and null.
Source: YAML 1.2.2, chapter 10.2 (JSON schema).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from jumelage.public.loading.rules.mistakes import Mistake, Path

_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_YES_NO = {"yes", "no", "on", "off"}
# No data file nests deeper, and no number is longer: what is more is a trap or a slip.
_DEEPEST, _LONGEST_NUMBER = 30, 18


@dataclass
class Reading:
    """The value of a file, the line of each path in it, and the mistakes met."""

    file: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Line of `path`, or of the nearest thing around it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def wrong(self, line: int, code: str, **details: Any) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(self.file, line, code, details))


def read_yaml(file: str, text: str) -> Reading:
    """The value, lines and mistakes of `text`; the value is None where the text is not YAML."""
    reading = Reading(file)
    try:
        _refuse_clever(reading, text)
        node = None if _too_deep(reading) else yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        tab = "'\\t'" in (error.problem or "")
        reading.wrong(line, "yaml-tab" if tab else "yaml-syntax", problem=error.problem)
        return reading
    except yaml.YAMLError:
        reading.wrong(1, "yaml-character")
        return reading
    if node is None and not reading.mistakes:
        reading.wrong(1, "file-empty")
    elif node is not None and not reading.mistakes:
        reading.lines[()] = node.start_mark.line + 1
        reading.value = _value(reading, node, ())
    return reading


def _refuse_clever(reading: Reading, text: str) -> None:
    """Refuse references (`*name`) and types (`!name`): they hide what is read; stop where it nests too deeply."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            reading.wrong(line, "yaml-alias", name=event.anchor)
        elif tag := getattr(event, "tag", None):
            reading.wrong(line, "yaml-tag", name=tag)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            reading.wrong(line, "yaml-deep", limit=_DEEPEST)
            return


def _too_deep(reading: Reading) -> bool:
    return any(mistake.code == "yaml-deep" for mistake in reading.mistakes)


def _value(reading: Reading, node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.MappingNode):
        pairs = _pairs(reading, node, path)
        return {key: _value(reading, value, (*path, key)) for key, value in pairs}
    if isinstance(node, yaml.SequenceNode):
        values = []
        for number, item in enumerate(node.value):
            reading.lines[(*path, number)] = item.start_mark.line + 1
            values.append(_value(reading, item, (*path, number)))
        return values
    return _scalar(reading, node)


def _pairs(reading: Reading, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            reading.wrong(line, "yaml-key")
        elif (*path, key.value) in reading.lines:
            first = reading.lines[(*path, key.value)]
            reading.wrong(line, "key-twice", key=key.value, first=first)
        else:
            reading.lines[(*path, key.value)] = line
            yield key.value, value


def _scalar(reading: Reading, node: yaml.Node) -> Any:
    text: str = node.value
    if getattr(node, "style", None):
        return text
    if _DATE.fullmatch(text):
        reading.wrong(node.start_mark.line + 1, "date-unquoted", date=text)
    if text.lower() in _YES_NO:
        reading.wrong(node.start_mark.line + 1, "yes-no", word=text)
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text

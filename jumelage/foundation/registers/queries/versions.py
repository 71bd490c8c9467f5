"""Marks of texts, by which rooms that keep theirs elsewhere tell what somebody else changed meanwhile."""

from jumelage.foundation.registers.rules.versions import Texts, marks_of, meet, read, written

__all__ = ["Texts", "marks_of", "meet", "read", "written"]

"""Marks, what the city does, suppliers' certificates and the reminders about them."""

from jumelage.programmes.fairtrade.models.certificate import Certificate, Check, Reminder
from jumelage.programmes.fairtrade.models.mark import Mark
from jumelage.programmes.fairtrade.models.practice import Practice

__all__ = ["Certificate", "Check", "Mark", "Practice", "Reminder"]

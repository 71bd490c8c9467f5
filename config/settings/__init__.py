"""Settings by topic, not by environment; every variable is read in `env.py` and nowhere else."""

from config.settings.apps import *
from config.settings.auth import *
from config.settings.database import *
from config.settings.delivery import *
from config.settings.files import *
from config.settings.languages import *
from config.settings.logging import *
from config.settings.mail import *
from config.settings.security import *
from config.settings.work import *

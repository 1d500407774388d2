"""WSGI entry point. Refuses to serve while the gate's triggers are not all standing."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.production")
application = get_wsgi_application()

# Imported after Django is set up. A site whose guard is incomplete does not serve (law L1).
from django.db import connections  # noqa: E402
from guanwei.approvals.gate import check_triggers  # noqa: E402
from guanwei.approvals.gate.ownership import warn_owner  # noqa: E402

check_triggers()
warn_owner()
connections.close_all()

"""The server: threads, so that a slow visitor holds a thread and not a process."""

import os

# A container is reached from outside its loopback; anywhere else only the proxy on this machine asks.
bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 2
threads = 16
# Read once, before the processes part: a new one is there in a blink. New code comes with a restart of the service.
preload_app = True
# Against memory that is never given back. Each end of a process cuts uploads that take longer than half a minute:
# on the evening of a deadline it must not come every other minute.
max_requests = 50_000
max_requests_jitter = 10_000
timeout = 60
keepalive = 5
control_socket_disable = True

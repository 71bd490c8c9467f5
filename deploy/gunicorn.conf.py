"""The server: threads, so that a slow visitor holds a thread and not a process."""

import os

# A container is reached from outside its loopback; anywhere else only the proxy on this machine asks.
bind = f"{os.environ.get('BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 2
threads = 16
max_requests = 2000
max_requests_jitter = 200
timeout = 60
keepalive = 5
control_socket_disable = True

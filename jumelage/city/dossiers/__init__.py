"""What an organisation tells the city of itself, once for every year, and who may read and write it.

Used by the programmes. It must never be published: it is read by its members and by clerks alone.
"""

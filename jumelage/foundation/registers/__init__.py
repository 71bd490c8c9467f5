"""The staff's shell and its plain registers: lists, forms, history, exports, states of texts, long work.

Used by every room that staff keep records in. It must never show a restricted record, nor write but through a room's
service.
"""

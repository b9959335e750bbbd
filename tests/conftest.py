"""What every test may count on: no network, and the same examples each time."""

import socket

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    """Refuse any connection to another machine: the pipeline never needs one."""
    connect = socket.socket.connect

    def refuse(self, address):
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)
        message = "a test tried to reach the network"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)

"""Opens a page in Chromium without a network, over the DevTools pipe, and says what it saw."""

import fcntl
import json
import os
import select
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from importlib.resources import files
from tempfile import TemporaryDirectory

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)
PATIENCE = 60
OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
WIDTHS = (1280, 400)
SLIDES = (
    "[document.documentElement, ...document.querySelectorAll('.table')]"
    ".some(each => each.scrollWidth > each.clientWidth)"
)
"""The page itself, or a table in it, must be slid sideways to be read."""


@dataclass
class Visit:
    """What a page did: words on the console, addresses asked for, faults of access, overflow."""

    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    too_wide: list[int] = field(default_factory=list)


def visit(page):
    """Return what Chromium saw of a local page."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        talk = Talk(profile)
        try:
            return _look(talk, page)
        finally:
            talk.end()


def _look(talk, page):
    for domain in ("Page", "Runtime", "Log", "Network"):
        talk.ask(f"{domain}.enable")
    talk.ask("Network.emulateNetworkConditions", **OFFLINE)
    talk.ask("Page.navigate", url=page.as_uri())
    talk.until("Page.loadEventFired")
    talk.ask("Runtime.evaluate", expression=(files("axe_core_python") / "axe.min.js").read_text())
    told = talk.ask(
        "Runtime.evaluate",
        expression="axe.run().then(r => r.violations.map(v => `${v.id}: ${v.help} (${v.nodes.length})`))",
        awaitPromise=True,
        returnByValue=True,
    )
    seen = Visit(access=told["result"]["value"])
    for width in WIDTHS:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        talk.ask("Emulation.setDeviceMetricsOverride", **size)
        if talk.ask("Runtime.evaluate", expression=SLIDES, returnByValue=True)["result"]["value"]:
            seen.too_wide.append(width)
    for event in talk.events:
        what = event.get("params", {})
        match event["method"]:
            case "Log.entryAdded":
                seen.console.append(what["entry"]["text"])
            case "Runtime.consoleAPICalled":
                seen.console.append(" ".join(str(arg.get("value")) for arg in what["args"]))
            case "Runtime.exceptionThrown":
                seen.console.append(what["exceptionDetails"]["text"])
            case "Network.requestWillBeSent" if what["request"]["url"] != page.as_uri():
                seen.asked.append(what["request"]["url"][:100])
    return seen


class Talk:
    """A conversation with one tab: JSON messages that end in a zero byte, on file descriptors 3 and 4."""

    def __init__(self, profile):
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        command = [browser, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        redirect = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self.process = subprocess.Popen(
            [shutil.which("bash"), "-c", redirect, "bash", *command],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.ours_in, self.ours_out = ours_in, ours_out
        self.rest, self.events, self.number, self.session = b"", [], 0, None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def ask(self, method, **params):
        """Return the browser's answer to a command."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.ours_out, text) :]
        answer = self._next(lambda said: said.get("id") == self.number)
        assert "error" not in answer, f"{method}: {answer['error']}"
        return answer["result"]

    def until(self, method):
        """Wait for an event."""
        if not any(event["method"] == method for event in self.events):
            self._next(lambda said: said.get("method") == method)

    def end(self):
        """Close the browser."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        os.close(self.ours_in)
        os.close(self.ours_out)

    def _next(self, wanted):
        deadline = time.monotonic() + PATIENCE
        while True:
            while b"\0" in self.rest:
                text, self.rest = self.rest.split(b"\0", 1)
                said = json.loads(text)
                if "method" in said:
                    self.events.append(said)
                if wanted(said):
                    return said
            ready, _, _ = select.select([self.ours_in], [], [], deadline - time.monotonic())
            assert ready, "Chromium did not answer in time"
            received = os.read(self.ours_in, 1 << 16)
            assert received, "Chromium went away"
            self.rest += received


def _pipe():
    """Return a pipe whose ends stay clear of the descriptors 3 and 4."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high

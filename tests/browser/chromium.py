"""Drives a Chromium by its DevTools protocol over two pipes: nothing to install beside the browser.

https://chromedevtools.github.io/devtools-protocol/ ; with ``--remote-debugging-pipe`` the browser reads commands from
its file descriptor 3 and writes answers and events to 4, each message ended by a zero byte.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_PATIENCE = 30.0
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--hide-scrollbars", "--force-color-profile=srgb", "--lang=fr-FR",
)  # fmt: skip


class ScriptError(Exception):
    """What was evaluated in a page threw."""


class Chromium:
    """A browser with a profile of its own."""

    def __init__(self, profile: Path) -> None:
        assert PROGRAM is not None
        commands, self._out = os.pipe()
        self._in, answers = os.pipe()
        # The shell gives the pipes the numbers that the browser expects.
        script = f'exec "$@" 3<&{commands} 4>&{answers}'
        flags = [PROGRAM, *_FLAGS, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", script, "bash", *flags],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LANG": "fr_FR.UTF-8"},
        )
        os.close(commands)
        os.close(answers)
        self._held = b""
        self._last = 0
        self.events: list[dict[str, Any]] = []

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(10)
        os.close(self._in)
        os.close(self._out)

    def page(self, width: int = 1100, height: int = 900, dark: bool = False) -> "Page":
        """A new page, in a context of its own."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        target = self.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session, width, height, dark)

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """The result of a command; what happens meanwhile is kept in ``events``."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": params}
        os.write(self._out, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        until = time.monotonic() + _PATIENCE
        while (told := self._next(until - time.monotonic())).get("id") != self._last:
            self.events.append(told)
        assert "error" not in told, (method, told["error"])
        return dict(told["result"])

    def wait(self, method: str, session: str) -> None:
        """Until an event of that name came since the last :meth:`forget`."""
        until = time.monotonic() + _PATIENCE
        while not any(event["method"] == method and event.get("sessionId") == session for event in self.events):
            self.events.append(self._next(until - time.monotonic()))

    def _next(self, seconds: float) -> dict[str, Any]:
        until = time.monotonic() + seconds
        while b"\0" not in self._held:
            if not select.select([self._in], [], [], max(0.0, until - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            read = os.read(self._in, 1 << 20)
            assert read, "the browser ended"
            self._held += read
        message, _, self._held = self._held.partition(b"\0")
        return dict(json.loads(message))


class Page:
    """A page: where it goes, what it shows, what it asks for, what it complains of."""

    def __init__(self, browser: Chromium, session: str, width: int, height: int, dark: bool) -> None:
        self._browser = browser
        self._session = session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._ask(f"{domain}.enable")
        self._ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", media="", features=[scheme])

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.ask(method, self._session, **params)

    def go(self, address: str) -> None:
        """Open an address and wait until all of it is loaded."""
        self._forget("Page.loadEventFired")
        told = self._ask("Page.navigate", url=address)
        assert "errorText" not in told, (address, told)
        if "loaderId" in told:
            self._browser.wait("Page.loadEventFired", self._session)

    def follow(self, action: str) -> None:
        """Do what leads to another page (JavaScript), and wait for that one."""
        self._forget("Page.loadEventFired")
        self.run(action)
        self._browser.wait("Page.loadEventFired", self._session)

    def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited where it is a promise."""
        told = self._ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise ScriptError(json.dumps(told["exceptionDetails"])[:2000])
        return told["result"].get("value")

    def until(self, condition: str) -> None:
        """Until an expression is true."""
        until = time.monotonic() + _PATIENCE
        while not self.run(f"!!({condition})"):
            assert time.monotonic() < until, condition
            time.sleep(0.05)

    def without_scripts(self) -> None:
        """Pages opened from now on run none of their scripts."""
        self._ask("Emulation.setScriptExecutionDisabled", value=True)

    def picture(self, path: Path) -> None:
        """What is seen, as PNG."""
        path.write_bytes(base64.b64decode(self._ask("Page.captureScreenshot", format="png")["data"]))

    @property
    def asked(self) -> list[str]:
        """The addresses of all that the page asked for."""
        return [event["params"]["request"]["url"] for event in self._mine("Network.requestWillBeSent")]

    @property
    def complaints(self) -> list[str]:
        """Errors of scripts, of loading and of the content security policy."""
        thrown = [json.dumps(event["params"]) for event in self._mine("Runtime.exceptionThrown")]
        entries = [event["params"]["entry"] for event in self._mine("Log.entryAdded")]
        return thrown + [f"{entry['text']} {entry.get('url', '')}" for entry in entries if entry["level"] == "error"]

    def _mine(self, method: str) -> list[dict[str, Any]]:
        return [e for e in self._browser.events if e["method"] == method and e.get("sessionId") == self._session]

    def _forget(self, method: str) -> None:
        kept = [e for e in self._browser.events if e["method"] != method or e.get("sessionId") != self._session]
        self._browser.events[:] = kept

"""A headless Chromium, spoken to over a pipe: no driver to install; and axe, which judges what it shows.

Without Chromium the tests that need it are skipped. It sees the program's own fonts and no others, so that what
fits fits on every machine. axe comes with a package of the test group; where npm is
there, `start.py test` installs the newest one, which is then used instead.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src" / "serang_plan" / "rendering" / "fonts"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_NEWEST_AXE = ROOT / ".cache" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
          "--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-pipe",
          "--disable-component-update", "--font-render-hinting=none", "--lang=id")  # fmt: skip
_TOLD = ("Network.requestWillBeSent", "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled",
         "Page.javascriptDialogOpening")  # fmt: skip


class Told(NamedTuple):
    """Something the browser said while a page was open: a request, a dialog, a line on its console."""

    what: str
    about: str


class Browser:
    """One tab."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, os.fdopen(read, "rb", buffering=0)
        self._left, self._number, self._session = b"", 0, ""
        self.told: list[Told] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._ask(f"{domain}.enable")

    def open(self, path: Path, width: int, height: int = 800, scale: float = 1) -> None:
        """Open a file in a window of this size; `told` then holds what happened."""
        self.told.clear()
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 500}
        self._ask("Emulation.setDeviceMetricsOverride", **size)
        self._ask("Page.navigate", url=path.resolve().as_uri())
        self.evaluate("new Promise(done => document.readyState == 'complete' ? done() : onload = done)")

    def evaluate(self, script: str) -> Any:
        found = self._ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def emulate_media(self, media: str) -> None:
        """Show the page as on paper, or again as on a screen."""
        self._ask("Emulation.setEmulatedMedia", media=media)

    def press(self, key: str) -> None:
        """Press a key, and wait for the page that it may lead to."""
        code = {"Tab": 9, "Enter": 13}[key]
        pressed = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        self._ask("Input.dispatchKeyEvent", type="keyDown", **pressed, **text)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **pressed)
        for awaited in ("setTimeout(done, 50)", "document.readyState == 'complete' ? done() : onload = done"):
            while not self._evaluated(f"new Promise(done => {awaited})"):
                pass

    def _evaluated(self, script: str) -> bool:
        """Whether a page that was not left meanwhile has evaluated a script."""
        try:
            self.evaluate(script)
        except AssertionError as failed:
            if "Inspected target navigated" in str(failed):
                return False
            raise
        return True

    def axe(self) -> list[str]:
        """Return what axe finds wrong, a line for each thing."""
        self.evaluate(_axe() + "; undefined")
        found = json.loads(self.evaluate("axe.run().then(found => JSON.stringify(found.violations))"))
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        data = self._ask(
            "Page.captureScreenshot", format="png", captureBeyondViewport=whole, **self._clip(whole)
        )
        path.write_bytes(base64.b64decode(data["data"]))

    def pdf(self, path: Path) -> None:
        data = self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        path.write_bytes(base64.b64decode(data["data"]))

    def _clip(self, whole: bool) -> dict[str, Any]:
        if not whole:
            return {}
        size = self._ask("Page.getLayoutMetrics")["cssContentSize"]
        return {"clip": {**size, "scale": 1}}

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        message |= {"sessionId": self._session} if self._session else {}
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            if answer.get("method") in _TOLD:
                self.told.append(Told(answer["method"], json.dumps(answer["params"])))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = self._read.read(1 << 16)
            assert more, "the browser went away"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        return json.loads(one)


def _axe() -> str:
    if _NEWEST_AXE.exists():
        return _NEWEST_AXE.read_text(encoding="utf-8")
    return files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def with_own_fonts(folder: Path) -> dict[str, str]:
    """Return an environment with no other fonts than the program's own; its configuration goes into the folder."""
    path = folder / "fonts.conf"
    path.write_text(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}</cachedir>"
        "<alias><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>"
        '<alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>'
        "</fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(path)}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser with a profile of its own, and end it."""
    assert CHROMIUM
    to_read, write = os.pipe()
    read, to_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Chromium reads from 3 and writes to 4.
        shell = f'exec 3<&{to_read} 4>&{to_write}; exec "$0" "$@"'
        command = ["bash", "-c", shell, CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            command,
            pass_fds=(to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=with_own_fonts(Path(profile)),
        )
        os.close(to_read)
        os.close(to_write)
        try:
            yield Browser(write, read)
        finally:
            process.terminate()
            process.wait(10)

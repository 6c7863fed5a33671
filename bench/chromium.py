"""`python -m bench.chromium FOLDER COUNT`: HTML files of a folder as PDF, all in one Chromium, spoken to through pipes."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage")


def program() -> str | None:
    """Where Chromium is, if it is here."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def main(arguments: list[str]) -> None:
    """Print them one after the other in one page."""
    folder, count = Path(arguments[0]), int(arguments[1])
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(profile)
        for file in sorted(folder.glob("*.html"))[:count]:
            file.with_suffix(".chromium.pdf").write_bytes(browser.pdf(file.as_uri()))
        browser.close()


class Browser:
    """A running Chromium with one empty page."""

    def __init__(self, profile: str) -> None:
        listen, self._speak = os.pipe()
        self._hear, tell = os.pipe()
        words = " ".join((*OPTIONS, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"))
        # Chromium reads from 3 and writes to 4, whatever numbers the pipes have here
        shell = f'exec "{program()}" {words} 3<&{listen} 4>&{tell} >/dev/null 2>&1'
        self._process = subprocess.Popen(["sh", "-c", shell], pass_fds=(listen, tell))
        os.close(listen)
        os.close(tell)
        self._number, self._session, self._rest = 0, "", b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")

    def pdf(self, address: str) -> bytes:
        """One page of the web, printed as its style sheet says."""
        self._ask("Page.navigate", url=address)
        while self._next().get("method") != "Page.loadEventFired":
            pass
        printed = self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        """End it."""
        self._session = ""
        self._ask("Browser.close")
        self._process.wait()

    def _ask(self, method: str, **words: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": words, **({"sessionId": self._session} if self._session else {})}
        os.write(self._speak, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._hear, 1 << 20)
            if not piece:
                raise EOFError("Chromium has gone")
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


if __name__ == "__main__":
    main(sys.argv[1:])

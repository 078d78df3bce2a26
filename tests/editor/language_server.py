"""A text editor as the YAML language server sees one: opens files over stdio, asks, and hears of faults."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 60
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False, "url": ""},
        "kubernetesCRDStore": {"enable": False},
    },
}


class Editor:
    """An editor with one folder open."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: Queue[dict[str, Any]] = Queue()
        self._asked = 0
        self._faults: dict[str, list[dict[str, Any]]] = {}
        Thread(target=self._listen, daemon=True).start()
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": folder.name}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "publishDiagnostics": {},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=SETTINGS)

    def faults_of(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text and return what the server says is wrong with it."""
        uri = path.as_uri()
        self._tell(
            "textDocument/didOpen",
            textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text},
        )
        while uri not in self._faults:
            self._take()
        return self._faults[uri]

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown when the mouse rests on a place (from 0)."""
        answer = self.ask("textDocument/hover", **_at(path, line, column))
        return "" if answer is None else str(answer["contents"]["value"])

    def completions(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return the words that are offered at a place (from 0), with their descriptions."""
        answer = self.ask("textDocument/completion", **_at(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {one["label"]: _words(one.get("documentation", "")) for one in items}

    def close(self) -> None:
        """Leave at once."""
        self._process.kill()
        self._process.wait()

    # -- the protocol ------------------------------------------------------------

    def ask(self, method: str, **params: Any) -> Any:
        """Ask and return the answer."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            said = self._take()
            if said.get("id") == self._asked and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _take(self) -> dict[str, Any]:
        try:
            said = self._answers.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError("the language server said nothing more") from None
        if said.get("method") == "textDocument/publishDiagnostics":
            self._faults[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif "method" in said and "id" in said:
            self._send({"id": said["id"], "result": _reply(said)})
        return said

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            self._answers.put(json.loads(stream.read(length)))


def _reply(asked: dict[str, Any]) -> Any:
    if asked["method"] == "workspace/configuration":
        return [SETTINGS.get(item.get("section", "")) for item in asked["params"]["items"]]
    return None


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


def _words(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else str(documentation)

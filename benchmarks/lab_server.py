"""JupyterLab on a free port with a token, and a tab of Chromium that drives it as a person would."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
FLAGS += " --disable-component-update --disable-sync"
_SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},  # all cells are on the page
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
# Every code cell has a number; a cell that runs or waits has a star. After a cell that fails, the rest have none.
_DONE = """() => {
    const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p => p.innerText);
    const failed = document.querySelector('[data-mime-type="application/vnd.jupyter.error"]');
    return !prompts.some(p => p.includes('*')) && (failed || prompts.every(p => /\\d/.test(p)));
}"""


class Lab(NamedTuple):
    """A server, and the workspace that it shows."""

    address: str
    token: str
    workspace: Path

    def ask(self, path: str, method: str = "GET") -> Any:
        """Return what the server answers to a request."""
        headers = {"Authorization": f"token {self.token}"}
        request = urllib.request.Request(f"{self.address}/api/{path}", headers=headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or "null")

    def stop_kernels(self) -> None:
        """Stop all kernels, as a person does who closes a notebook for good."""
        for kernel in self.ask("kernels"):
            self.ask(f"kernels/{kernel['id']}", "DELETE")


@contextmanager
def serve(workspace: Path, own: Path, *, source: Path) -> Iterator[Lab]:
    """Run JupyterLab in a workspace; its settings lie in `own`, and its kernels import from `source`."""
    for name, values in _SETTINGS.items():
        file = own / "settings" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    folders = {f"JUPYTER_{name}_DIR": str(own / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    folders |= {f"JUPYTERLAB_{name}_DIR": str(own / name.lower()) for name in ("SETTINGS", "WORKSPACES")}
    variables = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
    variables |= folders | {"PYTHONPATH": str(source)}
    token, port = secrets.token_hex(16), _free_port()
    options = {"ip": "127.0.0.1", "port": port, "ServerApp.port_retries": 0, "IdentityProvider.token": token}
    options["ServerApp.root_dir"] = workspace
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (own / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=workspace, env=variables, stdout=log, stderr=log)
    lab = Lab(f"http://127.0.0.1:{port}", token, workspace)
    try:
        _wait_for(lab, server)
        yield lab
        lab.stop_kernels()
    finally:
        server.terminate()
        server.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(lab: Lab, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            lab.ask("status")
        except OSError:
            if server.poll() is not None:
                raise RuntimeError("JupyterLab ended before it answered") from None
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("JupyterLab does not answer")


def run_all(tab: Any, lab: Lab, name: str) -> dict[str, Any]:
    """Open a notebook, choose Run All Cells in the menu, save, and return the notebook with its outputs."""
    tab.goto(f"{lab.address}/lab/tree/notebooks/{name}?reset&token={lab.token}")
    tab.locator(".jp-NotebookPanel-toolbar").wait_for()
    tab.get_by_text("| Idle").wait_for()  # in the bar at the foot; before, JupyterLab would ask for a kernel
    tab.get_by_role("menuitem", name="Run", exact=True).click()
    tab.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    tab.wait_for_function(_DONE)
    tab.keyboard.press("Control+s")
    tab.locator(".jp-mod-dirty").wait_for(state="detached")
    file = lab.workspace / "notebooks" / name
    saved: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return saved


def errors(notebook: dict[str, Any]) -> list[str]:
    """Return what the cells of a notebook failed with."""
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    return [f"{output['ename']}: {output['evalue']}" for output in outputs if output["output_type"] == "error"]

"""What every room stands on; knows no room."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

_CHILD = """
import resource, sys
module, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
import importlib, json
answer = importlib.import_module(module).answer(sys.stdin.buffer.read(), *sys.argv[4:])
sys.stdout.write(json.dumps(answer))
"""


def opens(package: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a door whose package is also a Django app.

    Django imports the package before any model may exist, so the door opens a name ({name: module})
    only when somebody asks for it.
    """

    def open_door(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"{package} has no {name}")
        return getattr(import_module(f"{package}.{names[name]}"), name)

    return open_door


def confined(module: str, data: bytes, *arguments: str, seconds: int, memory: int) -> Any:
    """What `module.answer(data, *arguments)` says in a child process of limited CPU seconds and bytes.

    For what strangers hand in. The answer comes back as JSON; None when the child did not live to give one.
    """
    root = str(Path(__file__).resolve().parent.parent.parent)
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter, our own module)
            [sys.executable, "-c", _CHILD, module, str(seconds), str(memory), *arguments],
            input=data,
            capture_output=True,
            timeout=seconds * 3,
            env={"PYTHONPATH": root, "PATH": os.defpath, "LANG": "C.UTF-8"},
        )
        return json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        return None

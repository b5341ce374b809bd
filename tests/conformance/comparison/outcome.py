"""What one run of a program left behind, and the two ways to run it."""

import dataclasses
import hashlib
import json
import os
import pathlib
import pickle
import subprocess
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent.parent
TIME_LIMIT = 60  # real seconds for one run of Coroscope


@dataclasses.dataclass
class Outcome:
    status: int  # negative: killed by that signal
    stdout: bytes
    stderr: str
    steps: list  # one dict per event of the listing

    @classmethod
    def read(cls, status, base):
        return cls(status, _bytes(base + ".out"),
                   _bytes(base + ".err").decode("utf-8", "replace"),
                   _listing(_bytes(base + ".jsonl")))

    def moved(self, old, new):
        """The same run of the program at another path."""
        steps = json.loads(json.dumps(self.steps).replace(json.dumps(old)[1:-1],
                                                          json.dumps(new)[1:-1]))
        return Outcome(self.status, self.stdout.replace(old.encode(), new.encode()),
                       self.stderr.replace(old, new), steps)


def _bytes(path):
    try:
        return pathlib.Path(path).read_bytes()
    except FileNotFoundError:
        return b""


def _listing(data):
    rows = []
    for line in data.decode("utf-8", "surrogateescape").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            row = {"event": "unreadable", "text": line}
        last = rows[-1] if rows else {}
        if row.get("event") == "stdout" == last.get("event") and all(
                row.get(key) == last.get(key) for key in ("t", "task")):
            last["text"] += row["text"]
        else:
            rows.append(row)
    return rows


def _forget_steps(base):
    """A program that cannot run writes none: those of the one before must not stay."""
    pathlib.Path(base + ".jsonl").unlink(missing_ok=True)


class Reference:
    """A warm CPython which forks for every program."""

    def __init__(self):
        self._server = subprocess.Popen(
            [sys.executable, str(HERE / "reference.py"), "--serve"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONHASHSEED": "0"})

    def run(self, program, base):
        request = {"file": str(program), "stdout": base + ".out",
                   "stderr": base + ".err", "steps": base + ".jsonl"}
        _forget_steps(base)
        print(json.dumps(request), file=self._server.stdin, flush=True)
        return Outcome.read(int(self._server.stdout.readline()), base)

    def close(self):
        self._server.stdin.close()
        self._server.wait()


class RememberedReference(Reference):
    """One that keeps what CPython did, for the next sweep of the same programs.

    What is kept holds for one program under one state of the reference runner.
    """

    def __init__(self, folder):
        super().__init__()
        self._folder = folder
        self._runner = hashlib.sha256()
        for source in sorted(HERE.glob("virtual_cpython/*.py")):
            self._runner.update(source.read_bytes())

    def run(self, program, base):
        key = self._runner.copy()
        key.update(program.read_bytes())
        kept = self._folder / key.hexdigest()[:2] / key.hexdigest()[2:]
        if kept.exists():
            path, outcome = pickle.loads(zlib.decompress(kept.read_bytes()))
            return outcome.moved(path, str(program))
        outcome = super().run(program, base)
        if outcome.status < 0:
            return outcome  # killed: by its time limit, it may be, on a busy machine
        kept.parent.mkdir(parents=True, exist_ok=True)
        whole = kept.with_suffix(f".{id(self)}")
        whole.write_bytes(zlib.compress(pickle.dumps((str(program), outcome))))
        whole.rename(kept)
        return outcome


class Coroscope:
    """The binary under test."""

    def __init__(self, binary):
        self.binary = binary

    def run(self, program, base):
        command = [self.binary, "run", str(program),
                   "--steps", base + ".jsonl"]
        _forget_steps(base)
        with open(base + ".out", "wb") as out, open(base + ".err", "wb") as err:
            try:
                status = subprocess.run(command, stdin=subprocess.DEVNULL,
                                        stdout=out, stderr=err,
                                        timeout=TIME_LIMIT).returncode
            except subprocess.TimeoutExpired:
                status = -14
        return Outcome.read(status, base)

"""The step listing: one JSON object a line, in the order of happening."""

import io
import json

FIELDS = {
    "create": ("t", "task", "by"),
    "step": ("t", "task"),
    "suspend": ("t", "task"),
    "done": ("t", "task", "outcome", "exception"),
    "stdout": ("t", "task", "text"),
}
# An attribute of the tasks themselves: a collection lets go of what refers to them weakly before
# it closes what they run, which can schedule steps of theirs once more.
BIRTH = "_place_in_the_order_of_creation"


class Recorder:
    """Writes what tasks do; knows the running task and the order of birth."""

    def __init__(self, path, clock):
        self._file = open(path, "w", encoding="utf-8") if path else None
        self._clock = clock
        self._running = None
        self._born = 0
        self._unwritten = None  # a stdout event that may still grow
        self._merging = True

    def created_if_new(self, task):
        """Called whenever a step is scheduled: the first one is a birth."""
        if not self.birth(task):
            self._born += 1
            setattr(task, BIRTH, self._born)
            self._emit("create", task.get_name(), self._running_name())

    def birth(self, task):
        """The task's place in the order of creation."""
        return getattr(task, BIRTH, 0)

    def began(self, task):
        self._emit("step", task.get_name())
        self._running = task

    def ended(self, task):
        self._running = None
        name = task.get_name()
        if not task.done():
            self._emit("suspend", name)
        elif task.cancelled():
            self._emit("done", name, "cancelled", None)
        elif task._exception is None:  # unlike exception(), retrieves nothing
            self._emit("done", name, "returned", None)
        else:
            self._emit("done", name, "raised", type(task._exception).__name__)

    def wrote(self, text):
        if not text or self._file is None:
            return
        t, task = self._clock.now, self._running_name()
        last = self._unwritten
        if last and last["t"] == t and last["task"] == task:
            last["text"] += text
        else:
            self._flush()
            self._unwritten = {"event": "stdout", "t": t, "task": task,
                               "text": text}
        if not self._merging:
            self._flush()

    def finish(self):
        """From here on nothing is held back: the interpreter is ending."""
        self._merging = False
        self._flush()

    def _running_name(self):
        return self._running.get_name() if self._running else None

    def _emit(self, event, *values):
        if self._file is None:
            return
        self._flush()
        fields = zip(FIELDS[event], (self._clock.now, *values))
        self._write({"event": event, **dict(fields)})

    def _flush(self):
        if self._unwritten:
            self._write(self._unwritten)
            self._unwritten = None
        if self._file and not self._merging:
            self._file.flush()

    def _write(self, row):
        self._file.write(json.dumps(row, ensure_ascii=False,
                                    separators=(",", ":")) + "\n")


class RecordedStdout(io.TextIOWrapper):
    """Standard output that tells the recorder what passes through it."""

    def __init__(self, binary, recorder):
        super().__init__(binary, encoding="utf-8", newline="\n")
        self._recorder = recorder

    def write(self, text, /):
        count = super().write(text)
        self._recorder.wrote(text)
        return count

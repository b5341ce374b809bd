"""Pushing data through generator coroutines: source, filters, broadcast and sinks."""


def coroutine(function):
    def start(*args, **kwargs):
        made = function(*args, **kwargs)
        made.send(None)
        return made
    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print(f"grep {pattern!r} closes")
        target.close()


@coroutine
def broadcast(*targets):
    try:
        while True:
            item = yield
            for target in targets:
                target.send(item)
    finally:
        for target in targets:
            target.close()


@coroutine
def numbered(target):
    n = 0
    with_target = target.send
    while True:
        item = yield
        n += 1
        with_target(f"{n}: {item}")


@coroutine
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    except GeneratorExit:
        print(prefix, "(end)")


@coroutine
def collect(into):
    while True:
        into.append((yield))


log = """GET /index
POST /form
GET /about
error: disk
GET /error""".splitlines()
errors = []
pipe = broadcast(grep("GET", numbered(printer("[get]"))), grep("error", collect(errors)), grep("POST", printer("[post]")))
for line in log:
    pipe.send(line)
print("errors:", errors)
pipe.close()
try:
    pipe.send("late")
except StopIteration:
    print("the pipe is closed")

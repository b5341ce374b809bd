"""Pipes between processes: what goes through, and what their ends allow."""
import time
from multiprocessing import Pipe, Process


class Message:
    def __init__(self, text):
        self.text = text


def answer(connection):
    message = connection.recv()
    print("child has", message.text, connection.poll())
    message.text = "changed"
    time.sleep(1)
    connection.send([message.text, {"n": 1}])
    connection.close()


def count(connection, to):
    with connection:
        for number in range(to):
            time.sleep(0.5)
            connection.send(number)


def failed(function, *args):
    try:
        print(function(*args))
    except (OSError, EOFError) as error:
        print(repr(error))


if __name__ == "__main__":
    mine, theirs = Pipe()
    print(type(mine).__name__, mine.readable, mine.writable, mine.closed)
    process = Process(target=answer, args=(theirs,))
    process.start()
    message = Message("hello")
    mine.send(message)
    message.text = "later"
    print(mine.poll(0.25), mine.poll(2))
    print(mine.recv(), message.text)
    process.join()
    theirs.close()
    failed(mine.recv)
    failed(mine.send, 1)
    mine.close()
    failed(mine.recv)
    print(mine.closed, theirs.closed)

    receiver, sender = Pipe(duplex=False)
    print(receiver.writable, sender.readable)
    failed(receiver.send, 1)
    failed(sender.recv)
    process = Process(target=count, args=(sender, 3))
    process.start()
    sender.close()
    while True:
        try:
            print("got", receiver.recv())
        except EOFError:
            print("no more")
            break
    process.join()

    first, second = Pipe()
    given = [1]
    first.send(given)
    given.append(2)
    second.send("back")
    print(second.recv(), first.recv(), first.poll())

import signal

for number in (99, -1, 'a', 1.5, 2**40):
    for call in (signal.raise_signal, signal.getsignal):
        try:
            print(call(number))
        except (OSError, TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)
for arguments, named in (((), {}), ((1, 2), {}), ((), {'signalnum': 2})):
    try:
        signal.raise_signal(*arguments, **named)
    except TypeError as error:
        print(error)
print(signal.raise_signal(0))

import signal

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(2).name, signal.Signals['SIGHUP'], signal.SIGKILL + 1)
print(signal.strsignal(15), signal.getsignal(signal.SIGTERM), signal.SIG_IGN, repr(signal.SIG_DFL))
print(signal.signal(signal.SIGTERM, lambda number, frame: print('caught', number)))
signal.raise_signal(signal.SIGTERM)
print([each.name for each in (signal.SIGINT, signal.SIGUSR1)], signal.SIGINT in signal.valid_signals())

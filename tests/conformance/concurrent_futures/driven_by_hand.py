"""A future driven by hand, as an executor does it."""
# shows: concurrent.futures / Future.set_running_or_notify_cancel / True and running, or False where it was cancelled; once
# shows: concurrent.futures / Future.set_result / InvalidStateError where it is done
# shows: concurrent.futures / Future.set_exception / InvalidStateError where it is done
import concurrent.futures as cf


def state(future):
    return future.running(), future.cancelled(), future.done()


running, cancelled, failed = cf.Future(), cf.Future(), cf.Future()
print(running.set_running_or_notify_cancel(), state(running), running.cancel())
running.set_result("result")
print(state(running), running.result(), running.exception())
print(cancelled.cancel(), cancelled.cancel(), state(cancelled), cancelled.set_running_or_notify_cancel(), state(cancelled))
failed.set_exception(KeyError("key"))
print(state(failed), repr(failed.exception()))
for future in (running, cancelled, failed):
    for again in (lambda: future.set_result(1), lambda: future.set_exception(KeyError())):
        try:
            again()
        except cf.InvalidStateError as error:
            print(str(error).split(": <")[0])

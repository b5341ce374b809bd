// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/help_text.h"

#include <algorithm>

namespace coroscope::app {

const std::vector<HelpEntry>& helpEntries() {
    static const std::vector<HelpEntry> entries{
        {"asyncio.run", "asyncio.run(main, *, debug=None)",
         "Starts an event loop, runs main() on it to its end, cancels what is left, closes the "
         "loop."},
        {"asyncio.sleep", "asyncio.sleep(delay, result=None)",
         "Lets others run for at least delay seconds. sleep(0) only lets everybody else have a "
         "turn."},
        {"asyncio.create_task", "asyncio.create_task(coro, *, name=None)",
         "Makes a task of the coroutine. It begins at the loop's next turn, not at once."},
        {"asyncio.gather", "asyncio.gather(*aws, return_exceptions=False)",
         "Runs all of them side by side; gives the list of results when the slowest is done. "
         "Raises as soon as one fails, unless return_exceptions is set."},
        {"asyncio.wait_for", "asyncio.wait_for(aw, timeout)",
         "Waits at most timeout seconds; then cancels it and raises TimeoutError."},
        {"asyncio.wait", "asyncio.wait(tasks, *, timeout=None, return_when=ALL_COMPLETED)",
         "Waits until some of the tasks are done; gives the sets (done, pending). Cancels none."},
        {"asyncio.shield", "asyncio.shield(aw)",
         "Keeps a cancel of the waiter from what is inside; the inside goes on."},
        {"asyncio.timeout", "asyncio.timeout(delay)",
         "async with: cancels its block after delay seconds and raises TimeoutError."},
        {"asyncio.as_completed", "asyncio.as_completed(aws, *, timeout=None)",
         "Gives them one by one, in the order in which they are done."},
        {"asyncio.to_thread", "asyncio.to_thread(func, *args)",
         "Runs a blocking function in a worker thread, so that the loop stays free."},
        {"asyncio.TaskGroup", "asyncio.TaskGroup()",
         "async with: waits for all its tasks; if one fails, the others are cancelled."},
        {"asyncio.Lock", "asyncio.Lock()", "Only one task at a time may be inside async with."},
        {"asyncio.Semaphore", "asyncio.Semaphore(value=1)",
         "At most value tasks at a time may be inside async with."},
        {"asyncio.BoundedSemaphore", "asyncio.BoundedSemaphore(value=1)",
         "A semaphore that may not be released more often than acquired."},
        {"asyncio.Event", "asyncio.Event()",
         "A flag: wait() sleeps until somebody calls set(); then all who wait go on."},
        {"asyncio.Condition", "asyncio.Condition(lock=None)",
         "A lock with wait() and notify(): sleep until another task says that something changed."},
        {"asyncio.Barrier", "asyncio.Barrier(parties)",
         "wait() sleeps until as many tasks as parties have come; then all go on."},
        {"asyncio.Queue", "asyncio.Queue(maxsize=0)",
         "get() waits for an item, put() for room: tasks hand each other work."},
        {"asyncio.PriorityQueue", "asyncio.PriorityQueue(maxsize=0)",
         "A queue that gives the smallest item first."},
        {"asyncio.LifoQueue", "asyncio.LifoQueue(maxsize=0)",
         "A queue that gives the newest item first."},
        {"asyncio.CancelledError", "asyncio.CancelledError",
         "Raised at the await of a task that was asked to cancel. Clean up, then let it go on."},
        {"asyncio.TimeoutError", "asyncio.TimeoutError",
         "Raised when a time-out is over; the same as the builtin TimeoutError."},
        {"asyncio.InvalidStateError", "asyncio.InvalidStateError",
         "A future's result was asked for before it is there, or set twice."},
        {"asyncio.QueueEmpty", "asyncio.QueueEmpty", "get_nowait() found nothing."},
        {"asyncio.QueueFull", "asyncio.QueueFull", "put_nowait() found no room."},
        {"asyncio.current_task", "asyncio.current_task()", "The task whose code this is."},
        {"asyncio.all_tasks", "asyncio.all_tasks()", "All tasks that are not done yet."},
        {"asyncio.get_running_loop", "asyncio.get_running_loop()", "The event loop that runs us."},
        {"asyncio.get_event_loop", "asyncio.get_event_loop()", "The event loop that runs us."},
        {"asyncio.iscoroutine", "asyncio.iscoroutine(obj)", "Is it a coroutine object?"},
        {"asyncio.iscoroutinefunction", "asyncio.iscoroutinefunction(func)",
         "Was it defined by async def?"},
        {"asyncio.FIRST_COMPLETED", "asyncio.FIRST_COMPLETED",
         "wait() goes on when the first is done."},
        {"asyncio.FIRST_EXCEPTION", "asyncio.FIRST_EXCEPTION",
         "wait() goes on when the first fails, or all are done."},
        {"asyncio.ALL_COMPLETED", "asyncio.ALL_COMPLETED", "wait() goes on when all are done."},
        {"asyncio.ensure_future", "asyncio.ensure_future(obj, *, loop=None)",
         "Makes a task of a coroutine; gives a task or a future back as it is."},
        {"asyncio.wrap_future", "asyncio.wrap_future(future, *, loop=None)",
         "Makes a future that can be awaited of one of concurrent.futures."},
        {"asyncio.isfuture", "asyncio.isfuture(obj)", "Is it a future or a task?"},
        {"asyncio.timeout_at", "asyncio.timeout_at(when)",
         "As timeout(), but until the loop's clock shows when."},
        {"asyncio.Timeout", "asyncio.Timeout",
         "What async with asyncio.timeout() as t gives: t.reschedule(), t.expired()."},
        {"asyncio.run_coroutine_threadsafe", "asyncio.run_coroutine_threadsafe(coro, loop)",
         "From another thread: runs the coroutine on the loop; gives a future of that thread's."},
        {"asyncio.Runner", "asyncio.Runner(*, debug=None, loop_factory=None)",
         "with: runs several coroutines one after the other on one loop."},
        {"asyncio.Task", "asyncio.Task",
         "A coroutine on the loop, and a future for what it returns. create_task() makes it."},
        {"asyncio.Future", "asyncio.Future",
         "A promise of a result: await it; somebody calls set_result."},
        {"asyncio.Handle", "asyncio.Handle",
         "A call that stands in the ready queue; cancel() takes it back."},
        {"asyncio.TimerHandle", "asyncio.TimerHandle",
         "A call that waits for its time; cancel() takes it back, when() tells the time."},
        {"asyncio.new_event_loop", "asyncio.new_event_loop()",
         "Makes a loop to be run by hand; asyncio.run() makes its own."},
        {"asyncio.set_event_loop", "asyncio.set_event_loop(loop)",
         "What get_event_loop() gives in this thread from now on."},
        {"asyncio.get_event_loop_policy", "asyncio.get_event_loop_policy()",
         "Who makes the loops."},
        {"asyncio.set_event_loop_policy", "asyncio.set_event_loop_policy(policy)",
         "Who makes the loops from now on."},
        {"asyncio.AbstractEventLoop", "asyncio.AbstractEventLoop", "What every loop can do."},
        {"asyncio.BaseEventLoop", "asyncio.BaseEventLoop", "What the loops have in common."},
        {"asyncio.SelectorEventLoop", "asyncio.SelectorEventLoop", "The loop of Unix systems."},
        {"asyncio.AbstractEventLoopPolicy", "asyncio.AbstractEventLoopPolicy",
         "What every policy can do: it makes loops."},
        {"asyncio.BaseDefaultEventLoopPolicy", "asyncio.BaseDefaultEventLoopPolicy",
         "One loop for each thread."},
        {"asyncio.DefaultEventLoopPolicy", "asyncio.DefaultEventLoopPolicy",
         "The policy if nobody sets another."},
        {"asyncio.BrokenBarrierError", "asyncio.BrokenBarrierError",
         "Raised in those who wait at a barrier that was reset or aborted."},
        {"asyncio.IncompleteReadError", "asyncio.IncompleteReadError",
         "A stream ended before all that was to be read."},
        {"asyncio.LimitOverrunError", "asyncio.LimitOverrunError",
         "A stream's buffer is full and the separator was not found."},
        {"asyncio.SendfileNotAvailableError", "asyncio.SendfileNotAvailableError",
         "The system cannot send this file by itself."},
        {"loop.run_until_complete", "loop.run_until_complete(future)",
         "Runs the loop until it is done; gives its result."},
        {"loop.run_forever", "loop.run_forever()", "Runs the loop until somebody calls stop()."},
        {"loop.call_soon_threadsafe", "loop.call_soon_threadsafe(callback, *args)",
         "As call_soon(), from another thread: it wakes the loop."},
        {"loop.create_future", "loop.create_future()",
         "A promise of a result: await it; somebody calls set_result."},
        {"loop.call_soon", "loop.call_soon(callback, *args)",
         "Puts a call at the end of the ready queue."},
        {"loop.call_later", "loop.call_later(delay, callback, *args)",
         "Calls it after delay seconds."},
        {"loop.call_at", "loop.call_at(when, callback, *args)",
         "Calls it when the loop's clock shows when."},
        {"loop.run_in_executor", "loop.run_in_executor(executor, func, *args)",
         "Runs a blocking function in a worker thread; gives a future."},
        {"task.cancel", "task.cancel(msg=None)",
         "Asks the task to stop: CancelledError is raised at its await, on its next turn."},
        {"task.cancelled", "task.cancelled()", "Did it end by CancelledError?"},
        {"task.done", "task.done()", "Is it over: returned, failed or cancelled?"},
        {"task.result", "task.result()", "What it returned; raises what it raised."},
        {"task.exception", "task.exception()", "What it raised, or None."},
        {"task.add_done_callback", "task.add_done_callback(callback)",
         "Calls callback(task) on the loop once it is done."},
        {"task.cancelling", "task.cancelling()",
         "How many cancels were asked for and not taken back."},
        {"task.uncancel", "task.uncancel()", "Takes one cancel back, as timeout() does."},
        {"task.get_name", "task.get_name()", "Its name: Task-1, or what it was given."},
        {"task.set_name", "task.set_name(value)", "Gives it another name."},
        {"task.get_coro", "task.get_coro()", "The coroutine that it runs."},
        {"task.remove_done_callback", "task.remove_done_callback(callback)",
         "Calls it no longer; tells how often it was there."},
        {"queue.put_nowait", "queue.put_nowait(item)", "Puts it in at once, or raises QueueFull."},
        {"queue.get_nowait", "queue.get_nowait()",
         "Takes the next item at once, or raises QueueEmpty."},
        {"queue.task_done", "queue.task_done()",
         "Says that an item that was taken is worked off; join() counts that."},
        {"condition.notify", "condition.notify(n=1)",
         "Wakes n of those who wait; each goes on once it has the lock again."},
        {"condition.notify_all", "condition.notify_all()",
         "Wakes all who wait; each goes on once it has the lock again."},
        {"future.set_result", "future.set_result(result)",
         "Keeps the promise: all who wait for it are woken."},
        {"future.set_exception", "future.set_exception(exception)",
         "Raises the exception in all who wait for it."},
        {"time.sleep", "time.sleep(seconds)",
         "Stops the whole thread: no other task can run meanwhile. In a coroutine, use await "
         "asyncio.sleep."},
        {"await", "await x",
         "Waits for x. If it is not ready, control goes back to the event loop, and others run."},
        {"async", "async def, async with, async for",
         "Code that may wait. Calling an async def function runs nothing yet: it gives a "
         "coroutine."},
    };
    return entries;
}

const HelpEntry* helpOn(const QString& name) {
    if (name.isEmpty()) return nullptr;
    const auto& entries = helpEntries();
    const auto find = [&entries](auto matches) -> const HelpEntry* {
        const auto found = std::find_if(entries.begin(), entries.end(), matches);
        return found == entries.end() ? nullptr : &*found;
    };
    const HelpEntry* exact =
        find([&](const HelpEntry& entry) { return name == QLatin1String(entry.name); });
    if (exact != nullptr) return exact;
    const QString last = name.section(QLatin1Char('.'), -1);
    // `sleep` alone may be anything; `task.cancel` is told by its second part.
    if (last == name) {
        return find([&](const HelpEntry& entry) {
            const QString known = QLatin1String(entry.name);
            return known.startsWith(QLatin1String("asyncio.")) && known.mid(8) == name &&
                   (name.size() > 5 || name[0].isUpper());
        });
    }
    if (name.startsWith(QLatin1String("asyncio."))) return nullptr;
    return find([&](const HelpEntry& entry) {
        const QString known = QLatin1String(entry.name);
        return !known.startsWith(QLatin1String("asyncio.")) &&
               !known.startsWith(QLatin1String("time.")) &&
               known.section(QLatin1Char('.'), -1) == last && known.contains(QLatin1Char('.'));
    });
}

namespace {

bool isPart(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

}  // namespace

const HelpEntry* helpAt(const QString& line, int column) {
    const QString name = dottedNameAt(line, column);
    if (name.isEmpty()) return nullptr;
    if (const HelpEntry* entry = helpOn(name)) return entry;
    int last = column;
    while (last + 1 < line.size() && isPart(line[last + 1])) ++last;
    return helpOn(dottedNameAt(line, last));
}

QString dottedNameAt(const QString& line, int column) {
    const int length = static_cast<int>(line.size());
    if (column < 0 || column >= length || !isPart(line[column])) return {};
    int begin = column;
    int end = column;
    while (begin > 0 && isPart(line[begin - 1])) --begin;
    // Up to the part that is pointed at: on `asyncio` of `asyncio.run`, that is all.
    while (end < length && isPart(line[end]) && line[end] != QLatin1Char('.')) ++end;
    return line.mid(begin, end - begin);
}

}  // namespace coroscope::app

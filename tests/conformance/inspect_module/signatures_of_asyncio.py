"""The signatures of asyncio's functions, classes and methods."""
import asyncio
import inspect

NAMES = """run sleep create_task ensure_future gather shield wait_for wait as_completed current_task all_tasks
    run_coroutine_threadsafe to_thread wrap_future timeout timeout_at get_running_loop get_event_loop new_event_loop
    set_event_loop isfuture iscoroutine iscoroutinefunction Future Task Timeout Lock Event Semaphore BoundedSemaphore
    Condition Barrier TaskGroup Runner Queue PriorityQueue LifoQueue"""
METHODS = {
    "Lock": "acquire release locked",
    "Event": "wait set clear is_set",
    "Condition": "wait wait_for notify notify_all",
    "Semaphore": "acquire release locked",
    "Barrier": "wait reset abort",
    "Queue": "put get put_nowait get_nowait join task_done qsize empty full",
    "TaskGroup": "create_task __aenter__ __aexit__",
    "Runner": "run close get_loop",
    "Timeout": "when reschedule expired",
    "Future": "result exception set_result set_exception remove_done_callback cancel cancelled done get_loop",
    "Task": "cancel get_name set_name get_coro get_stack print_stack cancelling uncancel",
    "TimerHandle": "when cancelled",
    "SelectorEventLoop": """run_until_complete run_forever stop close is_running is_closed time create_future create_task
        call_soon call_later call_at call_soon_threadsafe run_in_executor set_default_executor set_debug get_debug
        set_task_factory get_task_factory set_exception_handler get_exception_handler default_exception_handler
        call_exception_handler shutdown_asyncgens shutdown_default_executor add_signal_handler remove_signal_handler""",
}

for name in NAMES.split():
    print(name, inspect.signature(getattr(asyncio, name)))
for owner, names in METHODS.items():
    for name in names.split():
        print(owner, name, inspect.signature(getattr(getattr(asyncio, owner), name)))
bound = asyncio.Lock().acquire, asyncio.Queue().put, asyncio.new_event_loop().call_later, asyncio.Condition().acquire
print([str(inspect.signature(method)) for method in bound])

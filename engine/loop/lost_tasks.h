// Tasks and futures that only a cycle keeps.
#pragma once

#include "engine/loop/task.h"

namespace coroscope::loop {

/// all_tasks() knows it no more, even if a finalizer brings it back: CPython's WeakSet of tasks has
/// lost it by then.
void loseTask(RunContext& run, Task* task);

using Finalizer = void (*)(Vm& vm, Object* object);
/// Has it been finalized, and come back to life? Then it dies in silence (Objects/object.c,
/// PyObject_CallFinalizer). A class with a `__del__` sees to that itself, and may call ours from
/// it.
[[nodiscard]] inline bool isFinalizedAgain(Object* future, Finalizer ours) {
    if (future->type->slots.finalize != ours) return false;
    const bool again = (future->flags & kObjectFinalized) != 0;
    future->flags |= kObjectFinalized;
    return again;
}

}  // namespace coroscope::loop

// Task.get_stack and print_stack (Lib/asyncio/base_tasks.py).
#pragma once

#include "engine/loop/task.h"

namespace coroscope::loop {

void addStackMethods(Vm& vm, Type* taskType);

}  // namespace coroscope::loop

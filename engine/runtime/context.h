// Context variables (PEP 567; CPython's Python/context.c).
//
// A Context maps variables to values. Copying one is cheap: the copies share their table
// until one of them is changed. One context is current at any time; whoever runs code on
// another's behalf (a task, a callback) enters that one's context for as long.
#pragma once

#include "engine/runtime/type.h"
#include "engine/runtime/types/dict.h"

namespace coroscope::runtime {

struct Context : Object {
    Ptr<Dict> values;       ///< by ContextVar; shared with copies; null: empty
    Ptr<Context> previous;  ///< which was current before this one was entered
    bool entered = false;
};

struct ContextVar : Object {
    Ref name;
    Ref defaultValue;  ///< Unbound: none
};

/// The contexts of a Vm. Its types are made at the first need.
struct Contexts {
    Ptr<Context> current;  ///< null: nobody has looked at it yet, so it is empty
    Type* contextType = nullptr;
    Type* variableType = nullptr;
    Type* tokenType = nullptr;
    Type* missingType = nullptr;
    Ref missing;  ///< Token.MISSING

    void reset() {
        current.reset();
        missing.reset();
    }
};

[[nodiscard]] Context* currentContext(Vm& vm);
/// copy_context(): what a new task, callback or thread is to run in.
[[nodiscard]] Ptr<Context> copyContext(Vm& vm);
/// Makes a context the current one. Raises RuntimeError where it is entered already.
Status enterContext(Vm& vm, Context* context);
/// Back to the one that was current before; `context` is the current one.
void exitContext(Vm& vm, Context* context);
[[nodiscard]] bool isContext(Vm& vm, Value value);

}  // namespace coroscope::runtime

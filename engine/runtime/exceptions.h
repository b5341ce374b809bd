// Exceptions: the objects, the hierarchy, raising.
//
// A pending exception is in Vm::pending while a Raised travels up. The *handled*
// exception (sys.exc_info()) is a stack of ExceptionState, one for the thread of
// execution and one for each generator that runs, as CPython's _PyErr_StackItem.
#pragma once

#include <string>
#include <string_view>

#include "engine/runtime/frame.h"
#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct Exception : Object {
    Attributes attributes;
    Ptr<Tuple> args;
    Ptr<Exception> cause;
    Ptr<Exception> context;
    Ptr<Traceback> traceback;
    bool suppressContext = false;
    Ref value;  ///< StopIteration.value, SystemExit.code, NameError/AttributeError/ImportError.name
    Ref object;  ///< AttributeError.obj; OSError and others: as they need
    /// What a frame that is native here would keep alive through the traceback: a coroutine that
    /// it ended before that began, or that raised it at once, with its arguments.
    Ptr<Object> holds;
};

struct ExceptionState {
    Ptr<Exception> handled;
    ExceptionState* previous = nullptr;
};

/// Every builtin exception but the groups: X(Name, Base). `asyncio`'s own are made by the loop.
// clang-format off
#define CORO_EXCEPTIONS(X)                                                                        \
  X(SystemExit, BaseException) X(KeyboardInterrupt, BaseException) \
  X(GeneratorExit, BaseException) X(Exception, BaseException)                                      \
  X(StopIteration, Exception) X(StopAsyncIteration, Exception)                                     \
  X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError)                             \
  X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError)                          \
  X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception)              \
  X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError)             \
  X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError)                    \
  X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError)                \
  X(OSError, Exception) X(BlockingIOError, OSError) X(ChildProcessError, OSError)                  \
  X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError)                                  \
  X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError)            \
  X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError)                             \
  X(FileNotFoundError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError)         \
  X(NotADirectoryError, OSError) X(PermissionError, OSError) X(ProcessLookupError, OSError)        \
  X(TimeoutError, OSError) X(ReferenceError, Exception) X(RuntimeError, Exception)                 \
  X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError)                             \
  X(SyntaxError, Exception) X(IndentationError, SyntaxError) X(TabError, IndentationError)         \
  X(SystemError, Exception) X(TypeError, Exception) X(ValueError, Exception)                       \
  X(UnicodeError, ValueError) X(UnicodeDecodeError, UnicodeError)                                  \
  X(UnicodeEncodeError, UnicodeError) X(Warning, Exception) X(DeprecationWarning, Warning)         \
  X(PendingDeprecationWarning, Warning) X(RuntimeWarning, Warning) X(SyntaxWarning, Warning)       \
  X(UserWarning, Warning) X(FutureWarning, Warning) X(ImportWarning, Warning)                      \
  X(UnicodeWarning, Warning) X(BytesWarning, Warning) X(ResourceWarning, Warning)
// clang-format on

struct ExceptionTypes {
    Type* BaseException = nullptr;
    Type* BaseExceptionGroup = nullptr;  ///< exception_group.h
    Type* ExceptionGroup = nullptr;
#define CORO_FIELD(name, base) Type* name = nullptr;
    CORO_EXCEPTIONS(CORO_FIELD)
#undef CORO_FIELD
};

/// Makes `type(message)` pending, its context the handled exception: `return raise(vm,
/// vm.exc.TypeError, "…")`.
Raised raise(Vm& vm, Type* type, std::string_view message);
/// The same with any one argument (KeyError(key), StopIteration(value)).
Raised raiseWith(Vm& vm, Type* type, Value argument);
/// Makes an exception object pending.
Raised raiseException(Vm& vm, Ptr<Exception> exception);
/// `type(*args)` without calling into the scenario. For builtin types only.
[[nodiscard]] Ptr<Exception> makeException(Vm& vm, Type* type, std::span<const Value> args);
[[nodiscard]] Ptr<Exception> makeException(Vm& vm, Type* type, std::string_view message);
/// Takes the pending exception.
[[nodiscard]] Ptr<Exception> takePending(Vm& vm);
/// If the pending exception is of this type: drops it and says true.
[[nodiscard]] bool swallow(Vm& vm, Type* type);
/// The value that a pending StopIteration carries, if that is what is pending (it is dropped then);
/// Unbound otherwise.
[[nodiscard]] Ref takeStopIterationValue(Vm& vm);
/// Turns what `raise x` was given (class or instance) into an exception.
[[nodiscard]] Outcome<Ptr<Exception>> exceptionFrom(Vm& vm, Value value);
/// str(exception) as it stands after the colon in a traceback.
[[nodiscard]] std::string exceptionText(Vm& vm, Exception* exception);

/// The whole report as CPython 3.11 prints it: causes and contexts first, the frames with
/// their source lines and ^^^^ markers, then the exception line.
[[nodiscard]] std::string formatException(Vm& vm, Exception* exception);
/// Only the exception line(s): "ValueError: x".
[[nodiscard]] std::string formatExceptionOnly(Vm& vm, Exception* exception);

void initExceptionTypes(Vm& vm);

}  // namespace coroscope::runtime

// The order of the builtins: of two that a wrong name is as near to, a NameError names the one that
// comes first (Python/suggestions.c). It is that of Python/bltinmodule.c and Objects/exceptions.c.
#include "engine/runtime/builtins/builtins_internal.h"

namespace coroscope::runtime {

namespace {

constexpr std::string_view kOrder =
    "__name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__ abs all any "
    "ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr "
    "globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min "
    "next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis "
    "NotImplemented False True bool memoryview bytearray bytes classmethod complex dict "
    "enumerate filter float frozenset property int list map object range reversed set slice "
    "staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup "
    "Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError "
    "AttributeError BufferError EOFError ImportError LookupError MemoryError NameError "
    "OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError "
    "SystemError TypeError ValueError Warning FloatingPointError OverflowError "
    "ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning FutureWarning "
    "ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning "
    "UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError "
    "FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError "
    "PermissionError ProcessLookupError TimeoutError IndentationError IndexError KeyError "
    "ModuleNotFoundError NotImplementedError RecursionError UnboundLocalError UnicodeError "
    "BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError "
    "TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup "
    "EnvironmentError IOError open quit exit ";

}  // namespace

void orderBuiltins(Vm& vm) {
    Dict* dict = vm.builtins.get();
    for (std::size_t begin = 0; begin < kOrder.size();) {
        const std::size_t end = kOrder.find(' ', begin);
        Str* name = vm.intern(kOrder.substr(begin, end - begin));
        begin = end + 1;
        const Ref value(dictGetStr(dict, name));
        if (value.isUnbound()) continue;
        dictDeleteStr(vm, dict, name);
        dictSetStr(vm, dict, name, value);
    }
}

}  // namespace coroscope::runtime

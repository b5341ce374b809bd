// What sys tells of the interpreter: numbers, flags and settings, which are those of CPython 3.11
// on a 64-bit Linux; and its hook for exceptions that nobody caught.
#include "engine/runtime/modules/sys_info.h"

#include <cfloat>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/int_digits.h"

namespace coroscope::runtime {

namespace {

void addSequence(Vm& vm, Dict* dict, std::string_view name,
                 std::initializer_list<std::string_view> fields,
                 std::initializer_list<Value> values) {
    Type* type = makeStructSequence(vm, std::string("sys.") + std::string(name), fields);
    setValue(vm, dict, name,
             makeStructSequenceInstance(vm, type, std::span(values.begin(), values.size())));
}

Value number(std::int64_t value) { return Value::ofInt(value); }

void addNumbers(Vm& vm, Dict* dict) {
    addSequence(
        vm, dict, "float_info",
        {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
         "epsilon", "radix", "rounds"},
        {Value::ofFloat(DBL_MAX), number(DBL_MAX_EXP), number(DBL_MAX_10_EXP),
         Value::ofFloat(DBL_MIN), number(DBL_MIN_EXP), number(DBL_MIN_10_EXP), number(DBL_DIG),
         number(DBL_MANT_DIG), Value::ofFloat(DBL_EPSILON), number(FLT_RADIX), number(1)});
    addSequence(
        vm, dict, "int_info",
        {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"},
        {number(30), number(4), number(4300), number(640)});
    addSequence(
        vm, dict, "hash_info",
        {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
        {number(64), number((std::int64_t{1} << 61) - 1), number(314159), number(0),
         number(1000003), Value(vm.intern("siphash13")), number(64), number(128), number(0)});
    addSequence(vm, dict, "thread_info", {"name", "lock", "version"},
                {Value(vm.intern("pthread")), Value(vm.intern("semaphore")), Value::none()});
    addSequence(vm, dict, "flags",
                {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode",
                 "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning",
                 "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
                 "warn_default_encoding", "safe_path", "int_max_str_digits"},
                {number(0), number(0), number(0), number(0), number(0), number(0), number(0),
                 number(0), number(0), number(0), number(0), number(1), number(0),
                 Value::boolean(false), number(0), number(0), Value::boolean(false), number(-1)});
    setValue(vm, dict, "api_version", number(1013));
}

void addTexts(Vm& vm, Dict* dict) {
    for (const auto& [name, text] : {std::pair{"abiflags", ""},
                                     {"float_repr_style", "short"},
                                     {"base_prefix", ""},
                                     {"exec_prefix", ""},
                                     {"base_exec_prefix", ""},
                                     {"platlibdir", "lib"}}) {
        setValue(vm, dict, name, Value(vm.intern(text)));
    }
    setValue(vm, dict, "dont_write_bytecode", Value::boolean(true));
    setValue(vm, dict, "warnoptions", makeList(vm).value());
}

Ref encoding(Vm& vm, const Arguments&) { return newStr(vm, "utf-8"); }
Ref encodingErrors(Vm& vm, const Arguments&) { return newStr(vm, "surrogateescape"); }
Ref switchInterval(Vm&, const Arguments&) { return Ref::ofFloat(0.005); }
Ref digitsLimit(Vm& vm, const Arguments&) {
    const std::size_t limit = decimalDigitsLimit(vm);
    return Ref::ofInt(limit == SIZE_MAX ? 0 : static_cast<std::int64_t>(limit));
}
Ref setDigitsLimit(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"maxdigits"};
    Value bound[1];
    CORO_TRY(bindArguments(vm, "set_int_max_str_digits", args, kNames, 0, 1, bound));
    if (bound[0].isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     "set_int_max_str_digits() missing required argument 'maxdigits' (pos 1)");
    }
    const std::int64_t digits = CORO_TRY(asCInt(vm, bound[0]));
    if (digits != 0 && digits < static_cast<std::int64_t>(kFewestDigitsLimit)) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("maxdigits must be 0 or larger than {}", kFewestDigitsLimit));
    }
    setDecimalDigitsLimit(vm, static_cast<std::size_t>(digits));
    return Ref::none();
}
Ref isFinalizing(Vm&, const Arguments&) { return Ref::boolean(false); }
Ref noTrace(Vm&, const Arguments&) { return Ref::none(); }

/// excepthook(type, value, traceback): the report of an exception on standard error.
Ref exceptHook(Vm& vm, const Arguments& a) {
    if (isException(a[1])) writeReport(vm, formatException(vm, a[1].as<Exception>()));
    return vm.stopped() ? Ref(Raised{}) : Ref::none();
}

}  // namespace

void addSysInfo(Vm& vm, Dict* dict) {
    addNumbers(vm, dict);
    addTexts(vm, dict);
    addFunction(vm, dict, "getfilesystemencoding", encoding, 0, 0);
    addFunction(vm, dict, "getfilesystemencodeerrors", encodingErrors, 0, 0);
    addFunction(vm, dict, "getswitchinterval", switchInterval, 0, 0);
    addFunction(vm, dict, "setswitchinterval", noTrace, 1, 1);
    addFunction(vm, dict, "get_int_max_str_digits", digitsLimit, 0, 0);
    addFunction(vm, dict, "set_int_max_str_digits", setDigitsLimit, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "is_finalizing", isFinalizing, 0, 0);
    addFunction(vm, dict, "gettrace", noTrace, 0, 0);
    addFunction(vm, dict, "getprofile", noTrace, 0, 0);
    addFunction(vm, dict, "excepthook", exceptHook, 3, 3);
    setValue(vm, dict, "__excepthook__", dictGetStr(dict, vm.intern("excepthook")));
}

Ref ownExceptHook(Vm& vm) {
    const Value sys = dictGetStr(vm.modules.get(), vm.intern("sys"));
    if (!sys.is(vm.types.module)) return {};
    Dict* dict = sys.as<Module>()->dict.get();
    const Value hook = dictGetStr(dict, vm.intern("excepthook"));
    if (hook.isNone() || hook.identical(dictGetStr(dict, vm.intern("__excepthook__")))) return {};
    return hook;
}

}  // namespace coroscope::runtime

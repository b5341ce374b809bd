// What the module types needs of the engine: its type objects, and the mark of types.coroutine.
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/scenario/source_text.h"

namespace coroscope::runtime {

namespace {

/// A generator made by a function under @types.coroutine may be awaited.
Ref markCoroutine(Vm& vm, const Arguments& args) {
    if (args[0].is(vm.types.generator)) args[0].as<Generator>()->iterableCoroutine = true;
    return args[0];
}

Ref isMarkedCoroutine(Vm& vm, const Arguments& args) {
    return Ref::boolean(args[0].is(vm.types.generator) &&
                        args[0].as<Generator>()->iterableCoroutine);
}

Ref kindOf(Vm& vm, const Arguments& args) {
    std::string_view kind = "";
    if (args[0].is(vm.types.function)) {
        switch (args[0].as<Function>()->code->kind) {
            case CodeKind::Generator: kind = "generator"; break;
            case CodeKind::Coroutine: kind = "coroutine"; break;
            case CodeKind::AsyncGenerator: kind = "async generator"; break;
            default: kind = "function"; break;
        }
    }
    return Value(vm.intern(kind));
}

/// name_in_full(cls), a decorator: for classes that CPython has in C.
Ref nameInFull(Vm& vm, const Arguments& args) {
    if (!isType(args[0])) return raise(vm, vm.exc.TypeError, "a class is needed");
    args[0].as<Type>()->typeFlags |= kTypeNamedWithModule;
    return args[0];
}

/// type_name(value): how messages name its type.
Ref typeNameOf(Vm& vm, const Arguments& args) {
    return Value(vm.intern(vm.typeOf(args[0])->nameView()));
}

/// run_text(text, names): runs statements that the engine wrote for the scenario, with and into
/// these names. In tracebacks they come from `<string>`, as by exec(); having globals of their own,
/// they are no place in the scenario.
Ref runText(Vm& vm, const Arguments& args) {
    if (!isStr(args[0]) || !args[1].is(vm.types.dict))
        return raise(vm, vm.exc.TypeError, "run_text() needs a text and a dict");
    const std::string fileName = "<string>";
    const auto source = scenario::SourceText::fromBytes(fileName, viewOf(args[0]));
    if (const auto* wrong = std::get_if<scenario::Diagnostic>(&source))
        return raise(vm, vm.exc.SyntaxError, wrong->message);
    Ptr<Code> code = makeCode(
        vm, CORO_TRY(compileForImport(vm, fileName, std::get<scenario::SourceText>(source))));
    Ptr<Frame> frame = makeFrame(vm, code.get(), args[1].as<Dict>(), nullptr);
    if (vm.run(frame.detach()).kind == StepOutcome::Kind::Raised) return Raised{};
    return Ref::none();
}

}  // namespace

Ref makeTypesParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_types");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "mark_coroutine", markCoroutine, 1, 1);
    addFunction(vm, dict, "is_marked_coroutine", isMarkedCoroutine, 1, 1);
    addFunction(vm, dict, "kind_of", kindOf, 1, 1);
    addFunction(vm, dict, "name_in_full", nameInFull, 1, 1);
    addFunction(vm, dict, "run_text", runText, 2, 2);
    addFunction(vm, dict, "type_name", typeNameOf, 1, 1);
    const std::pair<std::string_view, Type*> types[] = {
        {"FunctionType", vm.types.function},
        {"LambdaType", vm.types.function},
        {"MethodType", vm.types.method},
        {"BuiltinFunctionType", vm.types.nativeFunction},
        {"BuiltinMethodType", vm.types.nativeFunction},
        {"MethodDescriptorType", vm.types.methodDescriptor},
        {"WrapperDescriptorType", vm.types.wrapperDescriptor},
        {"GetSetDescriptorType", vm.types.getSet},
        {"CodeType", vm.types.code},
        {"CellType", vm.types.cell},
        {"FrameType", vm.types.frame},
        {"TracebackType", vm.types.traceback},
        {"ModuleType", vm.types.module},
        {"GeneratorType", vm.types.generator},
        {"CoroutineType", vm.types.coroutine},
        {"AsyncGeneratorType", vm.types.asyncGenerator},
        {"NoneType", vm.types.none},
        {"NotImplementedType", vm.types.notImplemented},
        {"EllipsisType", vm.types.ellipsis},
        {"GenericAlias", vm.types.genericAlias},
    };
    for (const auto& [name, type] : types) setValue(vm, dict, name, Value(type));
    for (const std::string_view name : {"UnionType", "MappingProxyType", "MemberDescriptorType"})
        setValue(vm, dict, name, dictGetStr(vm.privates.get(), vm.intern(name)));
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime

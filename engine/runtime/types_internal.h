// What the files of the type system share among themselves.
#pragma once

#include <string_view>

#include "engine/runtime/native.h"
#include "engine/runtime/vm.h"

namespace coroscope::scenario {
struct Diagnostic;
class SourceText;
}  // namespace coroscope::scenario

namespace coroscope::runtime {

/// A flag of Type::typeFlags: messages name the type with its module, as CPython does types that
/// are written in C (`'datetime.date' and 'int'`). Not inherited.
inline constexpr std::uint32_t kTypeNamedWithModule = 1U << 20;

/// A class whose instances have no attributes but those that `__slots__` names. Not inherited.
inline constexpr std::uint32_t kTypeWithoutDict = 1U << 21;
/// A class whose instances have attributes that `__slots__` names, its own or a base's. Inherited.
inline constexpr std::uint32_t kTypeWithMembers = 1U << 22;
/// A class that brings its instances a `__dict__`, or room for weak references: no base of the same
/// layout has it. Not inherited.
inline constexpr std::uint32_t kTypeAddsDict = 1U << 23;
inline constexpr std::uint32_t kTypeAddsWeakReferences = 1U << 24;
/// Is it the descriptor of an attribute that `__slots__` names?
[[nodiscard]] bool isMember(Value value);
/// The descriptor of an attribute that `__slots__` names.
void addMember(Vm& vm, Type* type, std::string_view name);
/// `__dict__` of instances, and `__weakref__`: the latest weak reference to one, or None.
[[nodiscard]] Ref getInstanceDict(Vm& vm, Value self);
Status setInstanceDict(Vm& vm, Value self, Value value);
[[nodiscard]] Ref getWeakReference(Vm& vm, Value self);

/// Applies the descriptor protocol to something found on a type.
[[nodiscard]] Ref bindAttribute(Vm& vm, Value found, Value instance, Type* owner);
void growAttributes(Vm& vm, Attributes& attributes);

/// Gives a class of the scenario the slots that its dunder methods (own and inherited) call for.
void updateClassSlots(Vm& vm, Type* type);
/// Puts a native type's slots into its dict as `__repr__` and so on (CPython's add_operators).
void exposeSlots(Vm& vm, Type* type);
/// A new version for the type and all below it.
void touchType(Vm& vm, Type* type);

/// Method resolution order by C3 (Objects/typeobject.c mro_implementation).
Status computeMro(Vm& vm, Type* type);
/// `C.__bases__ = value`; Unbound: delete.
Status setBases(Vm& vm, Value self, Value value);

[[nodiscard]] Ref objectRepr(Vm& vm, Value self);
[[nodiscard]] Ref objectConstruct(Vm& vm, Type* type, const Arguments& arguments);
[[nodiscard]] Status objectInit(Vm& vm, Value self, const Arguments& arguments);

void makeCoreTypes(Vm& vm);
void initObjectTypes(Vm& vm);
void initFunctionTypes(Vm& vm);
void initCellType(Vm& vm);
void initDescriptorTypes(Vm& vm);
void initModuleType(Vm& vm);
void initSuperType(Vm& vm);
void initCoreFunctions(Vm& vm);
/// type(name, bases, body): a new class, its hooks called. `keywords` go to __init_subclass__.
/// _PyType_CalculateMetaclass: of `asked` and the types of the bases, the one derived from all
/// others.
[[nodiscard]] Outcome<Type*> metaclassOf(Vm& vm, Type* asked, std::span<const Value> bases);
[[nodiscard]] Ref makeClass(Vm& vm, Type* meta, Str* name, Ptr<Tuple> bases, Ptr<Dict> body,
                            const Arguments& keywords);
void initDescriptorMembers(Vm& vm);
void initFunctionMembers(Vm& vm);
void initObjectMembers(Vm& vm);
[[nodiscard]] Ref wrapperCall(Vm& vm, Value self, const Arguments& arguments);
/// Calls a native type's `__new__`, which exposeSlots made.
[[nodiscard]] Ref newCall(Vm& vm, NativeFunction* function, const Arguments& arguments);
void destroyWrapper(Object* object);

/// `__build_class__(body, name, *bases, **keywords)`.
[[nodiscard]] Ref buildClass(Vm& vm, const Arguments& arguments);

/// Frees the classes' bookkeeping when the count of a type falls to zero.
void destroyType(Object* object);
void traverseType(Object* object, const Visitor& visit);

/// The module of this dotted name, imported if need be (Python/import.c, in the parts that count).
[[nodiscard]] Ref importName(Vm& vm, Str* name, int level, Value fromList, Dict* globals);
[[nodiscard]] Ref importFrom(Vm& vm, Value module, Str* name);
[[nodiscard]] Status importStar(Vm& vm, Value module, Dict* into);

/// Compiles the text of a file that is imported; a SyntaxError of the scenario if it cannot be.
[[nodiscard]] Outcome<std::shared_ptr<const CodeObject>> compileForImport(
    Vm& vm, const std::string& fileName, const scenario::SourceText& source);
/// What CPython raises where the compiler says this. `source` may be null.
[[nodiscard]] Ptr<Exception> makeSyntaxError(Vm& vm, const scenario::Diagnostic& diagnostic,
                                             const scenario::SourceText* source);
/// The lines that a traceback has above "SyntaxError: …": the file, the source line, carets.
[[nodiscard]] std::string syntaxErrorPlace(Vm& vm, Exception* exception);
void initSyntaxErrorType(Vm& vm);

/// A frame with the arguments bound to the function's parameters; TypeErrors in CPython's words.
[[nodiscard]] Outcome<Ptr<Frame>> bindFrame(Vm& vm, Function* function, const Arguments& arguments);
/// Calls what is neither a simple function nor a native: methods, types, instances.
[[nodiscard]] Ref callObject(Vm& vm, Value callable, const Arguments& arguments);
[[nodiscard]] Ref callNative(Vm& vm, NativeFunction* function, const Arguments& arguments);
/// descr_check (Objects/descrobject.c): TypeError unless `self` is an instance of the type whose
/// method it is, as whose C++ struct it would be read.
Status checkReceiver(Vm& vm, const NativeFunction* descriptor, Value self);
/// The same native with `self` in front; whether it fits is for the caller to know.
[[nodiscard]] Ref bindNative(Vm& vm, const NativeFunction* native, Value self);
[[nodiscard]] Ref typeCall(Vm& vm, Value self, const Arguments& arguments);

/// Releases the values of a frame that has ended.
void clearFrame(Frame* frame);

/// A generator ended by an exception: StopIteration becomes RuntimeError (PEP 479).
void convertStopIteration(Vm& vm, const Generator* generator);

/// The pending exception passed through this instruction of the frame.
void addTraceback(Vm& vm, Frame* frame, const Instruction* ip);

}  // namespace coroscope::runtime

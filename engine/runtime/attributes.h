// Attribute access: the generic look-up, and where instances keep what is set on them.
//
// A Shape says which names an instance has, and in which slot: instances that got
// the same attributes in the same order share it, so that a cache in the code needs
// one comparison. Shapes form a tree under their type's rootShape.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct Shape {
    Type* type = nullptr;  ///< whose instances have it
    Shape* parent = nullptr;
    Str* name = nullptr;           ///< of the last slot; interned; owned
    std::uint32_t count = 0;       ///< slots
    std::vector<Shape*> children;  ///< owned; by the name added
    std::vector<Str*> table;       ///< names by slot, parents' included; borrowed

    /// Slot of an interned name; -1 if there is none.
    [[nodiscard]] int find(const Str* wanted) const {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table[i] == wanted) return static_cast<int>(i);
        }
        return -1;
    }
};

/// Past so many attributes an instance changes over to a dict.
inline constexpr std::uint32_t kMaxShapeSlots = 64;

/// The shape that follows when `name` is added.
[[nodiscard]] Shape* shapeWith(Vm& vm, Shape* shape, Str* name);
void freeShapes(Shape* root);

/// An instance's own attribute; borrowed; Unbound if it has none of that name.
[[nodiscard]] Value instanceGet(Attributes& attributes, Str* name);
void instanceSet(Vm& vm, Object* object, Attributes& attributes, Str* name, Value value);
bool instanceDelete(Vm& vm, Object* object, Attributes& attributes, Str* name);
/// The same of members: attributes that `__slots__` names, which are none of the `__dict__`.
[[nodiscard]] Value memberGet(Attributes& attributes, Str* name);
void memberSet(Vm& vm, Object* object, Attributes& attributes, Str* name, Value value);
bool memberDelete(Vm& vm, Object* object, Attributes& attributes, Str* name);
/// `obj.__dict__`: from now on the attributes live in this dict; members, which it must not show,
/// in one of their own beside it.
[[nodiscard]] Ptr<Dict> instanceDict(Vm& vm, Object* object, Attributes& attributes);
/// Names and values in the order in which they were set, without making a dict.
void instanceEach(const Attributes& attributes, void (*visit)(void*, Str*, Value), void* context);
void clearAttributes(Attributes& attributes);

/// What the type (its MRO) says about a name; borrowed; Unbound if nothing. Cached.
[[nodiscard]] Value lookupInType(Vm& vm, Type* type, Str* name);

/// `object.name` in full, as PyObject_GetAttr; AttributeError in CPython's words.
[[nodiscard]] Ref getAttribute(Vm& vm, Value object, Str* name);
/// As getAttribute, but Unbound instead of an AttributeError.
[[nodiscard]] Ref findAttribute(Vm& vm, Value object, Str* name);
/// The generic rule (PyObject_GenericGetAttr); Unbound if there is none.
[[nodiscard]] Ref genericGetAttribute(Vm& vm, Value object, Str* name);
/// `value` Unbound: delete.
Status setAttribute(Vm& vm, Value object, Str* name, Value value);
Status genericSetAttribute(Vm& vm, Value object, Str* name, Value value);

/// A method looked up on the type, as CPython does for dunders: binds it to `self`.
/// Unbound if the type has none.
[[nodiscard]] Ref lookupSpecial(Vm& vm, Value self, Str* name);

/// Changes a class attribute: new versions for the type and all below it, slots updated.
Status setTypeAttribute(Vm& vm, Type* type, Str* name, Value value);

}  // namespace coroscope::runtime

// Who looks through what objects keep: the collector of cycles, and the search at the end of a run.
#pragma once

#include "engine/runtime/value.h"

namespace coroscope::runtime {

/// Is called with each reference that an object owns. Borrows the callable that it is made of.
class Visitor {
public:
    template <class Visit>
    explicit Visitor(Visit& visit)
        : visit_(const_cast<void*>(static_cast<const void*>(&visit))),
          call_([](void* visitor, Object* object) { (*static_cast<Visit*>(visitor))(object); }) {}

    void operator()(Object* object) const {
        if (object != nullptr) call_(visit_, object);
    }
    void operator()(Value value) const {
        if (value.isObject()) call_(visit_, value.object);
    }
    template <class T>
    void operator()(const Ptr<T>& owned) const {
        (*this)(static_cast<Object*>(owned.get()));
    }

private:
    void* visit_;
    void (*call_)(void*, Object*);
};

}  // namespace coroscope::runtime

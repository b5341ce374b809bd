#include "engine/loop/leftovers.h"

#include <algorithm>
#include <unordered_set>

namespace coroscope::loop {

namespace {

/// Everything that an object leads to, breadth first.
class Reach {
public:
    /// `followGlobals`: code leads to the names of its module.
    explicit Reach(RunContext& run, bool followGlobals = false)
        : run_(run), followGlobals_(followGlobals) {}

    void from(Object* root) {
        add(root);
        for (std::size_t next = 0; next < order_.size(); ++next) look(order_[next]);
    }
    /// What a loop is still going to run, and what that leads to.
    void from(const EventLoop* loop) {
        for (std::size_t i = 0; i < loop->ready.size(); ++i) {
            add(loop->ready[i].object);
            add(loop->ready[i].other);
        }
        loop->timers.forEach([&](Handle* handle) { add(static_cast<Object*>(handle)); });
        for (std::size_t next = 0; next < order_.size(); ++next) look(order_[next]);
    }
    [[nodiscard]] const std::vector<Object*>& order() const { return order_; }
    [[nodiscard]] bool has(Object* object) const { return seen_.contains(object); }

private:
    void add(Object* object) {
        if (object != nullptr && seen_.insert(object).second) order_.push_back(object);
    }
    void add(Value value) {
        if (value.isObject()) add(value.object);
    }
    template <class T>
    void add(const Ptr<T>& object) {
        add(static_cast<Object*>(object.get()));
    }

    void look(Object* object) {
        const Types& types = run_.vm.types;
        Type* type = object->type;
        if (type->has(kTypeIsList)) {
            for (const Value item : static_cast<List*>(object)->span()) add(item);
        } else if (type->has(kTypeIsTuple)) {
            for (const Value item : static_cast<Tuple*>(object)->span()) add(item);
        } else if (type->has(kTypeIsDict)) {
            lookIntoDict(static_cast<Dict*>(object));
        } else if (type->has(kTypeIsSet)) {
            auto* set = static_cast<Set*>(object);
            for (std::uint32_t i = 0; i < set->used; ++i) add(set->entries[i].key);
        } else if (type->has(kTypeIsType)) {
            if (static_cast<Type*>(object)->has(kTypeIsClass))
                add(static_cast<Type*>(object)->dict);
        } else if (type->isSubtypeOf(run_.futureType)) {
            lookIntoFuture(static_cast<Future*>(object));
        } else if (type->has(kTypeIsException)) {
            auto* exception = static_cast<Exception*>(object);
            add(exception->args);
            add(exception->cause);
            add(exception->context);
            add(exception->traceback);
            add(exception->holds);
        } else if (type == types.traceback) {
            add(static_cast<Traceback*>(object)->next);
            add(static_cast<Traceback*>(object)->frame);
        } else if (type == types.function) {
            add(static_cast<Function*>(object)->closure);
            add(static_cast<Function*>(object)->defaults);
            if (followGlobals_)
                add(static_cast<Object*>(static_cast<Function*>(object)->globals.get()));
        } else if (type == types.method) {
            add(static_cast<BoundMethod*>(object)->function.get());
            add(static_cast<BoundMethod*>(object)->self.get());
        } else if (type == types.cell) {
            add(static_cast<Cell*>(object)->content.get());
        } else if (type == types.coroutine || type == types.generator) {
            auto* generator = static_cast<Generator*>(object);
            add(generator->frame);
            if (generator->hasBody) add(generator->body()->awaiting());
        } else if (type == run_.handleType || type == run_.timerHandleType) {
            auto* handle = static_cast<Handle*>(object);
            add(handle->callback.get());
            add(handle->arguments);
            add(handle->target.get());
        } else if (type == types.frame) {
            lookIntoFrame(static_cast<Frame*>(object));
        }
        if (Attributes* attributes = type->attributesOf(object)) lookIntoAttributes(*attributes);
    }

    void lookIntoDict(Dict* dict) {
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(dict, position, key, value)) {
            add(key);
            add(value);
        }
    }
    void lookIntoAttributes(const Attributes& attributes) {
        if (attributes.dict) add(static_cast<Object*>(attributes.dict));
        instanceEach(
            attributes,
            [](void* reach, Str*, Value value) { static_cast<Reach*>(reach)->add(value); }, this);
    }
    void lookIntoFuture(Future* future) {
        add(future->result.get());
        add(future->exception());
        add(future->first.target.get());
        for (const Callback& callback : future->otherCallbacks()) add(callback.target.get());
        if (future->type == run_.gatheringType) {
            for (const Ref& child : static_cast<GatheringFuture*>(future)->children)
                add(child.get());
        }
        if (future->type->isSubtypeOf(run_.taskType)) {
            add(static_cast<Task*>(future)->coroutine.get());
            add(static_cast<Task*>(future)->waiter);
        }
    }
    void lookIntoFrame(Frame* frame) {
        for (const Value* slot = frame->slots(); slot < frame->stackTop; ++slot) add(*slot);
        if (followGlobals_) add(static_cast<Object*>(frame->globals));
    }

    RunContext& run_;
    const bool followGlobals_;
    std::unordered_set<Object*> seen_;
    std::vector<Object*> order_;
};

bool isCoroutine(const RunContext& run, const Object* object) {
    return object->type == run.vm.types.coroutine || object->type == run.vm.types.generator;
}

}  // namespace

std::vector<Ptr<Object>> leftovers(RunContext& run, Dict* mainNames) {
    Reach reach(run);
    reach.from(mainNames);
    // The policy outlives the main module, and with it a current loop that was not closed and what
    // that is to run: when it dies nobody is left to be told.
    Reach outlives(run, true);
    if (run.currentLoop && !run.currentLoop->closed) outlives.from(run.currentLoop.get());
    std::vector<Object*> lost;
    for (Object* object : run.vm.heap.liveObjects()) {
        if (object->type->has(kTypeHasFinalizer) && !reach.has(object)) lost.push_back(object);
    }
    std::vector<Object*> kept;
    for (Object* object : reach.order()) {
        if (object->type->has(kTypeHasFinalizer)) kept.push_back(object);
    }
    std::vector<Ptr<Object>> result;
    const auto isTask = [&](const Object* object) {
        return object->type->isSubtypeOf(run.taskType);
    };
    const auto isSilent = [&](Object* object) {
        return outlives.has(object) && object->type->isSubtypeOf(run.futureType);
    };
    const auto take = [&](const std::vector<Object*>& from, auto&& which) {
        for (Object* object : from) {
            if (which(object) && !isSilent(object)) result.emplace_back(object);
        }
    };
    const auto takeTasks = [&](bool reached) {
        for (Task* task = run.firstTask; task != nullptr; task = task->next) {
            if (reach.has(task) == reached && !isSilent(task))
                result.emplace_back(static_cast<Object*>(task));
        }
    };
    const auto isOther = [&](const Object* object) {
        return !isTask(object) && !isCoroutine(run, object);
    };
    take(lost, [&](const Object* object) { return isCoroutine(run, object); });
    takeTasks(false);
    take(lost, isOther);
    takeTasks(true);
    take(kept, isOther);
    take(kept, [&](const Object* object) { return isCoroutine(run, object); });
    return result;
}

}  // namespace coroscope::loop

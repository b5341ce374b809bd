// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inspect_frames.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/runtime/frame.h"
#include "engine/runtime/generator.h"
#include "engine/runtime/types/dict.h"
#include "engine/runtime/types/sequences.h"
#include "engine/runtime/types/str.h"

namespace coroscope {

namespace {

using runtime::Dict;
using runtime::Frame;
using runtime::Generator;
using runtime::Ref;
using runtime::Value;
using runtime::Vm;

/// More nested calls than this are shown by the innermost ones.
constexpr std::size_t kMostFrames = 200;
constexpr std::size_t kMostLocals = 200;
/// Containers inside containers are shown as `[…]` from this depth on.
constexpr int kMostReprDepth = 4;
/// Instructions that a `__repr__` of the scenario may take.
constexpr std::int64_t kReprFuel = 100'000;

// --- holding ---

/// A module's namespace also has what everybody knows is there.
bool isOfInterest(const Vm& vm, std::string_view name, Value value) {
    return !name.starts_with("__") && !value.is(vm.types.module) && !value.is(vm.types.function) &&
           !value.is(vm.types.nativeFunction) && !runtime::isType(value);
}

void holdGlobals(const Vm& vm, const Dict* globals, HeldFrame& held) {
    std::uint32_t position = 0;
    Value key, value;
    while (held.locals.size() < kMostLocals && runtime::dictNext(globals, position, key, value)) {
        if (!runtime::isStr(key)) continue;
        const std::string_view name = runtime::viewOf(key);
        if (isOfInterest(vm, name, value)) held.locals.emplace_back(name, value);
    }
}

HeldFrame holdFrame(const Vm& vm, Frame* frame) {
    HeldFrame held;
    const language::CodeObject& code = *frame->code->source;
    held.function = code.qualifiedName;
    held.file = code.fileName;
    held.span = frame->span();
    if (code.kind == language::CodeKind::Module) {
        holdGlobals(vm, frame->globals, held);
        return held;
    }
    for (const auto& [name, value] : runtime::frameLocals(frame)) {
        if (held.locals.size() == kMostLocals) break;
        // `.0`, the iterator of a comprehension, is nobody's variable.
        if (!name->view().starts_with('.')) held.locals.emplace_back(name->view(), value);
    }
    return held;
}

Generator* asGenerator(const Vm& vm, Value value) { return runtime::generatorBehind(vm, value); }

/// The frames of a suspended coroutine and of those that it awaits, outermost
/// first.
std::vector<HeldFrame> holdAwaits(const Vm& vm, Generator* coroutine) {
    std::vector<HeldFrame> frames;
    while (coroutine != nullptr && frames.size() < kMostFrames) {
        if (coroutine->frame) frames.push_back(holdFrame(vm, coroutine->frame.get()));
        coroutine = asGenerator(vm, runtime::generatorAwaiting(coroutine));
    }
    return frames;
}

// --- showing ---

/// Builds a repr piece by piece and stops when it is long enough.
class ReprBuilder {
public:
    explicit ReprBuilder(Vm& vm) : vm_(vm) {}

    void add(Value value, int depth) {
        if (full()) return;
        const runtime::Types& types = vm_.types;
        if (value.is(types.str) && runtime::viewOf(value).size() > 4 * kMostReprCharacters) {
            addLongString(runtime::viewOf(value));
        } else if (value.is(types.list)) {
            addItems("[", value.as<runtime::List>()->span(), "]", depth);
        } else if (value.is(types.tuple)) {
            const auto items = value.as<runtime::Tuple>()->span();
            addItems("(", items, items.size() == 1 ? ",)" : ")", depth);
        } else if (value.is(types.dict)) {
            addDict(value.as<Dict>(), depth);
        } else if (value.is(types.set) && value.as<runtime::Set>()->count > 100) {
            text_ += fmt::format("<set of {} items>", value.as<runtime::Set>()->count);
        } else {
            addWhole(value);
        }
    }

    std::string take() {
        std::size_t end = 0;
        for (std::size_t characters = 0; end < text_.size(); ++end) {
            const bool begins = (static_cast<unsigned char>(text_[end]) & 0xC0) != 0x80;
            if (begins && characters++ == kMostReprCharacters) break;
        }
        if (end < text_.size() || full()) {
            text_.resize(end);
            text_ += "…";
        }
        return std::move(text_);
    }

private:
    /// In bytes, so that it is surely long enough in characters.
    [[nodiscard]] bool full() const { return text_.size() > 4 * kMostReprCharacters; }

    void addLongString(std::string_view text) {
        std::size_t end = 4 * kMostReprCharacters;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        addWhole(Ref(runtime::makeStr(vm_, text.substr(0, end)).value()));
        text_.append(4 * kMostReprCharacters, ' ');  // full: the rest is cut off
    }

    void addItems(std::string_view open, std::span<const Value> items, std::string_view close,
                  int depth) {
        text_ += open;
        if (depth >= kMostReprDepth && !items.empty()) {
            text_ += "…";
        } else {
            for (std::size_t index = 0; index < items.size() && !full(); ++index) {
                if (index > 0) text_ += ", ";
                // A copy: a __repr__ may change the list.
                const Ref item(items[index]);
                add(item, depth + 1);
            }
        }
        text_ += close;
    }

    void addDict(Dict* dict, int depth) {
        // Held first: a __repr__ may change the dict.
        std::vector<std::pair<Ref, Ref>> entries;
        std::uint32_t position = 0;
        Value key, value;
        while (entries.size() <= kMostReprCharacters &&
               runtime::dictNext(dict, position, key, value)) {
            entries.emplace_back(key, value);
        }
        text_ += '{';
        if (depth >= kMostReprDepth && !entries.empty()) {
            text_ += "…";
        } else {
            for (std::size_t index = 0; index < entries.size() && !full(); ++index) {
                if (index > 0) text_ += ", ";
                add(entries[index].first, depth + 1);
                text_ += ": ";
                add(entries[index].second, depth + 1);
            }
        }
        text_ += '}';
    }

    void addWhole(Value value) {
        vm_.refuel(kReprFuel);
        auto text = runtime::reprText(vm_, value);
        if (!text.isRaised()) {
            text_ += *text;
            return;
        }
        vm_.pending.reset();
        vm_.stopReason = runtime::StopReason::None;
        text_ += fmt::format("<{}>", vm_.typeOf(value)->name->view());
    }

    Vm& vm_;
    std::string text_;
};

}  // namespace

std::vector<HeldFrames> holdFrames(Vm& vm, std::span<const LiveTask> tasks) {
    // What runs: the innermost frame and its callers. It belongs to the main
    // program up to the coroutine of a task, and to that task from there on.
    std::unordered_map<const Frame*, trace::TaskId> roots;
    for (const LiveTask& task : tasks) {
        if (task.coroutine->frame) roots.emplace(task.coroutine->frame.get(), task.id);
    }
    std::vector<Frame*> stack;
    for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back) stack.push_back(frame);
    const auto root = std::find_if(stack.begin(), stack.end(),
                                   [&](const Frame* frame) { return roots.contains(frame); });
    const auto hold = [&vm](auto first, auto last) {
        std::vector<HeldFrame> frames;
        for (; first != last && frames.size() < kMostFrames; ++first) {
            frames.push_back(holdFrame(vm, *first));
        }
        std::reverse(frames.begin(), frames.end());
        return frames;
    };

    std::vector<HeldFrames> all;
    trace::TaskId running;
    if (root == stack.end()) {
        all.push_back({{}, hold(stack.begin(), stack.end())});
    } else {
        running = roots.at(*root);
        all.push_back({{}, hold(root + 1, stack.end())});
    }
    for (const LiveTask& task : tasks) {
        if (running.valid() && task.id == running) {
            all.push_back({task.id, hold(stack.begin(), root + 1)});
        } else {
            all.push_back({task.id, holdAwaits(vm, task.coroutine)});
        }
    }
    return all;
}

std::vector<TaskFrames> showFrames(Vm& vm, const std::vector<HeldFrames>& held) {
    std::vector<TaskFrames> all;
    all.reserve(held.size());
    for (const HeldFrames& task : held) {
        TaskFrames shown{task.task, {}};
        for (const HeldFrame& frame : task.frames) {
            FrameView view{frame.function, frame.file, frame.span, {}};
            for (const auto& [name, value] : frame.locals) {
                view.locals.push_back(
                    {name, std::string(vm.typeOf(value)->name->view()), shortRepr(vm, value)});
            }
            shown.frames.push_back(std::move(view));
        }
        all.push_back(std::move(shown));
    }
    return all;
}

std::string shortRepr(Vm& vm, Value value) {
    ReprBuilder builder(vm);
    builder.add(value, 0);
    return builder.take();
}

}  // namespace coroscope

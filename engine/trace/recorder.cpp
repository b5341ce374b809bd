#include "engine/trace/recorder.h"

#include <algorithm>
#include <utility>

#include "engine/scenario/source_text.h"

namespace coroscope::trace {

// One row more than the limit: for the Finished.
Recorder::Recorder(std::size_t limit) : trace_(limit + 1), packer_(trace_.events_) {
    const std::size_t room = trace_.events_.capacity();
    limit_ = std::min(limit, room > 0 ? room - 1 : 0);
}

Recorder::Recorder(CountOnly mode)
    : limit_(mode.stopAfter.index() + 1), countOnly_(true), packer_(trace_.events_) {}

template <class... Where>
[[gnu::always_inline]] inline void Recorder::append(const Event& row, const Where&... where) {
    if (full()) [[unlikely]]
        return;
    if (!countOnly_) [[likely]]
        packer_.append(row, where...);
    if (++size_ == limit_) [[unlikely]]
        limitReached();
}

void Recorder::limitReached() {
    if (onFull_) onFull_();
}

// --- names ---------------------------------------------------------------------------------------

namespace {

/// About what a place in a map takes, with what malloc adds.
constexpr std::size_t kBytesOfPlace = 64;

/// Python's text can hold lone surrogates, which no UTF-8 has: three bytes each become U+FFFD.
std::string withoutSurrogates(std::string_view text) {
    std::string valid;
    while (const auto surrogate = scenario::findInvalidUtf8(text)) {
        valid += text.substr(0, *surrogate);
        valid += "\xEF\xBF\xBD";
        text.remove_prefix(std::min(*surrogate + 3, text.size()));
    }
    return valid.append(text);
}

}  // namespace

TextId Recorder::intern(std::string_view text) {
    if (const auto found = interned_.find(text); found != interned_.end()) return found->second;
    if (scenario::findInvalidUtf8(text)) return intern(withoutSurrogates(text));
    const TextId id = TextId::fromIndex(trace_.texts_.size());
    interned_.emplace(trace_.texts_.emplace_back(text), id);
    kept(text.size() + sizeof(std::string) + kBytesOfPlace);
    return id;
}

void Recorder::setName(TaskId task, std::string_view name) {
    TextId& current = trace_.tasks_[task.index()].name;
    const TextId given = intern(name);
    if (given == current) return;
    trace_.renames_[task].push_back({EventIndex::fromIndex(size()), current});
    current = given;
    kept(kBytesOfPlace);
}

void Recorder::addMember(ObjectId group, TaskId member) {
    auto& members = trace_.members_[group];
    const std::size_t before = members.capacity();
    members.push_back(member);
    if (members.capacity() != before)
        kept((members.capacity() - before) * sizeof(TaskId) + (before == 0 ? kBytesOfPlace : 0));
}

void Recorder::kept(std::size_t bytes) {
    if (onKept_) onKept_(bytes);
}

void Recorder::setRoom(ObjectId queue, std::size_t items) { trace_.rooms_[queue] = items; }

void Recorder::nextIsImported(TextId file, const Span& span) {
    dropImported();
    if (full() || countOnly_) return;
    std::vector<ImportedPlace>& places = trace_.importedPlaces_;
    const ImportedPlace place{file, span};
    // A program goes round in few places: the last ones are the likely ones.
    constexpr std::ptrdiff_t kLookedAt = 64;
    const auto oldest = places.rbegin() + std::min(std::ssize(places), kLookedAt);
    const auto known = std::find(places.rbegin(), oldest, place);
    if (known == oldest) places.push_back(place);
    const auto number =
        known == oldest ? places.size() - 1 : static_cast<std::size_t>(places.rend() - known) - 1;
    trace_.imported_.push_back({EventIndex::fromIndex(size()), static_cast<std::uint32_t>(number)});
}

void Recorder::dropImported() {
    auto& imported = trace_.imported_;
    while (!imported.empty() && imported.back().at.index() >= size()) imported.pop_back();
}

// --- tasks ---------------------------------------------------------------------------------------

TaskId Recorder::taskCreated(double now, TaskId creator, TextId coroutine, std::uint32_t number,
                             const Span& where, TextId name) {
    TaskInfo info;
    info.name = name;
    info.number = number;
    info.creator = creator;
    info.coroutine = coroutine;
    info.createdAt = EventIndex::fromIndex(size());
    trace_.tasks_.push_back(info);
    const TaskId task = TaskId::fromIndex(trace_.tasks_.size() - 1);
    append({.time = now,
            .task = task,
            .a = creator.value,
            .b = coroutine.value,
            .kind = EventKind::TaskCreated},
           where);
    return task;
}

void Recorder::stepBegan(double now, TaskId task, const Span& where) {
    append({.time = now, .task = task, .kind = EventKind::StepBegan}, where);
}

namespace {

/// A step that ended otherwise than by a suspension.
Event stepEnd(double now, TaskId task, StepEnd how, TextId exceptionType = {}) {
    return {.time = now,
            .task = task,
            .b = exceptionType.value,
            .kind = EventKind::StepEnded,
            .detail = static_cast<std::uint8_t>(how)};
}

}  // namespace

void Recorder::stepSuspended(double now, TaskId task, const Awaited& on, const Span& where) {
    append({.time = now,
            .value = on.value,
            .task = task,
            .a = on.object.value,
            .b = on.behind.value,
            .kind = EventKind::StepEnded,
            .detail = static_cast<std::uint8_t>(StepEnd::Suspended),
            .wait = on.kind},
           where);
}
void Recorder::stepReturned(double now, TaskId task, const Span& where) {
    append(stepEnd(now, task, StepEnd::Returned), where);
}
void Recorder::stepRaised(double now, TaskId task, TextId exceptionType, const Span& where) {
    append(stepEnd(now, task, StepEnd::Raised, exceptionType), where);
}
void Recorder::stepCancelled(double now, TaskId task, const Span& where) {
    append(stepEnd(now, task, StepEnd::Cancelled), where);
}

// --- callbacks and timers ------------------------------------------------------------------------

void Recorder::callbackScheduled(double now, TaskId caller, ObjectId handle, TextId callback,
                                 const Span& where) {
    append({.time = now,
            .task = caller,
            .a = handle.value,
            .b = callback.value,
            .kind = EventKind::CallbackScheduled},
           where);
}

void Recorder::callbackRan(double now, ObjectId handle, TextId callback) {
    append({.time = now, .a = handle.value, .b = callback.value, .kind = EventKind::CallbackRan});
}

namespace {

Event timerSet(double now, TaskId caller, ObjectId handle, double when, TimerFor what,
               std::uint32_t b) {
    return {.time = now,
            .value = when,
            .task = caller,
            .a = handle.value,
            .b = b,
            .kind = EventKind::TimerSet,
            .detail = static_cast<std::uint8_t>(what)};
}

}  // namespace

void Recorder::timerSetForCallback(double now, TaskId caller, ObjectId handle, double when,
                                   TextId callback, const Span& where) {
    append(timerSet(now, caller, handle, when, TimerFor::Callback, callback.value), where);
}
void Recorder::timerSetForFuture(double now, TaskId caller, ObjectId handle, double when,
                                 ObjectId future, const Span& where) {
    append(timerSet(now, caller, handle, when, TimerFor::Future, future.value), where);
}
void Recorder::timerSetForTimeout(double now, TaskId caller, ObjectId handle, double when,
                                  TaskId limited, const Span& where) {
    append(timerSet(now, caller, handle, when, TimerFor::Timeout, limited.value), where);
}

void Recorder::timerFired(double now, ObjectId handle) {
    append({.time = now, .a = handle.value, .kind = EventKind::TimerFired});
}

void Recorder::timerCancelled(double now, TaskId caller, ObjectId handle, const Span& where) {
    append({.time = now, .task = caller, .a = handle.value, .kind = EventKind::TimerCancelled},
           where);
}

// --- futures, waking, cancelling -----------------------------------------------------------------

void Recorder::futureResolved(double now, TaskId resolver, ObjectId future, Resolution how,
                              WaitKind kind, const Span& where) {
    append({.time = now,
            .task = resolver,
            .a = future.value,
            .kind = EventKind::FutureResolved,
            .detail = static_cast<std::uint8_t>(how),
            .wait = kind},
           where);
}

void Recorder::taskWoken(double now, TaskId task, ObjectId future, TaskId by) {
    append({.time = now,
            .task = task,
            .a = future.value,
            .b = by.value,
            .kind = EventKind::TaskWoken});
}

void Recorder::cancelRequested(double now, TaskId target, TaskId by, TextId message,
                               const Span& where) {
    append({.time = now,
            .task = target,
            .a = by.value,
            .b = message.value,
            .kind = EventKind::CancelRequested},
           where);
}

void Recorder::cancelDelivered(double now, TaskId task, TextId message, const Span& where) {
    append({.time = now, .task = task, .b = message.value, .kind = EventKind::CancelDelivered},
           where);
}

// --- time ----------------------------------------------------------------------------------------

void Recorder::clockJumped(double before, double now) {
    append({.time = now, .value = before, .kind = EventKind::ClockJumped});
}

void Recorder::blockingBegan(double now, TaskId task, TextId what, double seconds,
                             const Span& where) {
    append({.time = now,
            .value = seconds,
            .task = task,
            .b = what.value,
            .kind = EventKind::BlockingBegan},
           where);
}
void Recorder::blockingEnded(double now, TaskId task, TextId what, double seconds,
                             const Span& where) {
    append({.time = now,
            .value = seconds,
            .task = task,
            .b = what.value,
            .kind = EventKind::BlockingEnded},
           where);
}

// --- workers -------------------------------------------------------------------------------------

void Recorder::workerStarted(double now, WorkerId worker, TaskId submitter, TextId function,
                             WaitKind kind) {
    append({.time = now,
            .task = submitter,
            .a = worker.value,
            .b = function.value,
            .kind = EventKind::WorkerStarted,
            .wait = kind});
}
void Recorder::workerSuspended(double now, WorkerId worker, TaskId submitter, double until) {
    append({.time = now,
            .value = until,
            .task = submitter,
            .a = worker.value,
            .kind = EventKind::WorkerSuspended});
}
void Recorder::workerResumed(double now, WorkerId worker, TaskId submitter) {
    append({.time = now, .task = submitter, .a = worker.value, .kind = EventKind::WorkerResumed});
}
void Recorder::workerEnded(double now, WorkerId worker, TaskId submitter, Resolution how) {
    append({.time = now,
            .task = submitter,
            .a = worker.value,
            .kind = EventKind::WorkerEnded,
            .detail = static_cast<std::uint8_t>(how)});
}

// --- synchronisation -----------------------------------------------------------------------------

namespace {

/// A task did something with a lock, a queue or another object that tasks share.
Event onObject(EventKind kind, double now, TaskId task, ObjectId object) {
    return {.time = now, .task = task, .a = object.value, .kind = kind};
}

}  // namespace

void Recorder::acquired(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where,
                        std::int64_t left) {
    Event row = onObject(EventKind::Acquired, now, task, object);
    row.wait = kind;
    row.value = static_cast<double>(left);
    append(row, where);
}
void Recorder::released(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where,
                        std::int64_t left) {
    Event row = onObject(EventKind::Released, now, task, object);
    row.wait = kind;
    row.value = static_cast<double>(left);
    append(row, where);
}

void Recorder::queuePut(double now, TaskId task, ObjectId queue, std::size_t length,
                        const Span& where) {
    Event row = onObject(EventKind::QueuePut, now, task, queue);
    row.value = static_cast<double>(length);
    append(row, where);
}
void Recorder::queueGot(double now, TaskId task, ObjectId queue, std::size_t length,
                        const Span& where) {
    Event row = onObject(EventKind::QueueGot, now, task, queue);
    row.value = static_cast<double>(length);
    append(row, where);
}

// --- what is said --------------------------------------------------------------------------------

void Recorder::lineRead(double now, TaskId task, std::string_view text, const Span& where) {
    openLine_.unfinished = false;  // what is printed next follows what was typed after a prompt
    if (full() || countOnly_) return;
    const EventIndex after = size() == 0 ? EventIndex() : EventIndex::fromIndex(size() - 1);
    trace_.linesRead_.push_back({after, now, task, where, std::string(text)});
}

void Recorder::output(double now, TaskId task, Stream stream, std::string_view text,
                      const Span& where) {
    if (text.empty()) return;
    OpenLine& open = openLine_;
    const bool goesOn = open.unfinished && open.sizeThen == size() && open.row.task == task &&
                        open.row.time == now && open.row.stream() == stream;
    if (full() && !goesOn) return;
    std::string& written = trace_.output_[static_cast<std::size_t>(stream)];
    if (goesOn) {
        dropImported();
        open.row.a += static_cast<std::uint32_t>(text.size());
        if (!countOnly_) {
            packer_.rewind(open.before);
            packer_.append(open.row, open.where);
        }
    } else {
        open.before = packer_.mark();
        open.row = {.time = now,
                    .value = static_cast<double>(written.size()),
                    .task = task,
                    .a = static_cast<std::uint32_t>(text.size()),
                    .kind = EventKind::Output,
                    .detail = static_cast<std::uint8_t>(stream)};
        open.where = where;
        append(open.row, where);
        open.sizeThen = size();
    }
    open.unfinished = text.back() != '\n';
    if (!countOnly_) written += text;
}

void Recorder::warning(double now, TaskId task, std::string_view text, const Span& where) {
    append({.time = now, .task = task, .b = intern(text).value, .kind = EventKind::Warning}, where);
}

void Recorder::exceptionRaised(double now, TaskId task, TextId type, const Span& where) {
    append({.time = now, .task = task, .b = type.value, .kind = EventKind::ExceptionRaised}, where);
}

void Recorder::finished(double now, Finish how, std::string_view why) {
    const TextId text = why.empty() ? TextId() : intern(why);
    const Event row = {.time = now,
                       .b = text.value,
                       .kind = EventKind::Finished,
                       .detail = static_cast<std::uint8_t>(how)};
    if (!full()) {
        append(row);
    } else if (size_ < trace_.events_.capacity()) {
        packer_.append(row);  // into the room kept free for it
        ++size_;
    }
}

}  // namespace coroscope::trace

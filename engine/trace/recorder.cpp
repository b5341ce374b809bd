#include "engine/trace/recorder.h"

#include <algorithm>
#include <utility>

namespace coroscope::trace {

namespace {

constexpr std::size_t kScratchRows = 1024;

}  // namespace

Recorder::Recorder(std::size_t limit) {
    // One row more than the limit: for the Finished.
    trace_.storage_ = EventStorage(limit + 1);
    scratch_ = EventStorage(kScratchRows);
    const std::size_t room = trace_.storage_.capacity();
    limit_ = std::min(limit, room > 0 ? room - 1 : 0);
    first_ = next_ = trace_.storage_.rows();
    end_ = first_ + limit_;
    full_ = limit_ == 0;
}

Recorder::Recorder(CountOnly mode) : countOnly_(true) {
    scratch_ = EventStorage(kScratchRows);
    limit_ = mode.stopAfter.index() + 1;
    first_ = next_ = scratch_.rows();
    end_ = first_ + std::min(limit_, scratch_.capacity());
}

void Recorder::makeRoom() {
    if (!full_) {
        base_ += static_cast<std::size_t>(next_ - first_);
    }
    first_ = next_ = scratch_.rows();
    end_ = first_ + (full_ ? scratch_.capacity() : std::min(limit_ - base_, scratch_.capacity()));
}

void Recorder::endReached() {
    if (full_ || base_ + static_cast<std::size_t>(next_ - first_) < limit_) {
        return;
    }
    full_ = true;
    sizeWhenFull_ = limit_;
    if (onFull_) {
        onFull_();
    }
}

TextId Recorder::intern(std::string_view text) {
    const auto [found, isNew] = interned_.try_emplace(std::string(text));
    if (isNew) {
        found->second = TextId::fromIndex(trace_.texts_.size());
        trace_.texts_.emplace_back(text);
    }
    return found->second;
}

void Recorder::setName(TaskId task, std::string_view name) {
    TextId& current = trace_.tasks_[task.index()].name;
    trace_.renames_[task].push_back({EventIndex::fromIndex(size()), current});
    current = intern(name);
}

void Recorder::addMember(ObjectId group, TaskId member) {
    trace_.members_[group].push_back(member);
}

void Recorder::output(double now, TaskId task, Stream stream, std::string_view text,
                      const Span& where) {
    if (text.empty()) {
        return;
    }
    OpenLine& open = openLine_;
    const bool goesOn = open.unfinished && open.sizeThen == size() && open.task == task &&
                        open.time == now && open.stream == stream;
    if (full_ && !goesOn) {
        return;
    }
    std::string& written = trace_.output_[static_cast<std::size_t>(stream)];
    if (!goesOn) {
        Event& row = append(now, EventKind::Output, task, static_cast<std::uint8_t>(stream));
        row.value = static_cast<double>(written.size());
        row.a = 0;
        row.setSpan(where);
        open = {&row, size(), now, task, stream, false};
    }
    open.unfinished = text.back() != '\n';
    open.row->a += static_cast<std::uint32_t>(text.size());
    if (!countOnly_) {
        written += text;
    }
}

void Recorder::warning(double now, TaskId task, std::string_view text, const Span& where) {
    Event& row = append(now, EventKind::Warning, task);
    row.b = intern(text).value;
    row.setSpan(where);
}

void Recorder::finished(double now, Finish how, std::string_view why) {
    const TextId text = why.empty() ? TextId() : intern(why);
    if (full_ && !countOnly_ && trace_.storage_.capacity() > limit_) {
        // The row kept free for this.
        first_ = trace_.storage_.rows();
        base_ = 0;
        next_ = first_ + limit_;
        end_ = next_ + 1;
        sizeWhenFull_ = limit_ + 1;
    }
    Event& row = append(now, EventKind::Finished, TaskId(), static_cast<std::uint8_t>(how));
    row.b = text.value;
}

const Trace& Recorder::trace() {
    trace_.size_ = countOnly_ ? 0 : size();
    return trace_;
}

Trace Recorder::take() {
    (void)trace();
    next_ = end_ = first_ = nullptr;
    return std::move(trace_);
}

}  // namespace coroscope::trace

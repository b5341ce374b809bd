// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/quiz.h"

#include <algorithm>
#include <utility>

#include "app/session/session.h"

namespace coroscope::app {

Quiz::Quiz(Session& session) : session_(session) {
    connect(&session_, &Session::traceChanged, this, &Quiz::read);
    connect(&session_.playhead(), &Playhead::moved, this, &Quiz::follow);
    read();
}

const scenario::Question* Quiz::question() const {
    return current_ ? &questions_[*current_].question : nullptr;
}

std::optional<QString> Quiz::given() const {
    return current_ ? questions_[*current_].given : std::nullopt;
}

bool Quiz::wasRight() const {
    return current_ && given() &&
           *given() == QString::fromStdString(questions_[*current_].question.answer);
}

void Quiz::answer(const QString& given) {
    if (!current_ || questions_[*current_].given) return;
    questions_[*current_].given = given;
    Q_EMIT changed();
}

void Quiz::putAway() {
    if (!current_) return;
    questions_[*current_].away = true;
    current_.reset();
    Q_EMIT changed();
}

trace::EventIndex Quiz::placeOf(const scenario::Question& question) const {
    const trace::Trace& trace = *session_.trace();
    if (question.line == 0) return trace.first();
    const int line = session_.playhead().meetingOf(question.line);
    for (auto row = trace.events().begin(); line > 0 && !row.atEnd(); ++row) {
        if (static_cast<int>(row->line) == line) return row.index();
    }
    return {};
}

trace::EventIndex Quiz::openBetween(trace::EventIndex after, trace::EventIndex last) const {
    if (!last.valid()) return {};
    const auto met = std::ranges::find_if(questions_, [&](const Asked& each) {
        return !each.given && (!after.valid() || after < each.at) && each.at <= last;
    });
    return met == questions_.end() ? trace::EventIndex() : met->at;
}

/// The questions are those of the text that ran, as the lines of its events are.
void Quiz::read() {
    const std::vector<Asked> before = std::exchange(questions_, {});
    current_.reset();
    for (const scenario::Question& question : session_.questions()) {
        Asked asked{question, placeOf(question), {}};
        const auto same = std::ranges::find(before, question.text,
                                            [](const Asked& each) { return each.question.text; });
        if (same != before.end()) {
            asked.given = same->given;
            asked.away = same->away;
        }
        if (asked.at.valid()) questions_.push_back(std::move(asked));
    }
    std::ranges::stable_sort(questions_, {}, &Asked::at);
    before_ = {};
    follow();
}

void Quiz::follow() {
    Playhead& playhead = session_.playhead();
    const trace::EventIndex before = std::exchange(before_, playhead.current());
    if (playhead.isPlaying() && before.valid() && before < before_) {
        const trace::EventIndex met = openBetween(before, before_);
        if (met.valid()) {
            playhead.pause();
            playhead.moveTo(met);  // comes back here, unless it is there already
        }
    }
    const trace::EventIndex here = playhead.current();
    std::optional<std::size_t> shown;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        if (questions_[i].at != here) {
            questions_[i].away = false;
            continue;
        }
        if (questions_[i].away) continue;
        shown = i;
        if (!questions_[i].given) break;  // one after the other
    }
    if (shown == current_ && !shown) return;
    current_ = shown;
    Q_EMIT changed();
}

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/event_list_model.h"

#include <algorithm>
#include <utility>

#include "app/inspector/spoken.h"
#include "app/session/named_words.h"
#include "app/session/run_source.h"
#include "app/style/counted.h"
#include "engine/trace/plain_text.h"

namespace coroscope::app {

namespace {

/// Events that are looked at in one go: a few milliseconds.
constexpr std::size_t kStretch = 4'000;
constexpr qsizetype kMostLetters = 400;

/// On one line, with all the spaces that were printed.
QString oneLine(QString text) {
    text.truncate(kMostLetters);
    text.replace(QLatin1String("\r\n"), QStringLiteral("⏎"));
    for (QChar& letter : text) {
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\r')) letter = QChar(0x23CE);
        if (letter == QLatin1Char('\t')) letter = QChar(0x21E5);
    }
    return QString::fromStdString(trace::plainLine(text.toStdString()));
}

}  // namespace

EventListModel::EventListModel(QObject* parent) : QAbstractListModel(parent) {
    looking_.setInterval(0);
    connect(&looking_, &QTimer::timeout, this, &EventListModel::lookOn);
}

void EventListModel::setRun(std::shared_ptr<const trace::Trace> trace,
                            std::shared_ptr<const RunSource> source, trace::EventIndex last) {
    trace_ = std::move(trace);
    source_ = std::move(source);
    last_ = last;
    restart();
}

void EventListModel::setLast(trace::EventIndex last) {
    last_ = last;
    restart();
}

std::string EventListModel::plainWords(trace::EventIndex at) const {
    const trace::Event event = (*trace_)[at];
    const bool scheduled = event.kind == trace::EventKind::CallbackScheduled;
    if (!scheduled && event.kind != trace::EventKind::CallbackRan) {
        return namedDescription(*trace_, at, *source_);
    }
    return (scheduled ? "the loop is asked to call back: " : "the loop makes a call: ") +
           plainCallback(*trace_, *source_, event);
}

QString EventListModel::wordsOf(trace::EventIndex at, trace::Digits digits) const {
    const std::string words = expert_ || digits == trace::Digits::All
                                  ? namedDescription(*trace_, at, *source_, digits)
                                  : plainWords(at);
    return oneLine(QString::fromStdString(words));
}

std::size_t EventListModel::shownEvents() const {
    return trace_ && last_.valid() ? std::min(trace_->size(), last_.index() + 1) : 0;
}

void EventListModel::setExpert(bool expert) {
    if (expert == expert_) return;
    expert_ = expert;
    restart();
}

void EventListModel::setFilter(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == words_) return;
    words_ = words;
    restart();
}

void EventListModel::restart() {
    beginResetModel();
    found_.clear();
    lookedAt_ = 0;
    endResetModel();
    looking_.stop();
    if (words_.isEmpty() || !trace_) return;
    looking_.start();
    lookOn();  // what is found at once shall not flicker in
}

bool EventListModel::complete() const { return !looking_.isActive(); }

void EventListModel::lookOn() {
    const std::size_t end = std::min(shownEvents(), lookedAt_ + kStretch);
    std::vector<trace::EventIndex> more;
    for (; lookedAt_ < end; ++lookedAt_) {
        const auto at = trace::EventIndex::fromIndex(lookedAt_);
        const QString text = wordsOf(at);
        const bool all = std::all_of(words_.begin(), words_.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        if (all) more.push_back(at);
    }
    if (!more.empty()) {
        const int first = static_cast<int>(found_.size());
        beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
        found_.insert(found_.end(), more.begin(), more.end());
        endInsertRows();
    }
    if (lookedAt_ != shownEvents()) return;
    looking_.stop();
    Q_EMIT completed();
}

trace::EventIndex EventListModel::eventOf(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    const auto place = static_cast<std::size_t>(row);
    return words_.isEmpty() ? trace::EventIndex::fromIndex(place) : found_[place];
}

int EventListModel::rowOf(trace::EventIndex event) const {
    if (!event.valid()) return -1;
    if (words_.isEmpty()) return std::min(static_cast<int>(event.index()), rowCount() - 1);
    const auto after = std::upper_bound(found_.begin(), found_.end(), event);
    return static_cast<int>(after - found_.begin()) - 1;
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !trace_) return 0;
    return static_cast<int>(words_.isEmpty() ? shownEvents() : found_.size());
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const trace::EventIndex at = eventOf(index.row());
    const trace::Event& event = (*trace_)[at];
    switch (role) {
        case Qt::DisplayRole: return wordsOf(at);
        case Qt::ToolTipRole: return wordsOf(at, trace::Digits::All);
        case Qt::AccessibleTextRole:
            return tr("%1, event %2").arg(wordsOf(at), countText(at.index() + 1));
        case EventRole: return at.value;
        case TaskRole: return event.task.valid() ? QVariant(event.task.value) : QVariant();
        case TimeRole: return event.time;
        case LineRole: return event.line;
        case KindRole: return static_cast<int>(event.kind);
        default: return {};
    }
}

}  // namespace coroscope::app

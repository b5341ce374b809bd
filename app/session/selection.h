// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the user has chosen, the same in all panels.

#include <QObject>

#include "engine/trace/ids.h"

namespace coroscope::app {

/// A task, a span of its lane, a source line: each of them or none.
class Selection final : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] trace::TaskId task() const { return task_; }
    /// The event with which the chosen span begins; none when a whole task is
    /// chosen.
    [[nodiscard]] trace::EventIndex span() const { return span_; }
    /// From 1; 0 when no line is chosen.
    [[nodiscard]] int line() const { return line_; }
    [[nodiscard]] bool empty() const { return !task_.valid() && !span_.valid() && line_ == 0; }

    void selectTask(trace::TaskId task) { set(task, {}, line_); }
    void selectSpan(trace::TaskId task, trace::EventIndex begin, int line) {
        set(task, begin, line);
    }
    void selectLine(int line) { set(task_, span_, line); }
    void clear() { set({}, {}, 0); }

Q_SIGNALS:
    void changed();

private:
    void set(trace::TaskId task, trace::EventIndex span, int line) {
        if (task == task_ && span == span_ && line == line_) return;
        task_ = task;
        span_ = span;
        line_ = line;
        Q_EMIT changed();
    }

    trace::TaskId task_;
    trace::EventIndex span_;
    int line_ = 0;
};

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QApplication>
#include <QElapsedTimer>

namespace coroscope::app {

/// Knows how long the longest event took.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --depth_;
            return done;
        }
        QElapsedTimer clock;
        clock.start();
        const QEvent::Type type = event->type();
        const char* const name = receiver->metaObject()->className();
        const bool done = QApplication::notify(receiver, event);
        --depth_;
        note(clock.nsecsElapsed(), name, type);
        return done;
    }

    void note(qint64 nanoseconds, const char* name, int type) {
        if (nanoseconds <= longest_) return;
        longest_ = nanoseconds;
        culprit_ = std::string(name) + " event " + std::to_string(type);
    }
    void forget() { longest_ = 0; }
    [[nodiscard]] double milliseconds() const { return static_cast<double>(longest_) / 1e6; }
    [[nodiscard]] const std::string& culprit() const { return culprit_; }

private:
    int depth_ = 0;
    qint64 longest_ = 0;
    std::string culprit_;
};

}  // namespace coroscope::app

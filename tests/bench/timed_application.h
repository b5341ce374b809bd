// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <fstream>
#include <string>

#include <QApplication>

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
        const qint64 began = nanoseconds();
        const QEvent::Type type = event->type();
        const char* const name = receiver->metaObject()->className();
        const bool done = QApplication::notify(receiver, event);
        --depth_;
        note(nanoseconds() - began, name, type);
        return done;
    }

    /// The time, without that in which this thread was ready and other programs had the
    /// processors: what a user of an idle machine would see.
    static qint64 nanoseconds() {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        std::ifstream schedule("/proc/thread-self/schedstat");
        qint64 ran = 0;
        qint64 stood = 0;
        schedule >> ran >> stood;
        return qint64{now.tv_sec} * 1'000'000'000 + now.tv_nsec - stood;
    }

    void note(qint64 took, const char* name, int type) {
        if (took <= longest_) return;
        longest_ = took;
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

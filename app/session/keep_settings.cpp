// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/keep_settings.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace coroscope::app {

namespace {

/// Holds changes in memory, which all of QSettings' objects share, and never writes them itself
/// before it goes.
class HeldSettings final : public QSettings {
protected:
    bool event(QEvent* event) override {
        return event->type() == QEvent::UpdateRequest || QSettings::event(event);
    }
};

class SettingsWriter final : public QObject {
public:
    explicit SettingsWriter(QObject* parent) : QObject(parent) {}
    ~SettingsWriter() override {
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
        }
        wake_.notify_one();
        if (thread_.joinable()) thread_.join();
    }

    void change(const std::function<void(QSettings&)>& change) {
        change(held_);
        {
            const std::lock_guard lock(mutex_);
            changed_ = true;
        }
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
        wake_.notify_one();
    }

private:
    void run() {
        // Several changes, such as those of a layout, are one file.
        constexpr std::chrono::milliseconds kPause(100);
        std::unique_lock lock(mutex_);
        while (!quit_) {
            wake_.wait(lock, [this] { return quit_ || changed_; });
            wake_.wait_for(lock, kPause, [this] { return quit_; });
            changed_ = false;
            lock.unlock();
            QSettings().sync();
            lock.lock();
        }
    }

    HeldSettings held_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool changed_ = false;  ///< guarded by `mutex_`
    bool quit_ = false;     ///< guarded by `mutex_`
    std::thread thread_;
};

}  // namespace

void keepSettings(const std::function<void(QSettings&)>& change) {
    // It goes with the application, and writes what is left.
    static QPointer<SettingsWriter> writer;
    if (writer == nullptr) writer = new SettingsWriter(qApp);
    writer->change(change);
}

void keepSetting(const QString& key, const QVariant& value) {
    keepSettings([&](QSettings& settings) { settings.setValue(key, value); });
}

}  // namespace coroscope::app

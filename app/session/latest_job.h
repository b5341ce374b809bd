// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace coroscope::app {

/// A thread that does jobs one by one. Only the latest matters: a job that is put in takes the
/// place of one that still waits. What is under way at the end is waited for; make it end soon.
template <typename Job>
class LatestJobThread {
public:
    explicit LatestJobThread(std::function<void(Job)> work) : work_(std::move(work)) {}
    ~LatestJobThread() {
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) thread_.join();
    }
    LatestJobThread(const LatestJobThread&) = delete;
    LatestJobThread& operator=(const LatestJobThread&) = delete;

    /// The thread begins with the first job.
    void put(Job job) {
        {
            const std::lock_guard lock(mutex_);
            next_ = std::move(job);
        }
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
        wake_.notify_one();
    }

private:
    void run() {
        for (;;) {
            std::optional<Job> job;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [this] { return quit_ || next_.has_value(); });
                if (quit_) return;
                job = std::exchange(next_, std::nullopt);
            }
            work_(std::move(*job));
        }
    }

    std::function<void(Job)> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Job> next_;  ///< guarded by `mutex_`
    bool quit_ = false;        ///< guarded by `mutex_`
    std::thread thread_;
};

}  // namespace coroscope::app

// The virtual clock of a run (conformance.md, "The virtual clock").
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace coroscope::loop {

/// 2025-01-01T00:00:00Z: what time.time() gives at virtual time 0.
inline constexpr double kEpoch = 1735689600.0;
/// Seconds since the run began. It moves only when told to, or by the spin rule: a
/// program that polls the clock, or the loop, at one instant for long enough sees it
/// creep on, and so comes to its end. Either counter starts again when the clock is moved by
/// anything but itself.
class Clock {
public:
    [[nodiscard]] double now() const { return now_; }
    /// BaseEventLoop._clock_resolution: a timer is due before now() and this. Past 2^24 seconds the
    /// next number is further away than a nanosecond.
    [[nodiscard]] double resolution() const {
        if (now_ < 0x1p22) return 1e-9;
        return std::max(1e-9, std::nextafter(now_, kNever) - now_);
    }

    /// The scenario reads the clock.
    double read() {
        if (++readings_ > kFreeReadings) {
            now_ += kCreep;
            polls_ = 0;
        }
        return now_;
    }
    /// The loop polls with work ready.
    void polled() {
        if (++polls_ > kFreePolls) {
            now_ += kCreep;
            readings_ = 0;
        }
    }
    /// Moves on to `when`; never back.
    void moveTo(double when) {
        if (!(when > now_)) return;  // nor to "not a number"
        now_ = when;
        readings_ = 0;
        polls_ = 0;
    }
    void advance(double seconds) { moveTo(now_ + seconds); }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();
    static constexpr std::uint32_t kFreeReadings = 1000;
    static constexpr std::uint32_t kFreePolls = 1000;
    static constexpr double kCreep = 10e-6;

    double now_ = 0;
    std::uint32_t readings_ = 0;
    std::uint32_t polls_ = 0;
};

}  // namespace coroscope::loop

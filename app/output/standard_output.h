// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace coroscope::app {

/// Writes to an open file descriptor in large blocks; line by line if it is a
/// terminal. A reader that has gone (EPIPE) is no error to talk about, but
/// nothing more can be written then.
class DescriptorWriter {
public:
    explicit DescriptorWriter(int descriptor);
    ~DescriptorWriter() { (void)flush(); }
    DescriptorWriter(const DescriptorWriter&) = delete;
    DescriptorWriter& operator=(const DescriptorWriter&) = delete;

    /// False once writing has failed: see `error`.
    bool write(std::string_view text);
    bool flush();

    /// errno of the write that failed; 0 while all is well.
    [[nodiscard]] int error() const { return error_; }

private:
    static constexpr std::size_t kBlock = 1 << 18;

    int descriptor_;
    bool terminal_;
    int error_ = 0;
    std::string block_;
};

}  // namespace coroscope::app

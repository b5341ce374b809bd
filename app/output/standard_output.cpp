// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/standard_output.h"

#include <cerrno>
#include <unistd.h>

namespace coroscope::app {

DescriptorWriter::DescriptorWriter(int descriptor)
    : descriptor_(descriptor), terminal_(::isatty(descriptor) == 1) {}

bool DescriptorWriter::write(std::string_view text) {
    if (error_ != 0) return false;
    block_ += text;
    const bool now =
        terminal_ ? text.find('\n') != std::string_view::npos : block_.size() >= kBlock;
    return !now || flush();
}

bool DescriptorWriter::flush() {
    std::string_view rest = block_;
    while (!rest.empty() && error_ == 0) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            error_ = errno;
        }
    }
    block_.clear();
    return error_ == 0;
}

}  // namespace coroscope::app

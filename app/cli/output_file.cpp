// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/cli/standard_output.h"

namespace coroscope::app {

namespace {

std::optional<std::string> failure(const std::string& path, int error) {
    return fmt::format("cannot write {}: {}", path, std::strerror(error));
}

/// errno of what failed, or 0.
int fill(int descriptor, const std::function<void(trace::TextSink&)>& write) {
    DescriptorWriter writer(descriptor);
    {
        trace::TextSink sink([&writer](std::string_view text) { writer.write(text); });
        write(sink);
    }
    writer.flush();
    return writer.error();
}

/// The permissions that a new file gets.
mode_t usualMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

std::optional<std::string> writeDirectly(const std::string& path,
                                         const std::function<void(trace::TextSink&)>& write) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(path, errno);
    const int error = fill(descriptor, write);
    ::close(descriptor);
    return error == 0 ? std::nullopt : failure(path, error);
}

}  // namespace

std::optional<std::string> writeFile(const std::string& path,
                                     const std::function<void(trace::TextSink&)>& write) {
    if (path == "-") {
        const int error = fill(STDOUT_FILENO, write);
        return error == 0 ? std::nullopt : failure("standard output", error);
    }
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) return failure(path, EISDIR);
    if (exists && !S_ISREG(old.st_mode)) return writeDirectly(path, write);

    // A link stays a link: what it points to is replaced.
    std::error_code ignored;
    std::filesystem::path target = path;
    if (exists) target = std::filesystem::canonical(path, ignored);
    if (ignored) target = path;

    std::string temporary = target.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return failure(path, errno);
    int error = fill(descriptor, write);
    const mode_t mode = exists ? old.st_mode & 07777 : usualMode();
    if (error == 0 && ::fchmod(descriptor, mode) != 0) error = errno;
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error == 0 && std::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        return failure(path, error);
    }
    return std::nullopt;
}

}  // namespace coroscope::app

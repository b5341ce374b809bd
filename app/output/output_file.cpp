// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/output_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "app/output/standard_output.h"

namespace coroscope::app {

namespace {

/// The permissions that a new file gets. They can only be asked for by changing them, which is
/// done before there are other threads that might make a file meanwhile.
const mode_t kUsualMode = [] {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}();

}  // namespace

std::string OutputFile::failure(int error) const {
    return fmt::format("cannot write {}: {}", path_ == "-" ? "standard output" : path_,
                       std::strerror(error));
}

std::variant<OutputFile, std::string> OutputFile::open(const std::string& path) {
    OutputFile file(path, -1);
    if (path == "-") {
        file.descriptor_ = ::dup(STDOUT_FILENO);
        if (file.descriptor_ < 0) return file.failure(errno);
        return file;
    }
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) return file.failure(EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
        file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (file.descriptor_ < 0) return file.failure(errno);
        return file;
    }
    // It would be replaced, for which the folder's permission is enough; but its owner has said
    // that it is not to be written.
    if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
        return file.failure(errno);
    }
    // A link stays a link: what it points to is replaced.
    std::error_code ignored;
    std::filesystem::path target = path;
    if (exists) target = std::filesystem::canonical(path, ignored);
    file.target_ = ignored ? path : target.string();
    file.mode_ = exists ? old.st_mode & 07777 : kUsualMode;
    if (const int error = file.openBeside()) return file.failure(error);
    return file;
}

/// Where the file system can, without a name, so that nothing is left of a program that is killed.
int OutputFile::openBeside() {
    const std::filesystem::path folder = std::filesystem::path(target_).parent_path();
    descriptor_ = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC,
                         S_IRUSR | S_IWUSR);
    if (descriptor_ >= 0) return 0;
    temporary_ = target_ + ".XXXXXX";
    descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ >= 0) return 0;
    temporary_.clear();
    return errno;
}

/// Gives what has been written without a name one that nobody else has.
int OutputFile::nameIt() {
    const std::string written = fmt::format("/proc/self/fd/{}", descriptor_);
    for (int attempt = 0; attempt < 1000; ++attempt) {
        std::string name = fmt::format("{}.{}-{}", target_, ::getpid(), attempt);
        if (::linkat(AT_FDCWD, written.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            temporary_ = std::move(name);
            return 0;
        }
        if (errno != EEXIST) return errno;
    }
    return EEXIST;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      temporary_(std::exchange(other.temporary_, {})),
      target_(std::move(other.target_)),
      mode_(other.mode_) {}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::optional<std::string> OutputFile::fill(const Writing& write, const trace::GoOn& goOn) {
    DescriptorWriter writer(descriptor_);
    {
        trace::TextSink sink(
            [&writer](std::string_view text) { writer.write(text); },
            // What cannot be written is not worth being made.
            [&](double share) { return writer.error() == 0 && (!goOn || goOn(share)); });
        write(sink);
    }
    writer.flush();
    int error = writer.error();
    if (error == 0 && !target_.empty() && ::fchmod(descriptor_, mode_) != 0) error = errno;
    if (error == 0 && !target_.empty() && temporary_.empty()) error = nameIt();
    if (::close(std::exchange(descriptor_, -1)) != 0 && error == 0) error = errno;
    if (error == 0) return std::nullopt;
    return failure(error);
}

std::optional<std::string> OutputFile::commit() {
    if (temporary_.empty()) return std::nullopt;
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return failure(errno);
    temporary_.clear();
    return std::nullopt;
}

std::optional<std::string> writeFile(const std::string& path, const Writing& write) {
    auto opened = OutputFile::open(path);
    if (const auto* problem = std::get_if<std::string>(&opened)) return *problem;
    OutputFile& file = std::get<OutputFile>(opened);
    if (const auto problem = file.fill(write)) return problem;
    return file.commit();
}

}  // namespace coroscope::app

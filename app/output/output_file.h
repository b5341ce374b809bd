// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <variant>

#include "engine/trace/text_sink.h"

namespace coroscope::app {

/// Writes all of a document to the sink that it is given.
using Writing = std::function<void(trace::TextSink&)>;

/// A file that appears as a whole or not at all: it is written beside its place, and `commit` puts
/// it there, so that a failure leaves the old one intact. `-` is standard output; this and what is
/// no regular file (a device, a named pipe) is written to directly.
///
/// What can fail gives a sentence for the user.
class OutputFile {
public:
    /// Says at once if nothing can be written there.
    [[nodiscard]] static std::variant<OutputFile, std::string> open(const std::string& path);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    /// What was not committed is gone.
    ~OutputFile();

    /// Once. `goOn` is what `write` may ask of its sink; to commit what was stopped is a mistake.
    [[nodiscard]] std::optional<std::string> fill(const Writing& write,
                                                  const trace::GoOn& goOn = {});
    [[nodiscard]] std::optional<std::string> commit();

private:
    OutputFile(std::string path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}
    [[nodiscard]] std::string failure(int error) const;
    /// Each gives errno, or 0.
    [[nodiscard]] int openBeside();
    [[nodiscard]] int nameIt();

    std::string path_;  ///< as the user wrote it
    int descriptor_ = -1;
    std::string temporary_;  ///< what is written, to become `target_`; empty: it has no name
    std::string target_;     ///< empty: `path_` itself is written to
    mode_t mode_ = 0;        ///< that the file is to have
};

/// All three steps for a single file.
[[nodiscard]] std::optional<std::string> writeFile(const std::string& path, const Writing& write);

}  // namespace coroscope::app

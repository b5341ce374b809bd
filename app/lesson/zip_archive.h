// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Zip archives in memory, from anybody.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coroscope::app {

struct ZipEntry {
    std::string name;  ///< with slashes: `tools/delay.py`
    std::string bytes;
};

/// What is unpacked at most: beyond a lesson's needs by far, and little enough for any machine.
inline constexpr std::size_t kMostZipEntries = 500;
inline constexpr std::size_t kMostZipBytes = 64U << 20;

/// All files of an archive, or what is wrong with it, as the rest of a sentence that begins with
/// its name: "is damaged: …". Sound names alone come back: UTF-8, relative, without `..`, and each
/// once, never as a file and a folder. Folders are left out, and so is what macOS adds by itself.
[[nodiscard]] std::variant<std::vector<ZipEntry>, std::string> readZip(std::string_view archive);

/// An archive of these, in this order. The same entries give the same bytes.
/// Empty if there can be none: a name of more than 64 KiB, or no memory. The limits of `readZip`
/// are not looked at.
[[nodiscard]] std::string writeZip(const std::vector<ZipEntry>& entries);

/// Whether a file of this name may be unpacked without harm: it stays below its folder, and is none
/// of those hidden ones by which programs are set up or started.
[[nodiscard]] bool isSafeName(std::string_view name);

}  // namespace coroscope::app

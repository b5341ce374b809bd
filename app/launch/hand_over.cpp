// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launch/hand_over.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace coroscope {

std::string handOver(std::string_view name, int argc, char** argv) {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return "cannot tell where coroscope is installed: " + error.message();
    std::string program = (self.parent_path() / name).string();

    std::vector<char*> arguments(argv, argv + argc);
    if (arguments.empty()) arguments.push_back(program.data());
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    return "cannot start " + program + ": " + std::strerror(errno);
}

}  // namespace coroscope

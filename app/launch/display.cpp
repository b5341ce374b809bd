// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launch/display.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace coroscope {

bool isQtOption(std::string_view argument) {
    constexpr std::array<std::string_view, 9> kQtOptions = {
        "platform",   "platformpluginpath", "platformtheme", "plugin",      "style",
        "stylesheet", "qwindowgeometry",    "qwindowicon",   "qwindowtitle"};
    if (!argument.starts_with('-')) return false;
    argument.remove_prefix(argument.starts_with("--") ? 2 : 1);
    argument = argument.substr(0, argument.find('='));
    return std::find(kQtOptions.begin(), kQtOptions.end(), argument) != kQtOptions.end();
}

bool canOpenWindow(int argc, char** argv) {
    const auto isSet = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM") ||
           std::any_of(argv, argv + argc, isQtOption);
}

}  // namespace coroscope

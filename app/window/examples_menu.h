// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include <QString>

class QMenu;

namespace coroscope {
struct BundledScenario;
}

namespace coroscope::app {

/// Fills `menu` with the bundled scenarios, a submenu for each category.
void fillExamples(QMenu& menu, const std::function<void(const BundledScenario&)>& open);

}  // namespace coroscope::app

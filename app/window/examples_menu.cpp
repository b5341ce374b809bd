// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/examples_menu.h"

#include <QMenu>

#include "app/bundle/bundled_scenarios.h"
#include "app/gallery/gallery_model.h"

namespace coroscope::app {

void fillExamples(QMenu& menu, const std::function<void(const BundledScenario&)>& open) {
    std::string_view category;
    QMenu* submenu = nullptr;
    for (const BundledScenario& scenario : bundledScenarios()) {
        if (submenu == nullptr || scenario.category != category) {
            category = scenario.category;
            submenu = menu.addMenu(readableName(category));
        }
        QObject::connect(submenu->addAction(readableName(scenario.name)), &QAction::triggered,
                         submenu, [&scenario, open] { open(scenario); });
    }
    menu.setEnabled(!menu.isEmpty());
}

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/examples_menu.h"

#include <QMenu>

#include "app/bundle/bundled_scenarios.h"

namespace coroscope::app {

QString readableName(std::string_view name) {
    QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit()) ++digits;
    if (digits > 0 && digits < text.size() && text[digits] == QLatin1Char('-')) {
        text.remove(0, digits + 1);
    }
    text.replace(QLatin1Char('-'), QLatin1Char(' '));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

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

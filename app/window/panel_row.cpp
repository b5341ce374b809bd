// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/panel_row.h"

#include <algorithm>

#include <QSettings>

#include "app/window/pane.h"

namespace coroscope::app {

namespace {

const QString kSizes = QStringLiteral("window/bottom");
const QString kShown = QStringLiteral("window/panes");
const QString kTabs = QStringLiteral("window/tabs");

}  // namespace

PanelRow::PanelRow(QWidget* parent) : QSplitter(Qt::Horizontal, parent) {
    setChildrenCollapsible(false);
    for (Pane*& pane : panes_) {
        pane = new Pane;
        addWidget(pane);
        connect(pane, &Pane::tabShown, this, &PanelRow::changed);
    }
    setSizes({460, 400, 570});
}

void PanelRow::add(std::size_t pane, QWidget* panel, const QString& name) {
    places_.push_back({panel, pane, panes_[pane]->count()});
    panes_[pane]->add(panel, name);
}

const PanelRow::Place* PanelRow::placeOf(const QWidget* panel) const {
    const auto found = std::find_if(places_.begin(), places_.end(),
                                    [panel](const Place& place) { return place.panel == panel; });
    return found == places_.end() ? nullptr : &*found;
}

bool PanelRow::isInFront(const QWidget* panel) const {
    const Place* place = placeOf(panel);
    return place != nullptr && shown_[place->pane] &&
           panes_[place->pane]->currentTab() == place->tab;
}

void PanelRow::toggle(const QWidget* panel) {
    const Place* place = placeOf(panel);
    if (place == nullptr) return;
    auto shown = shown_;
    shown[place->pane] = !isInFront(panel);
    panes_[place->pane]->showTab(place->tab);
    showPanes(shown);
}

/// A row without panes leaves its room to the timeline.
void PanelRow::showPanes(const std::array<bool, kPanes>& shown) {
    shown_ = shown;
    for (std::size_t pane = 0; pane < kPanes; ++pane) panes_[pane]->setVisible(shown[pane]);
    setVisible(std::find(shown.begin(), shown.end(), true) != shown.end());
    Q_EMIT changed();
}

void PanelRow::setPresenting(bool presenting) {
    if (presenting == presenting_) return;
    presenting_ = presenting;
    if (presenting) {
        sizesAtTheDesk_ = saveState();
        shownAtTheDesk_ = shown_;
        showPanes({true, true, false});
        setSizes({width() * 3 / 5, width() * 2 / 5, 0});
    } else {
        showPanes(shownAtTheDesk_);
        restoreState(sizesAtTheDesk_);
    }
}

void PanelRow::restore(const QSettings& settings) {
    restoreState(settings.value(kSizes).toByteArray());
    const QStringList tabs = settings.value(kTabs).toStringList();
    const QStringList panes = settings.value(kShown).toStringList();
    std::array<bool, kPanes> shown{};
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const auto at = static_cast<qsizetype>(pane);
        if (at < tabs.size()) panes_[pane]->showTab(tabs[at].toInt());
        shown[pane] = at >= panes.size() || panes[at] != QLatin1String("0");
    }
    showPanes(shown);
}

void PanelRow::save(QSettings& settings) const {
    QStringList tabs;
    QStringList panes;
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        tabs << QString::number(panes_[pane]->currentTab());
        const bool there = presenting_ ? shownAtTheDesk_[pane] : shown_[pane];
        panes << QString::number(there ? 1 : 0);
    }
    settings.setValue(kTabs, tabs);
    settings.setValue(kShown, panes);
    settings.setValue(kSizes, presenting_ ? sizesAtTheDesk_ : saveState());
}

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/panel_row.h"

#include <algorithm>
#include <utility>

#include <QMenu>
#include <QSettings>

#include "app/window/floating_panel.h"
#include "app/window/pane.h"

namespace coroscope::app {

namespace {

const QString kSizes = QStringLiteral("window/bottom");
const QString kShown = QStringLiteral("window/panes");
const QString kFront = QStringLiteral("window/front");
const QString kPlaces = QStringLiteral("window/panels");
const QString kFloating = QStringLiteral("window/floating/");

}  // namespace

PanelRow::PanelRow(QWidget* parent) : KeptSplitter(Qt::Horizontal, std::nullopt, parent) {
    for (Pane*& pane : panes_) {
        pane = new Pane;
        addWidget(pane);
        connect(pane, &Pane::tabShown, this, &PanelRow::changed);
        connect(pane, &Pane::menuWanted, this, &PanelRow::openMenu);
        // Not from within the tab bar's own event: the tab goes.
        connect(pane, &Pane::dropped, this, &PanelRow::drop, Qt::QueuedConnection);
    }
    // In front of a class what explains has most of the room.
    setUsual(
        [](int) {
            return QList<int>{460, 400, 570};
        },
        [](int) {
            return QList<int>{600, 400, 400};
        });
}

PanelRow::~PanelRow() = default;

void PanelRow::add(std::size_t pane, QWidget* panel, const QString& name) {
    places_.push_back({panel, name, pane, nullptr});
    panes_[pane]->add(panel, name);
}

const PanelRow::Place* PanelRow::placeOf(const QWidget* panel) const {
    const auto found = std::ranges::find(places_, panel, &Place::panel);
    return found == places_.end() ? nullptr : &*found;
}

PanelRow::Place* PanelRow::placeOf(const QWidget* panel) {
    return const_cast<Place*>(std::as_const(*this).placeOf(panel));
}

bool PanelRow::isFloating(const QWidget* panel) const {
    const Place* place = placeOf(panel);
    return place != nullptr && place->window != nullptr;
}

std::size_t PanelRow::paneOf(const QWidget* panel) const {
    const Place* place = placeOf(panel);
    return place == nullptr ? 0 : place->pane;
}

bool PanelRow::isInFront(const QWidget* panel) const {
    const Place* place = placeOf(panel);
    if (place == nullptr) return false;
    if (place->window) return place->window->isVisible();
    return shown_[place->pane] && panes_[place->pane]->current() == panel;
}

void PanelRow::toggle(const QWidget* panel) {
    Place* place = placeOf(panel);
    if (place == nullptr) return;
    if (place->window) {
        putBack(*place);
        return;
    }
    auto shown = shown_;
    shown[place->pane] = !isInFront(panel);
    panes_[place->pane]->bringToFront(place->panel);
    showPanes(shown);
}

void PanelRow::putBack(Place& place) {
    if (place.window == nullptr) return;
    panes_[place.pane]->add(place.panel, place.name);
    // It may be the one whose closing is under way.
    place.window.release()->deleteLater();
    panes_[place.pane]->bringToFront(place.panel);
    auto shown = shown_;
    shown[place.pane] = true;
    showPanes(shown);
}

void PanelRow::moveTo(const QWidget* panel, std::size_t pane) {
    Place* place = placeOf(panel);
    if (place == nullptr || pane >= kPanes) return;
    if (place->window == nullptr) panes_[place->pane]->take(place->panel);
    const bool floated = place->window != nullptr;
    place->pane = pane;
    if (floated) return putBack(*place);
    panes_[pane]->add(place->panel, place->name);
    panes_[pane]->bringToFront(place->panel);
    auto shown = shown_;
    shown[pane] = true;
    showPanes(shown);
}

void PanelRow::floatAt(const QWidget* panel, const QPoint& at) {
    Place* place = placeOf(panel);
    if (place == nullptr || place->window) return;
    const QSize size = place->panel->size().expandedTo({280, 160});
    panes_[place->pane]->take(place->panel);
    place->window = std::make_unique<FloatingPanel>(place->panel, place->name, window());
    place->window->resize(size);
    place->window->move(at);
    if (window()->isVisible()) place->window->show();
    connect(place->window.get(), &FloatingPanel::closed, this, [this, panel] {
        if (Place* closed = placeOf(panel)) putBack(*closed);
    });
    showPanes(shown_);
}

void PanelRow::openMenu(QWidget* panel, const QPoint& at) {
    QMenu menu(this);
    const QString names[kPanes] = {tr("Move to the &left"), tr("Move to the &middle"),
                                   tr("Move to the &right")};
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        QAction* action = menu.addAction(names[pane]);
        action->setEnabled(paneOf(panel) != pane);
        connect(action, &QAction::triggered, this, [this, panel, pane] { moveTo(panel, pane); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("In a &window of its own")), &QAction::triggered, this,
            [this, panel, at] { floatAt(panel, at); });
    menu.exec(at);
}

/// Into the pane where it was let go; anywhere else it floats, for a window that has the whole
/// screen has no outside.
void PanelRow::drop(QWidget* panel, const QPoint& at) {
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const Pane& each = *panes_[pane];
        if (!each.isVisible() || !each.rect().contains(each.mapFromGlobal(at))) continue;
        if (paneOf(panel) != pane) moveTo(panel, pane);
        return;
    }
    floatAt(panel, at);
}

/// A row without panes leaves its room to the timeline, and a pane without panels to the others.
void PanelRow::showPanes(const std::array<bool, kPanes>& shown) {
    shown_ = shown;
    bool any = false;
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const bool there = shown[pane] && panes_[pane]->count() > 0;
        panes_[pane]->setVisible(there);
        any = any || there;
    }
    setVisible(any);
    fit();
    Q_EMIT changed();
}

std::array<QWidget*, PanelRow::kPanes> PanelRow::fronts() const {
    std::array<QWidget*, kPanes> found{};
    for (std::size_t pane = 0; pane < kPanes; ++pane) found[pane] = panes_[pane]->current();
    return found;
}

void PanelRow::setPresenting(bool presenting) {
    if (presenting == isPresenting()) return;
    KeptSplitter::setPresenting(presenting);
    if (presenting) {
        shownAtTheDesk_ = shown_;
        frontAtTheDesk_ = fronts();
        showPanes({true, true, false});
    } else {
        for (QWidget* front : frontAtTheDesk_) {
            if (const Place* place = placeOf(front)) panes_[place->pane]->bringToFront(front);
        }
        showPanes(shownAtTheDesk_);
    }
    for (const Place& place : places_) {
        if (place.window) place.window->setVisible(!presenting);
    }
}

void PanelRow::showWindows() {
    for (const Place& place : places_) {
        if (place.window && !isPresenting()) place.window->show();
    }
}

void PanelRow::hideWindows() {
    for (const Place& place : places_) {
        if (place.window) place.window->hide();
    }
}

void PanelRow::restore(const QSettings& settings) {
    // `name pane`, in the order of the tabs.
    for (const QString& entry : settings.value(kPlaces).toStringList()) {
        const auto known = std::ranges::find_if(places_, [&](const Place& place) {
            return place.panel->objectName() == entry.section(QLatin1Char(' '), 0, 0);
        });
        const std::size_t pane = entry.section(QLatin1Char(' '), 1).toUInt();
        if (known != places_.end() && pane < kPanes) moveTo(known->panel, pane);
    }
    KeptSplitter::restore(settings.value(kSizes));
    const QStringList front = settings.value(kFront).toStringList();
    const QStringList panes = settings.value(kShown).toStringList();
    std::array<bool, kPanes> shown{};
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const auto at = static_cast<qsizetype>(pane);
        for (const Place& place : places_) {
            const bool wanted =
                at < front.size() ? place.panel->objectName() == front[at] : place.pane == pane;
            if (!wanted || place.pane != pane) continue;
            panes_[pane]->bringToFront(place.panel);
            break;
        }
        shown[pane] = at >= panes.size() || panes[at] != QLatin1String("0");
    }
    showPanes(shown);
    for (const Place& place : places_) {
        const QByteArray where =
            settings.value(kFloating + place.panel->objectName()).toByteArray();
        if (where.isEmpty()) continue;
        floatAt(place.panel, {});
        place.window->restoreGeometry(where);
    }
}

void PanelRow::save(QSettings& settings) const {
    QStringList front;
    QStringList panes;
    const std::array<QWidget*, kPanes> inFront = isPresenting() ? frontAtTheDesk_ : fronts();
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const QWidget* current = inFront[pane];
        front << (current != nullptr ? current->objectName() : QString());
        const bool there = isPresenting() ? shownAtTheDesk_[pane] : shown_[pane];
        panes << QString::number(there ? 1 : 0);
    }
    QStringList places;
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        // Tabs in their order; those that float come after them.
        std::vector<const Place*> here;
        for (const Place& place : places_) {
            if (place.pane == pane) here.push_back(&place);
        }
        std::ranges::stable_sort(
            here, {}, [&](const Place* place) { return panes_[pane]->indexOf(place->panel); });
        for (const Place* place : here) {
            places << QStringLiteral("%1 %2").arg(place->panel->objectName()).arg(pane);
        }
    }
    for (const Place& place : places_) {
        const QString key = kFloating + place.panel->objectName();
        if (place.window) {
            settings.setValue(key, place.window->saveGeometry());
        } else {
            settings.remove(key);
        }
    }
    settings.setValue(kPlaces, places);
    settings.setValue(kFront, front);
    settings.setValue(kShown, panes);
    settings.setValue(kSizes, saved());
}

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/panel_row.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QMenu>
#include <QSettings>

#include "app/window/floating_panel.h"
#include "app/window/pane.h"

namespace coroscope::app {

namespace {

const QString kSizes = QStringLiteral("window/bottom");
const QString kAway = QStringLiteral("window/away");
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
        connect(pane, &Pane::dragged, this, &PanelRow::showTarget);
        connect(pane, &Pane::dragEnded, this, [this] {
            for (Pane* each : panes_) each->setTarget(false);
        });
        connect(pane, &Pane::dropped, this, &PanelRow::drop, Qt::QueuedConnection);
    }
    // In front of a class what explains has most of the room.
    setUsual(
        [](int width) {
            constexpr int kNarrow = 760;
            return width < kNarrow ? QList<int>{520, 360, 470} : QList<int>{460, 400, 570};
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
    if (place == nullptr || place->away) return false;
    if (place->window) return place->window->isVisible();
    return isThere(place->pane) && panes_[place->pane]->current() == panel;
}

bool PanelRow::hasFocus(const QWidget* panel) const {
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && isInFront(panel) &&
           (focused == panel || panel->isAncestorOf(focused));
}

void PanelRow::goTo(QWidget* panel) {
    Place* place = placeOf(panel);
    if (place == nullptr) return;
    setAway(*place, false);
    if (place->window) {
        place->window->show();
        place->window->raise();
        place->window->activateWindow();
    } else {
        presentedPanes_[place->pane] = true;
        panes_[place->pane]->bringToFront(panel);
    }
    showPanes();
    panel->setFocus(Qt::ShortcutFocusReason);
}

void PanelRow::putAway(const QWidget* panel) {
    Place* place = placeOf(panel);
    if (place == nullptr) return;
    setAway(*place, true);
    showPanes();
}

void PanelRow::setAway(Place& place, bool away) {
    place.away = away;
    if (place.window) {
        place.window->setVisible(!away && !isPresenting() && window()->isVisible());
    } else {
        panes_[place.pane]->setShown(place.panel, !away);
    }
}

void PanelRow::putBack(Place& place) {
    if (place.window == nullptr) return;
    panes_[place.pane]->add(place.panel, place.name);
    place.away = false;
    // It may be the one whose closing is under way.
    place.window.release()->deleteLater();
    panes_[place.pane]->bringToFront(place.panel);
    presentedPanes_[place.pane] = true;
    showPanes();
}

void PanelRow::moveTo(const QWidget* panel, std::size_t pane) {
    Place* place = placeOf(panel);
    if (place == nullptr || pane >= kPanes) return;
    if (place->window == nullptr) panes_[place->pane]->take(place->panel);
    const bool floated = place->window != nullptr;
    place->pane = pane;
    if (floated) return putBack(*place);
    panes_[pane]->add(place->panel, place->name);
    place->away = false;
    panes_[pane]->bringToFront(place->panel);
    presentedPanes_[pane] = true;
    showPanes();
}

void PanelRow::floatAt(const QWidget* panel, const QPoint& at) {
    Place* place = placeOf(panel);
    if (place == nullptr || place->window) return;
    const QSize size = place->panel->size().expandedTo({280, 160});
    panes_[place->pane]->take(place->panel);
    place->window = std::make_unique<FloatingPanel>(place->panel, place->name, window());
    place->window->resize(size);
    place->window->move(at);
    if (window()->isVisible() && !place->away) place->window->show();
    connect(place->window.get(), &FloatingPanel::closed, this, [this, panel] {
        if (Place* closed = placeOf(panel)) putBack(*closed);
    });
    showPanes();
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
    connect(menu.addAction(tr("&Put away")), &QAction::triggered, this,
            [this, panel] { putAway(panel); });
    menu.exec(at);
}

std::optional<std::size_t> PanelRow::paneAt(const QPoint& at) const {
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const Pane& each = *panes_[pane];
        if (each.isVisible() && each.rect().contains(each.mapFromGlobal(at))) return pane;
    }
    return std::nullopt;
}

void PanelRow::showTarget(const QWidget* panel, const QPoint& at) {
    const auto under = paneAt(at);
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        panes_[pane]->setTarget(under == pane && paneOf(panel) != pane);
    }
}

/// Into the pane where it was let go; anywhere else it floats, for a window that has the whole
/// screen has no outside.
void PanelRow::drop(QWidget* panel, const QPoint& at) {
    const auto pane = paneAt(at);
    if (!pane) {
        floatAt(panel, at);
    } else if (paneOf(panel) != *pane) {
        moveTo(panel, *pane);
    }
}

bool PanelRow::isThere(std::size_t pane) const {
    return panes_[pane]->shownCount() > 0 && (!isPresenting() || presentedPanes_[pane]);
}

/// A row without panes leaves its room to the timeline, and a pane without panels to the others.
void PanelRow::showPanes() {
    bool any = false;
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        panes_[pane]->setVisible(isThere(pane));
        any = any || isThere(pane);
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

std::vector<const QWidget*> PanelRow::away() const {
    std::vector<const QWidget*> found;
    for (const Place& place : places_) {
        if (place.away) found.push_back(place.panel);
    }
    return found;
}

void PanelRow::setPresenting(bool presenting) {
    if (presenting == isPresenting()) return;
    if (presenting) {
        awayAtTheDesk_ = away();
        frontAtTheDesk_ = fronts();
        presentedPanes_ = {};
        for (const QWidget* panel : presented_) {
            const Place* place = placeOf(panel);
            if (place != nullptr && !place->window) presentedPanes_[place->pane] = true;
        }
    }
    KeptSplitter::setPresenting(presenting);
    if (!presenting) {
        for (Place& place : places_) {
            place.away = std::ranges::count(awayAtTheDesk_, place.panel) > 0;
            if (!place.window) panes_[place.pane]->setShown(place.panel, !place.away);
        }
        for (QWidget* front : frontAtTheDesk_) {
            if (const Place* place = placeOf(front)) panes_[place->pane]->bringToFront(front);
        }
    }
    showPanes();
    for (const Place& place : places_) {
        if (place.window) place.window->setVisible(!presenting && !place.away);
    }
}

void PanelRow::showWindows() {
    for (const Place& place : places_) {
        if (place.window && !place.away && !isPresenting()) place.window->show();
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
    const QStringList away = settings.value(kAway).toStringList();
    for (Place& place : places_) {
        if (!place.window) setAway(place, away.contains(place.panel->objectName()));
    }
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const auto at = static_cast<qsizetype>(pane);
        for (const Place& place : places_) {
            const bool wanted =
                at < front.size() ? place.panel->objectName() == front[at] : place.pane == pane;
            if (!wanted || place.pane != pane || place.away) continue;
            panes_[pane]->bringToFront(place.panel);
            break;
        }
    }
    showPanes();
    for (Place& place : places_) {
        const QByteArray where =
            settings.value(kFloating + place.panel->objectName()).toByteArray();
        if (where.isEmpty()) continue;
        floatAt(place.panel, {});
        place.window->restoreGeometry(where);
        setAway(place, away.contains(place.panel->objectName()));
    }
}

void PanelRow::save(QSettings& settings) const {
    QStringList front;
    QStringList away;
    for (const QWidget* panel : isPresenting() ? awayAtTheDesk_ : this->away()) {
        away << panel->objectName();
    }
    const std::array<QWidget*, kPanes> inFront = isPresenting() ? frontAtTheDesk_ : fronts();
    for (std::size_t pane = 0; pane < kPanes; ++pane) {
        const QWidget* current = inFront[pane];
        front << (current != nullptr ? current->objectName() : QString());
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
    settings.setValue(kAway, away);
    settings.setValue(kSizes, saved());
}

}  // namespace coroscope::app

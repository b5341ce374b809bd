// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/window/kept_splitter.h"

class QSettings;

namespace coroscope::app {

class FloatingPanel;
class Pane;

/// The panels below the timeline: three panes beside each other, each with some of the panels as
/// its tabs. A panel can be put away; it can be dragged by its tab into another pane, or out of the
/// row, where it has a window of its own. All of it is kept in the settings.
class PanelRow final : public KeptSplitter {
    Q_OBJECT

public:
    static constexpr std::size_t kPanes = 3;

    explicit PanelRow(QWidget* parent = nullptr);
    ~PanelRow() override;

    /// Puts a panel as the next tab into a pane (0 to 2, from the left). The row owns it. In the
    /// settings it goes by its object name.
    void add(std::size_t pane, QWidget* panel, const QString& name);
    /// Moves a panel into another pane, as its last tab, and brings it to the front.
    void moveTo(const QWidget* panel, std::size_t pane);
    /// Gives a panel a window of its own, at this place on the screen.
    void floatAt(const QWidget* panel, const QPoint& at);
    [[nodiscard]] bool isFloating(const QWidget* panel) const;
    /// The pane that a panel is in, or goes back to.
    [[nodiscard]] std::size_t paneOf(const QWidget* panel) const;
    [[nodiscard]] Pane& pane(std::size_t number) const { return *panes_[number]; }

    /// Brings a panel to the front, from wherever it is, and gives it the focus.
    void goTo(QWidget* panel);
    /// Takes a panel out of sight, and no other; `goTo` has it back where it was.
    void putAway(const QWidget* panel);
    /// Whether a panel can be seen: its tab is in front and its pane is there.
    [[nodiscard]] bool isInFront(const QWidget* panel) const;
    [[nodiscard]] bool hasFocus(const QWidget* panel) const;

    /// In front of a class only the panes with these are there; afterwards the row is again what it
    /// was.
    void setPresented(std::vector<const QWidget*> panels) { presented_ = std::move(panels); }
    void setPresenting(bool presenting);

    /// Of the panels that float: they come and go with what they belong to.
    void showWindows();
    void hideWindows();
    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// Another panel came to the front, or a pane came or went.
    void changed();

private:
    struct Place {
        QWidget* panel;
        QString name;
        std::size_t pane;
        std::unique_ptr<FloatingPanel> window;  ///< null: it is in its pane
        bool away = false;
    };
    [[nodiscard]] Place* placeOf(const QWidget* panel);
    [[nodiscard]] const Place* placeOf(const QWidget* panel) const;
    void putBack(Place& place);
    void openMenu(QWidget* panel, const QPoint& at);
    /// None: anywhere else, where a panel floats.
    [[nodiscard]] std::optional<std::size_t> paneAt(const QPoint& at) const;
    void showTarget(const QWidget* panel, const QPoint& at);
    void drop(QWidget* panel, const QPoint& at);
    void setAway(Place& place, bool away);
    [[nodiscard]] bool isThere(std::size_t pane) const;
    void showPanes();
    [[nodiscard]] std::array<QWidget*, kPanes> fronts() const;
    /// Those that are put away.
    [[nodiscard]] std::vector<const QWidget*> away() const;

    std::array<Pane*, kPanes> panes_{};
    std::vector<Place> places_;
    std::vector<const QWidget*> presented_;
    std::array<bool, kPanes> presentedPanes_{};
    /// What `setPresenting` brings back.
    std::vector<const QWidget*> awayAtTheDesk_;
    std::array<QWidget*, kPanes> frontAtTheDesk_{};
};

}  // namespace coroscope::app

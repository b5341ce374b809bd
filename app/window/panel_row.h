// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QByteArray>
#include <QSplitter>

class QSettings;

namespace coroscope::app {

class Pane;

/// The panels below the timeline: three panes beside each other, each with some of the panels as
/// its tabs. A pane can be put away. Which tab is in front, which panes are there and how wide they
/// are is kept in the settings.
class PanelRow final : public QSplitter {
    Q_OBJECT

public:
    static constexpr std::size_t kPanes = 3;

    explicit PanelRow(QWidget* parent = nullptr);

    /// Puts a panel as the next tab into a pane (0 to 2, from the left). The row owns it.
    void add(std::size_t pane, QWidget* panel, const QString& name);
    /// Brings a panel to the front; if it is there already, puts its pane away.
    void toggle(const QWidget* panel);
    /// Whether a panel can be seen: its tab is in front and its pane is there.
    [[nodiscard]] bool isInFront(const QWidget* panel) const;

    /// In front of a class only what explains and what is printed is there; afterwards the row is
    /// again what it was.
    void setPresenting(bool presenting);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// Another panel came to the front, or a pane came or went.
    void changed();

private:
    struct Place {
        const QWidget* panel;
        std::size_t pane;
        int tab;
    };
    [[nodiscard]] const Place* placeOf(const QWidget* panel) const;
    void showPanes(const std::array<bool, kPanes>& shown);

    std::array<Pane*, kPanes> panes_{};
    std::vector<Place> places_;
    std::array<bool, kPanes> shown_{true, true, true};
    bool presenting_ = false;
    /// What `setPresenting` brings back.
    std::array<bool, kPanes> shownAtTheDesk_{};
    QByteArray sizesAtTheDesk_;
};

}  // namespace coroscope::app

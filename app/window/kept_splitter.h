// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <optional>

#include <QList>
#include <QSplitter>
#include <QVariant>

namespace coroscope::app {

/// A splitter whose borders are where they were drawn, whatever happened to the window meanwhile:
/// where its parts are follows from what was drawn and from its size alone, so that one that
/// shrinks and grows again is what it was. It has two arrangements, one for the desk and one for
/// the front of a class; neither knows what was drawn in the other.
class KeptSplitter : public QSplitter {
    Q_OBJECT

public:
    /// The sizes of all parts, for a length of all parts together. They need not sum up to it.
    using Usual = std::function<QList<int>(int length)>;

    /// `elastic`: the part that takes what a window of another size has more or less; none: all in
    /// proportion.
    explicit KeptSplitter(Qt::Orientation orientation, std::optional<int> elastic = {},
                          QWidget* parent = nullptr);

    /// What holds until somebody draws a border.
    void setUsual(Usual desk, Usual presenting);
    void setPresenting(bool presenting);
    [[nodiscard]] bool isPresenting() const { return presenting_; }
    /// Puts the parts to their places, after something but the size has changed.
    void fit();

    /// Of the desk; what `restore` does not understand is no arrangement.
    [[nodiscard]] QVariant saved() const;
    void restore(const QVariant& saved);

protected:
    [[nodiscard]] QSplitterHandle* createHandle() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Arrangement {
        Usual usual;
        QList<int> drawn;  ///< empty: nobody has
    };

    [[nodiscard]] Arrangement& shown() { return arrangements_[presenting_ ? 1 : 0]; }
    [[nodiscard]] int length() const;
    void keepDrawn();

    std::optional<int> elastic_;
    std::array<Arrangement, 2> arrangements_;
    bool presenting_ = false;
};

}  // namespace coroscope::app

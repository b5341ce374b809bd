// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QListView>

namespace coroscope::app {

/// The cards of the gallery, those of a category beside each other under its name. Categories
/// share a row where they fit it.
class CardsView final : public QListView {
    Q_OBJECT

public:
    /// `categoryRole`: what the model says a card belongs to; cards of one category are together.
    explicit CardsView(int categoryRole, QWidget* parent = nullptr);

    /// The size of a card and its margins.
    [[nodiscard]] QSize cell() const;
    void doItemsLayout() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Heading {
        QString text;
        QRect place;
    };

    [[nodiscard]] int room() const;
    [[nodiscard]] int columns() const;

    int categoryRole_;
    std::vector<Heading> headings_;
};

}  // namespace coroscope::app

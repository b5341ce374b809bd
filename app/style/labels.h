// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Labels in larger type. They are classes because Qt gives each class its font: the theme sets it
/// once, and it follows the size of all type.

#include <QLabel>

namespace coroscope::app {

/// The name of a window or a page.
class Title final : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
};

/// What is to be read first.
class Lead final : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
};

/// Bold at the common size: what a line is about.
class Caption final : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
};

}  // namespace coroscope::app

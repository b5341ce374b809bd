// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace coroscope::app {

class ScenarioDocument;

/// The teacher's notes to a lesson, to be read and written beside it. Goes when another document is
/// opened.
class NotesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit NotesDialog(ScenarioDocument& document, QWidget* parent = nullptr);
};

}  // namespace coroscope::app

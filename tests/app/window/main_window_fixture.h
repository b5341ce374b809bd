// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/main_window.h"
#include "tests/app/support/files.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {

/// The window on a small run that is made by hand, without an engine.
class MainWindowTest : public testing::Test {
protected:
    MainWindowTest() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(sample::runner());
        window_->resize(1440, 860);
        window_->show();
        window_->activateWindow();
        openText(QString::fromUtf8(sample::kText));
        window_->timeline().setFocus();
    }

    Session& session() { return window_->session(); }
    SourceEditor& source() { return window_->editorPane().editor(); }
    bool settled() {
        return waitUntil([this] { return !session().runs().isBusy(); });
    }
    void openText(const QString& text) {
        session().document().openText(QStringLiteral("parcels.py"), text);
        ASSERT_TRUE(settled());
    }
    QString write(const char* name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QLatin1String(name));
        writeFile(path, bytes);
        return path;
    }
    /// What a crash leaves of unsaved work: the path of the copy, which nobody locks.
    static QString leaveUnsavedWork(const char* name, const QByteArray& json) {
        const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        EXPECT_TRUE(data.mkpath(QStringLiteral("unsaved")));
        const QString path =
            data.filePath(QStringLiteral("unsaved/%1.json").arg(QLatin1String(name)));
        writeFile(path, json);
        return path;
    }
    void key(int code, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window_.get(),
            static_cast<Qt::Key>(code), modifiers);
    }
    /// Presses a button of the question that is about to be asked.
    void answer(QMessageBox::StandardButton button) {
        QTimer::singleShot(50, window_.get(), [this, button] {
            for (QWidget* each : QApplication::topLevelWidgets()) {
                auto* box = qobject_cast<QMessageBox*>(each);
                if (box == nullptr || !box->isVisible()) continue;
                ++asked_;
                QTest::mouseClick(box->button(button), Qt::LeftButton);
                return;
            }
        });
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
    int asked_ = 0;
};

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include <atomic>
#include <cmath>
#include <memory>

#include <QCloseEvent>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProgressDialog>
#include <QPushButton>
#include <QThread>
#include <QTimer>

#include "app/output/export_files.h"

namespace coroscope::app {

namespace {

constexpr int kParts = 1000;

QString translated(const char* text) { return QCoreApplication::translate("ExportJob", text); }

/// Stays, and keeps the window from being used, until the work has really ended: that is asked to
/// stop takes a moment.
class Waiting final : public QProgressDialog {
public:
    Waiting(const QString& file, std::atomic<bool>& stop, QWidget* parent)
        : QProgressDialog(translated("Writing %1…").arg(file), QString(), 0, 0, parent),
          button_(new QPushButton(translated("Stop"))),
          stop_(stop) {
        setWindowModality(Qt::WindowModal);
        setMinimumDuration(0);
        setAutoReset(false);
        setCancelButton(button_);
        // It would hide the dialog.
        disconnect(this, &QProgressDialog::canceled, this, nullptr);
        connect(this, &QProgressDialog::canceled, this, &Waiting::askToStop);
    }

    void tell(int part) {
        if (part == 0 || stop_) return;  // how far it is, is not known yet
        setMaximum(kParts);
        setValue(part);
    }

    void reject() override { askToStop(); }

protected:
    void closeEvent(QCloseEvent* event) override {
        event->ignore();
        askToStop();
    }

private:
    void askToStop() {
        stop_ = true;
        setLabelText(translated("Stopping…"));
        button_->setEnabled(false);
    }

    QPushButton* button_;
    std::atomic<bool>& stop_;
};

/// The program may be asked to quit meanwhile, which would close the dialog first, and be refused.
/// It quits when the work has ended.
class QuitsLater final : public QObject {
public:
    explicit QuitsLater(std::atomic<bool>& stop) : stop_(stop) { qApp->installEventFilter(this); }
    ~QuitsLater() override {
        if (asked_) QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }

    bool eventFilter(QObject* /*object*/, QEvent* event) override {
        if (event->type() != QEvent::Quit) return false;
        asked_ = true;
        stop_ = true;
        return true;
    }

private:
    std::atomic<bool>& stop_;
    bool asked_ = false;
};

}  // namespace

ExportOutcome exportWithProgress(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path, QWidget* parent, int patience) {
    ExportOutcome outcome;
    std::atomic<bool> stop = false;
    std::atomic<int> part = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        outcome.trouble = exportRun(run, options, path, &outcome.files, [&](double share) {
            part = static_cast<int>(std::lround(share * kParts));
            return !stop;
        });
    }));
    const QuitsLater quitsLater(stop);
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    // What is done in no time needs no dialog; until there is one, nothing else may be clicked.
    QTimer::singleShot(patience, &loop, [&loop] { loop.exit(1); });
    thread->start();
    if (loop.exec(QEventLoop::ExcludeUserInputEvents) != 0 && !thread->isFinished()) {
        Waiting dialog(QFileInfo(path).fileName(), stop, parent);
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &dialog, [&] { dialog.tell(part); });
        tick.start(50);
        dialog.show();
        if (!thread->isFinished()) loop.exec();
    }
    // The loop is also left when the program is to end: then nobody waits for the file.
    if (!thread->isFinished()) stop = true;
    thread->wait();
    outcome.stopped = outcome.trouble == QLatin1String(kExportStopped);
    return outcome;
}

}  // namespace coroscope::app

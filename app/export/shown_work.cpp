// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/shown_work.h"

#include <atomic>
#include <cmath>
#include <memory>

#include <QCloseEvent>
#include <QCoreApplication>
#include <QEventLoop>
#include <QProgressDialog>
#include <QPushButton>
#include <QThread>
#include <QTimer>

namespace coroscope::app {

namespace {

constexpr int kParts = 1000;

QString translated(const char* text) { return QCoreApplication::translate("ShownWork", text); }

/// Stays, and keeps the window from being used, until the work has really ended: that is asked to
/// stop takes a moment.
class Waiting final : public QProgressDialog {
public:
    Waiting(const QString& label, std::atomic<bool>& stop, QWidget* parent)
        : QProgressDialog(label, QString(), 0, 0, parent),
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

void workShown(const std::function<void(const trace::GoOn&)>& work, const QString& label,
               QWidget* parent, int patience) {
    std::atomic<bool> stop = false;
    std::atomic<int> part = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        work([&](double share) {
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
        Waiting dialog(label, stop, parent);
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &dialog, [&] { dialog.tell(part); });
        tick.start(50);
        dialog.show();
        if (!thread->isFinished()) loop.exec();
    }
    // The loop is also left when the program is to end: then nobody waits for what it makes.
    if (!thread->isFinished()) stop = true;
    thread->wait();
}

}  // namespace coroscope::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/limits_dialog.h"

#include <algorithm>
#include <array>
#include <optional>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/session/keep_settings.h"
#include "app/style/counted.h"

namespace coroscope::app {

namespace {

using scenario::Limits;

/// What is counted in thousands is written out: `6,000,000`, not `6,000 thousand`.
class ThousandsBox final : public QSpinBox {
protected:
    QString textFromValue(int value) const override { return countText(qulonglong(value) * 1000); }
    int valueFromText(const QString& text) const override {
        return static_cast<int>(numberIn(text).value_or(0) / 1000);
    }
    QValidator::State validate(QString& text, int&) const override {
        const std::optional<qlonglong> value = numberIn(text);
        if (text.isEmpty()) return QValidator::Intermediate;
        if (!value || *value < 0) return QValidator::Invalid;
        const bool within = *value / 1000 >= minimum() && *value / 1000 <= maximum();
        return within ? QValidator::Acceptable : QValidator::Intermediate;
    }

private:
    static std::optional<qlonglong> numberIn(QString text) {
        bool isNumber = false;
        const qlonglong value = text.remove(QLatin1Char(',')).toLongLong(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
};

/// A limit as people set it: in units of which a few thousand are plenty.
struct Field {
    const char* key;
    std::uint64_t Limits::*value;
    std::uint64_t unit;
    int least;
    int most;
    const char* label;
    const char* suffix;  ///< null: the unit is a thousand, and not said
};

constexpr std::array kFields = {
    Field{"limits/instructions", &Limits::instructions, 1'000'000, 1, 1'000'000,
          QT_TRANSLATE_NOOP("LimitsDialog", "Bytecode &instructions"),
          QT_TRANSLATE_NOOP("LimitsDialog", " million")},
    Field{"limits/events", &Limits::events, 1000, 1, 100'000,
          QT_TRANSLATE_NOOP("LimitsDialog", "&Events on the timeline"), nullptr},
    Field{"limits/memory", &Limits::memoryBytes, 1 << 20, 16, 1 << 16,
          QT_TRANSLATE_NOOP("LimitsDialog", "&Memory"), QT_TRANSLATE_NOOP("LimitsDialog", " MiB")},
    Field{"limits/output", &Limits::outputBytes, 1 << 20, 1, 4096,
          QT_TRANSLATE_NOOP("LimitsDialog", "&Output"), QT_TRANSLATE_NOOP("LimitsDialog", " MiB")},
};

}  // namespace

Limits limitsOfSettings() {
    const QSettings settings;
    Limits limits = scenario::limitsForViewing();
    for (const Field& field : kFields) {
        bool isNumber = false;
        const int value = settings.value(QLatin1String(field.key)).toInt(&isNumber);
        if (!isNumber || value < field.least || value > field.most) continue;
        limits.*field.value = static_cast<std::uint64_t>(value) * field.unit;
    }
    return limits;
}

void saveLimits(const Limits& limits) {
    keepSettings([&limits](QSettings& settings) {
        for (const Field& field : kFields) {
            settings.setValue(QLatin1String(field.key),
                              static_cast<int>(limits.*field.value / field.unit));
        }
    });
}

LimitsDialog::LimitsDialog(const Limits& limits, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Limits of a run"));
    auto* column = new QVBoxLayout(this);
    auto* words = new QLabel(
        tr("A run that needs more than this is cut off there, and shown up to that moment."));
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    for (const Field& field : kFields) {
        auto* box = field.suffix == nullptr ? new ThousandsBox : new QSpinBox;
        box->setRange(field.least, field.most);
        if (field.suffix != nullptr) box->setSuffix(tr(field.suffix));
        box->setGroupSeparatorShown(true);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        form->addRow(tr(field.label), box);
        fields_.push_back(box);
    }
    column->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Run again"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showLimits(scenario::limitsForViewing()); });
    column->addWidget(buttons);
    showLimits(limits);
}

void LimitsDialog::showLimits(const Limits& limits) {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        fields_[i]->setValue(
            static_cast<int>(std::min<std::uint64_t>(limits.*kFields[i].value / kFields[i].unit,
                                                     static_cast<std::uint64_t>(kFields[i].most))));
    }
}

Limits LimitsDialog::limits() const {
    Limits limits = scenario::limitsForViewing();
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        limits.*kFields[i].value =
            static_cast<std::uint64_t>(fields_[i]->value()) * kFields[i].unit;
    }
    return limits;
}

}  // namespace coroscope::app

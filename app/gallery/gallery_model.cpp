// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/gallery_model.h"

#include <string>
#include <utility>
#include <variant>

#include <QRegularExpression>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

namespace {

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

scenario::Header headerOf(const BundledScenario& file) {
    const auto source = scenario::SourceText::fromBytes(std::string(file.fileName), file.text);
    if (!std::holds_alternative<scenario::SourceText>(source)) return {};
    auto header = scenario::Header::read(std::get<scenario::SourceText>(source));
    const auto* read = std::get_if<scenario::Header>(&header);
    return read != nullptr ? *read : scenario::Header();
}

/// What the program has of asyncio (`asyncio.Lock asyncio.sleep`): whoever looks for a lesson on it
/// types that.
QString usedNames(const QString& text) {
    static const QRegularExpression name(QStringLiteral("\\basyncio\\.\\w+"));
    QStringList names;
    for (auto found = name.globalMatch(text); found.hasNext();) names << found.next().captured();
    names.removeDuplicates();
    return names.join(QLatin1Char(' '));
}

}  // namespace

QString readableName(std::string_view name) {
    QString text = toQt(name);
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit()) ++digits;
    if (digits > 0 && digits < text.size() && text[digits] == QLatin1Char('-')) {
        text.remove(0, digits + 1);
    }
    text.replace(QLatin1Char('-'), QLatin1Char(' '));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString levelName(int level) {
    switch (level) {
        case 1: return GalleryModel::tr("First");
        case 2: return GalleryModel::tr("Further");
        case 3: return GalleryModel::tr("Advanced");
        default: return {};
    }
}

QString levelDots(int level) {
    return QString(level, QChar(0x25CF)) + QString(3 - level, QChar(0x25CB));
}

GalleryModel::GalleryModel(Runner runner, QObject* parent)
    : QAbstractListModel(parent), runner_(std::move(runner)) {
    for (const BundledScenario& file : bundledScenarios()) {
        const scenario::Header header = headerOf(file);
        Entry entry;
        entry.file = &file;
        entry.title = header.title.empty() ? readableName(file.name) : toQt(header.title);
        entry.summary = toQt(header.summary);
        entry.category =
            header.category.empty() ? readableName(file.category) : toQt(header.category);
        entry.level = header.level;
        entry.uses = usedNames(toQt(file.text));
        entries_.push_back(std::move(entry));
    }
}

GalleryModel::~GalleryModel() {
    quit_ = true;
    cancel_.trip();
    if (worker_.joinable()) worker_.join();
}

void GalleryModel::runAll() {
    if (worker_.joinable() || entries_.empty()) return;
    worker_ = std::thread([this, count = static_cast<int>(entries_.size())] {
        for (int row = 0; row < count && !quit_; ++row) {
            const BundledScenario& file = scenario(row);
            RunRequest request;
            request.text = std::string(file.text);
            request.name = std::string(file.fileName);
            const RunReport report = runner_(request, cancel_);
            if (!report.trace) continue;
            QMetaObject::invokeMethod(
                this, [this, row, trace = report.trace] { take(row, trace); },
                Qt::QueuedConnection);
        }
    });
}

void GalleryModel::take(int row, std::shared_ptr<const trace::Trace> trace) {
    entries_[at(row)].trace = std::move(trace);
    Q_EMIT dataChanged(index(row), index(row));
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Entry& entry = entries_[at(index.row())];
    switch (role) {
        case Qt::DisplayRole: return entry.title;
        case Qt::ToolTipRole:
            return entry.level == 0
                       ? entry.summary
                       : tr("%1\nLevel: %2 (%3)")
                             .arg(entry.summary, levelName(entry.level), levelDots(entry.level));
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1. %2. %3. %4")
                .arg(entry.title, entry.category, levelName(entry.level), entry.summary);
        case SummaryRole: return entry.summary;
        case CategoryRole: return entry.category;
        case LevelRole: return entry.level;
        case RowRole: return index.row();
        case SearchRole:
            return QStringList{entry.title, entry.summary, entry.category, toQt(entry.file->name),
                               entry.uses}
                .join(QLatin1Char(' '));
        default: return {};
    }
}

}  // namespace coroscope::app

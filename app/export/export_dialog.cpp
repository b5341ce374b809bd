// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_dialog.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/export/figure_mime.h"
#include "app/export/figure_preview.h"
#include "app/export/playback.h"
#include "app/lesson/lesson.h"
#include "app/output/storyboard.h"
#include "app/output/write_report.h"
#include "app/style/fonts.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

namespace {

constexpr int kRefreshAfter = 120;  // milliseconds
constexpr std::size_t kMostPreviewBytes = 20'000;
constexpr int kMostTasksListed = 2000;

enum Part { kWhole, kOnView, kStretch };

QDoubleSpinBox* number(const char* name, double least, double most, double value, int decimals) {
    auto* box = new QDoubleSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

QCheckBox* check(const char* name, const QString& text, bool on) {
    auto* box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
    box->setChecked(on);
    return box;
}

QComboBox* choice(const char* name, const QStringList& items, int current = 0) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->addItems(items);
    box->setCurrentIndex(current);
    return box;
}

/// Two that belong together, side by side: the dialog is to fit on small screens.
QHBoxLayout* pair(QWidget* first, QWidget* second) {
    auto* row = new QHBoxLayout;
    row->addWidget(first, 1);
    row->addWidget(second, 1);
    return row;
}

/// As wide as it has to be, and as high as there is room for.
QScrollArea* scrolled(QFormLayout* form) {
    auto* page = new QWidget;
    page->setLayout(form);
    form->setContentsMargins(0, 0, 8, 0);
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("wishes"));
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(page->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    area->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    area->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    return area;
}

}  // namespace

ExportDialog::ExportDialog(ExportedRun run, const ExportOptions& options,
                           std::optional<std::array<double, 2>> onView, QWidget* parent)
    : QDialog(parent), run_(std::move(run)), model_(lanesOf(run_)), onView_(onView) {
    setWindowTitle(tr("Export the run"));
    auto* form = new QFormLayout;
    QStringList names;
    for (const Format& format : formats()) {
        names << QStringLiteral("%1 (.%2)")
                     .arg(QString::fromUtf8(format.name.data(),
                                            static_cast<qsizetype>(format.name.size())),
                          QString::fromUtf8(format.extension.data(),
                                            static_cast<qsizetype>(format.extension.size())));
    }
    format_ = choice("format", names);
    form->addRow(tr("&Format"), format_);
    addPart(*form);
    addLooks(*form, options);
    addSizes(*form, options);
    addSeries(*form, options);

    figure_ = new FigurePreview;
    text_ = new QPlainTextEdit;
    text_->setReadOnly(true);
    text_->setFont(codeFont());
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setAccessibleName(tr("Preview"));
    previews_ = new QStackedWidget;
    previews_->addWidget(figure_);
    previews_->addWidget(text_);

    trouble_ = new QLabel;
    trouble_->setObjectName(QStringLiteral("trouble"));
    trouble_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    save_ = buttons->button(QDialogButtonBox::Save);
    save_->setText(tr("&Export…"));
    copy_ = buttons->addButton(tr("&Copy the figure"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copyFigure);

    auto* both = new QHBoxLayout;
    both->addWidget(scrolled(form));
    both->addWidget(previews_, 1);
    auto* all = new QVBoxLayout(this);
    all->addLayout(both, 1);
    all->addWidget(trouble_);
    all->addWidget(buttons);

    connectAll();
    refresh();
    fitScreen();
}

/// The buttons are in reach on the smallest screen: what is too high for it scrolls.
void ExportDialog::fitScreen() {
    const QScreen* screen = parentWidget() ? parentWidget()->screen() : this->screen();
    constexpr int kFrame = 40;  // what a window manager puts around it
    const QSize room = screen->availableSize() - QSize(kFrame / 2, kFrame);
    // By itself an area that can scroll asks for less than what is in it.
    const auto* wishes = findChild<QScrollArea*>(QStringLiteral("wishes"));
    const int more = wishes->widget()->sizeHint().height() - wishes->sizeHint().height();
    const QSize wanted = sizeHint() + QSize(0, std::max(0, more));
    resize(wanted.expandedTo({860, 0}).boundedTo(room));
}

void ExportDialog::addPart(QFormLayout& form) {
    part_ = choice("part", {tr("The whole run"), tr("What is on view"), tr("From … to …")});
    const double end = run_.trace->endTime();
    from_ = number("from", 0, std::max(end, 1.0), onView_ ? (*onView_)[0] : 0, 6);
    to_ = number("to", 0, std::max(end, 1.0), onView_ ? (*onView_)[1] : end, 6);
    from_->setSuffix(tr(" s"));
    to_->setSuffix(tr(" s"));
    tasks_ = new QListWidget;
    tasks_->setObjectName(QStringLiteral("tasks"));
    tasks_->setMinimumHeight(90);
    tasks_->setMaximumHeight(130);
    addTasks();
    form.addRow(tr("&Part"), part_);
    to_->setPrefix(tr("to "));
    form.addRow(tr("From"), pair(from_, to_));
    form.addRow(tr("Tas&ks"), tasks_);
    auto* all = new QPushButton(tr("All"));
    auto* none = new QPushButton(tr("None"));
    all->setObjectName(QStringLiteral("allTasks"));
    none->setObjectName(QStringLiteral("noTasks"));
    all->setAccessibleName(tr("Choose all tasks"));
    none->setAccessibleName(tr("Choose no task"));
    all->setAutoDefault(false);
    none->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this] { chooseTasks(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { chooseTasks(Qt::Unchecked); });
    form.addRow(QString(), pair(all, none));
}

void ExportDialog::chooseTasks(Qt::CheckState state) {
    for (int row = 0; row < tasks_->count(); ++row) tasks_->item(row)->setCheckState(state);
}

void ExportDialog::addTasks() {
    for (const Lane& lane : model_->lanes) {
        if (!lane.task.valid() || tasks_->count() >= kMostTasksListed) continue;
        auto* item = new QListWidgetItem(QString::fromStdString(lane.name), tasks_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(Qt::UserRole, QString::fromStdString(run_.trace->taskName(lane.task)));
    }
}

void ExportDialog::addLooks(QFormLayout& form, const ExportOptions& options) {
    axis_ = choice("axis", {tr("Time"), tr("Steps")}, static_cast<int>(options.axis));
    theme_ = choice("theme", {tr("Light"), tr("Dark"), tr("Print: black and white")},
                    static_cast<int>(options.theme));
    caption_ = new QLineEdit(QString::fromStdString(options.caption.value_or(run_.title)));
    caption_->setObjectName(QStringLiteral("caption"));
    legend_ = check("legend", tr("&Legend"), options.legend);
    source_ = check("source", tr("Program &below the chart"), options.source);
    form.addRow(tr("A&xis"), axis_);
    form.addRow(tr("T&heme"), theme_);
    form.addRow(tr("Capt&ion"), caption_);
    form.addRow(QString(), pair(legend_, source_));
}

void ExportDialog::addSizes(QFormLayout& form, const ExportOptions& options) {
    width_ = number("width", 0, 20'000, options.width, 0);
    width_->setSpecialValueText(tr("as needed"));
    width_->setSingleStep(50);
    width_->setSuffix(tr(" px"));
    fontSize_ = number("fontSize", 6, 60, options.fontSize, 0);
    fontSize_->setSuffix(tr(" px"));
    pixelRatio_ = number("pixelRatio", 1, 4, options.pixelRatio, 0);
    pixelRatio_->setSuffix(tr(" ×"));
    transparent_ = check("transparent", tr("Without a &ground"), options.transparent);
    form.addRow(tr("&Width"), width_);
    form.addRow(tr("Type si&ze"), fontSize_);
    form.addRow(tr("Pixels"), pair(pixelRatio_, transparent_));
    page_ = choice("page",
                   {tr("As large as the figure"), tr("A4"), tr("Letter"), tr("Slide, 16:9"),
                    tr("A4, upright"), tr("Letter, upright")},
                   static_cast<int>(options.page));
    form.addRow(tr("Pages"), page_);
}

void ExportDialog::addSeries(QFormLayout& form, const ExportOptions& options) {
    storyboard_ = choice("storyboard",
                         {tr("One figure of the whole run"), tr("One for each step"),
                          tr("One for each bookmark"), tr("One for each of these moments")},
                         static_cast<int>(options.storyboard));
    moments_ = new QLineEdit;
    moments_->setObjectName(QStringLiteral("moments"));
    moments_->setPlaceholderText(tr("seconds, such as 0.5 1 2"));
    moments_->setAccessibleName(tr("Moments"));
    animate_ = check("animate", tr("Play the r&un"), options.animate);
    fps_ = number("fps", 1, 50, options.fps, 0);
    fps_->setSuffix(tr(" a second"));
    duration_ = number("duration", 0, 600, options.duration, 1);
    duration_->setSpecialValueText(tr("as long as needed"));
    duration_->setSuffix(tr(" s for one round"));
    form.addRow(tr("Figure&s"), storyboard_);
    form.addRow(QString(), moments_);
    form.addRow(tr("Animation"), animate_);
    form.addRow(QString(), pair(fps_, duration_));
}

void ExportDialog::connectAll() {
    soon_.setSingleShot(true);
    soon_.setInterval(kRefreshAfter);
    connect(&soon_, &QTimer::timeout, this, &ExportDialog::refresh);
    for (const QComboBox* box : {format_, part_, axis_, theme_, page_, storyboard_}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    }
    for (const QDoubleSpinBox* box :
         {from_, to_, width_, fontSize_, pixelRatio_, fps_, duration_}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    }
    for (const QCheckBox* box : {legend_, source_, transparent_, animate_}) {
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    }
    connect(caption_, &QLineEdit::textChanged, this, &ExportDialog::changed);
    connect(moments_, &QLineEdit::textChanged, this, &ExportDialog::changed);
    connect(tasks_, &QListWidget::itemChanged, this, &ExportDialog::changed);
}

void ExportDialog::changed() { soon_.start(); }

const Format& ExportDialog::format() const {
    return formats()[static_cast<std::size_t>(format_->currentIndex())];
}

ExportOptions ExportDialog::options() const {
    ExportOptions options;
    if (part_->currentIndex() == kOnView && onView_) {
        options.from = (*onView_)[0];
        options.to = (*onView_)[1];
    } else if (part_->currentIndex() == kStretch) {
        options.from = from_->value();
        options.to = to_->value();
    }
    bool all = true;
    for (int row = 0; row < tasks_->count(); ++row) {
        const QListWidgetItem* item = tasks_->item(row);
        if (item->checkState() == Qt::Checked) {
            options.tasks.push_back(item->data(Qt::UserRole).toString().toStdString());
        } else {
            all = false;
        }
    }
    if (all) options.tasks.clear();
    options.axis = static_cast<FigureAxis>(axis_->currentIndex());
    options.theme = static_cast<FigureTheme>(theme_->currentIndex());
    options.caption = caption_->text().toStdString();
    options.legend = legend_->isChecked();
    options.source = source_->isChecked();
    options.width = width_->value();
    options.fontSize = fontSize_->value();
    options.pixelRatio = pixelRatio_->value();
    options.transparent = transparent_->isChecked();
    options.page = static_cast<PageSize>(page_->currentIndex());
    options.fps = fps_->value();
    options.duration = duration_->value();
    options.animate = format().kind == FormatKind::Svg && animate_->isChecked();
    if (isFigure(format().kind) && !options.animate) {
        options.storyboard = static_cast<Storyboard>(storyboard_->currentIndex());
        auto moments = momentsIn(moments_->text().toStdString());
        if (auto* found = std::get_if<std::vector<double>>(&moments)) {
            options.moments = std::move(*found);
        }
    }
    return options;
}

std::optional<trace::Excerpt> ExportDialog::excerpt(QString* trouble) const {
    bool any = tasks_->count() == 0;
    for (int row = 0; row < tasks_->count() && !any; ++row) {
        any = tasks_->item(row)->checkState() == Qt::Checked;
    }
    if (!any) {
        if (trouble) *trouble = tr("Choose at least one of the tasks.");
        return std::nullopt;
    }
    const auto found = excerptOf(*run_.trace, options());
    if (const auto* problem = std::get_if<std::string>(&found)) {
        if (trouble) *trouble = QString::fromStdString(*problem);
        return std::nullopt;
    }
    return std::get<trace::Excerpt>(found);
}

void ExportDialog::refresh() {
    soon_.stop();
    enableWhatMatters();
    QString trouble;
    const auto part = excerpt(&trouble);
    const ExportOptions wishes = options();
    bool fine = part.has_value();
    if (part && wishes.storyboard != Storyboard::None) {
        fine = firstMoment(*part, &trouble).has_value();
    } else if (part) {
        if (const auto warning = warningOf(*run_.trace, *part)) {
            trouble = QString::fromStdString(*warning);
        }
    }
    if (run_.stale) {
        const QString old =
            tr("This is the run of an earlier text: the program as it is now cannot "
               "be run, and this run is not its.");
        trouble = trouble.isEmpty() ? old : old + QLatin1Char('\n') + trouble;
    }
    save_->setEnabled(fine);
    copy_->setEnabled(fine);
    if (!fine) {
        figure_->clear(trouble);
        previews_->setCurrentWidget(figure_);
    } else {
        previews_->setCurrentWidget(format().painted() ? static_cast<QWidget*>(figure_) : text_);
        const QString left = format().painted() ? showFigure(*part) : showText(*part);
        if (!left.isEmpty())
            trouble += (trouble.isEmpty() ? QString() : QStringLiteral("\n")) + left;
    }
    trouble_->setText(trouble);
    trouble_->setVisible(!trouble.isEmpty());
}

void ExportDialog::enableWhatMatters() {
    const FormatKind kind = format().kind;
    const bool stretch = part_->currentIndex() == kStretch;
    from_->setEnabled(stretch);
    to_->setEnabled(stretch);
    const bool beside = kind == FormatKind::Report;  // its figure
    for (QWidget* widget :
         std::initializer_list<QWidget*>{axis_, theme_, caption_, legend_, width_, fontSize_}) {
        widget->setEnabled(format().painted() || beside);
    }
    source_->setEnabled(format().painted());
    pixelRatio_->setEnabled(kind == FormatKind::Png);
    page_->setEnabled(kind == FormatKind::Pdf);
    transparent_->setEnabled(format().painted() && kind != FormatKind::Gif);
    animate_->setEnabled(kind == FormatKind::Svg);
    const bool plays = kind == FormatKind::Gif || (animate_->isEnabled() && animate_->isChecked());
    fps_->setEnabled(plays);
    duration_->setEnabled(plays);
    storyboard_->setEnabled(isFigure(kind) && !plays);
    const auto series = static_cast<Storyboard>(storyboard_->currentIndex());
    moments_->setEnabled(storyboard_->isEnabled() && series == Storyboard::Times);
}

std::optional<FigureMoment> ExportDialog::firstMoment(const trace::Excerpt& excerpt,
                                                      QString* trouble) const {
    const ExportOptions wishes = options();
    const auto moments = momentsIn(moments_->text().toStdString());
    const auto* unread = std::get_if<std::string>(&moments);
    if (unread != nullptr && wishes.storyboard == Storyboard::Times) {
        if (trouble) *trouble = QString::fromStdString(*unread);
        return std::nullopt;
    }
    const auto found = momentsOf(run_, excerpt, wishes);
    if (const auto* problem = std::get_if<std::string>(&found)) {
        if (trouble) *trouble = QString::fromStdString(*problem);
        return std::nullopt;
    }
    return std::get<std::vector<FigureMoment>>(found).front();
}

/// Of several the first; of an animation the middle.
ExportOptions ExportDialog::shownWishes(const trace::Excerpt& excerpt) const {
    ExportOptions wishes = options();
    if (format().kind == FormatKind::Gif) wishes = forGif(wishes);
    if (wishes.storyboard != Storyboard::None) {
        wishes.moment = firstMoment(excerpt, nullptr);
    } else if (wishes.animate) {
        const std::vector<Frame> frames = framesOf(Figure(model_, run_, excerpt, wishes), wishes);
        wishes.moment = frames[frames.size() / 2].moment;
    }
    return wishes;
}

QString ExportDialog::showFigure(const trace::Excerpt& excerpt) {
    const ExportOptions wishes = shownWishes(excerpt);
    const Figure figure(model_, run_, excerpt, wishes);
    if (format().kind == FormatKind::Pdf && wishes.page != PageSize::Fit) {
        const FigurePages pages = pagesOf(model_, run_, excerpt, wishes, {}, paperOf(wishes.page));
        figure_->show(figure, wishes, &pages);
        const bool series = wishes.storyboard != Storyboard::None;
        if (series || pages.pages.size() == 1) return {};
        return tr("This is the first of %1 pages.").arg(pages.pages.size());
    }
    figure_->show(figure, wishes);
    return format().kind == FormatKind::Html ? QString() : QString::fromStdString(noteOn(figure));
}

/// The beginning of what will be in the file; of a lesson, which files those are.
QString ExportDialog::showText(const trace::Excerpt& excerpt) {
    if (format().kind == FormatKind::Lesson) {
        if (run_.lesson == nullptr) return {};
        QStringList names;
        for (const auto& [name, bytes] : run_.lesson->files) names << QString::fromStdString(name);
        text_->setPlainText(names.join(QLatin1Char('\n')));
        return {};
    }
    std::string beginning;
    {
        // No more of it is wanted than can be shown.
        trace::TextSink sink(
            [&beginning](std::string_view text) {
                if (beginning.size() <= kMostPreviewBytes) beginning += text;
            },
            [&beginning](double) { return beginning.size() <= kMostPreviewBytes; });
        if (format().kind == FormatKind::Report) {
            writeReport(run_, excerpt, tr("NAME-figure.svg").toStdString(), sink);
        } else {
            format().write(run_, excerpt, sink);
        }
    }
    const bool more = beginning.size() > kMostPreviewBytes;
    beginning.resize(std::min(beginning.size(), kMostPreviewBytes));
    text_->setPlainText(QString::fromStdString(beginning) +
                        (more ? QStringLiteral("\n…") : QString()));
    const bool report = format().kind == FormatKind::Report;
    return report ? tr("The figure lies beside the report, as NAME-figure.svg.") : QString();
}

void ExportDialog::copyFigure() {
    const auto part = excerpt();
    if (!part) return;
    const ExportOptions wishes = shownWishes(*part);
    const Figure figure(model_, run_, *part, wishes);
    QGuiApplication::clipboard()->setMimeData(figureMime(figure, wishes).release());
}

}  // namespace coroscope::app

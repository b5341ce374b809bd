// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_dialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QUrl>

#include <gtest/gtest.h>

#include "app/export/figure_preview.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

class ExportDialogTest : public ::testing::Test {
protected:
    void SetUp() override {
        const ExportedRun run{parcels(), "Parcels", "parcels.py", "import asyncio\n"};
        dialog_ =
            std::make_unique<ExportDialog>(run, ExportOptions(), std::array<double, 2>{0.5, 1.5});
        dialog_->resize(1100, 640);
        dialog_->QWidget::show();
    }

    template <typename Widget>
    Widget& find(const char* name) {
        return *dialog_->findChild<Widget*>(QLatin1String(name));
    }
    void choose(const char* name, int index) { find<QComboBox>(name).setCurrentIndex(index); }
    int formatCalled(std::string_view extension) {
        const auto all = formats();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Format& format) {
            return format.extension == extension;
        });
        return static_cast<int>(found - all.begin());
    }
    QImage preview() { return dialog_->findChild<FigurePreview*>()->grab().toImage(); }
    /// The dialog follows a wish a little later.
    template <typename Condition>
    static bool soon(Condition&& condition) {
        return QTest::qWaitFor(condition, 10'000);
    }
    QPushButton& save() {
        return *dialog_->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    }
    void keep(const char* name) {
        const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
        if (!folder.isEmpty())
            dialog_->grab().save(folder + QLatin1Char('/') + QLatin1String(name));
    }

    std::unique_ptr<ExportDialog> dialog_;
};

TEST_F(ExportDialogTest, SaysThatTheRunIsThatOfAnEarlierText) {
    EXPECT_FALSE(find<QLabel>("trouble").isVisible());
    ExportedRun old{parcels(), "Parcels", "parcels.py", "import asyncio\n"};
    old.stale = true;
    ExportDialog dialog(old, ExportOptions(), std::nullopt);
    const auto* said = dialog.findChild<QLabel*>(QStringLiteral("trouble"));
    EXPECT_TRUE(said->text().contains(QStringLiteral("run of an earlier text")));
}

TEST_F(ExportDialogTest, HasItsButtonsInReachOnASmallScreen) {
    constexpr QSize kSmall(620, 440);
    dialog_->resize(kSmall);
    QTest::qWait(0);
    ASSERT_EQ(dialog_->size(), kSmall);
    for (const QAbstractButton* button : dialog_->findChild<QDialogButtonBox*>()->buttons()) {
        const QRect place(button->mapTo(dialog_.get(), QPoint()), button->size());
        EXPECT_TRUE(dialog_->rect().contains(place)) << button->text().toStdString();
    }
    // What does not fit comes into view when it has the focus.
    auto& area = find<QScrollArea>("wishes");
    auto& last = find<QComboBox>("storyboard");
    EXPECT_FALSE(area.viewport()->rect().contains(last.mapTo(area.viewport(), QPoint())));
    last.setFocus();
    area.ensureWidgetVisible(&last);
    EXPECT_TRUE(area.viewport()->rect().contains(last.mapTo(area.viewport(), QPoint())));
    EXPECT_GE(area.viewport()->width(), area.widget()->minimumSizeHint().width());
    keep("export-dialog-small.png");
}

TEST_F(ExportDialogTest, ScrollsOnlyWhereTheScreenIsTooSmall) {
    ExportDialog dialog({parcels(), "Parcels", "parcels.py", "import asyncio\n"}, ExportOptions(),
                        std::nullopt);
    dialog.QWidget::show();
    QTest::qWait(0);
    const auto* area = dialog.findChild<QScrollArea*>(QStringLiteral("wishes"));
    constexpr int kFrame = 40;
    const bool full = dialog.height() >= dialog.screen()->availableSize().height() - kFrame;
    EXPECT_TRUE(full || area->verticalScrollBar()->maximum() == 0)
        << dialog.height() << " " << area->verticalScrollBar()->maximum();
}

TEST_F(ExportDialogTest, SaysHowManyLanesAreLeftOutOfAFigureThatIsNotOnPages) {
    ExportDialog dialog({crowd(1200, 2400), "Crowd", "crowd.py", ""}, ExportOptions(),
                        std::nullopt);
    const auto* said = dialog.findChild<QLabel*>(QStringLiteral("trouble"));
    EXPECT_TRUE(said->text().contains(QStringLiteral("lanes are left out: a PDF on pages")))
        << said->text().toStdString();
}

TEST_F(ExportDialogTest, GivesEachLetterToOneThingAlone) {
    QStringList letters;
    const auto take = [&letters](const QString& text) {
        const qsizetype at = text.indexOf(QLatin1Char('&'));
        if (at >= 0) letters << text.mid(at + 1, 1).toLower();
    };
    for (const QLabel* label : dialog_->findChildren<QLabel*>()) take(label->text());
    for (const QAbstractButton* button : dialog_->findChildren<QAbstractButton*>()) {
        take(button->text());
    }
    EXPECT_GT(letters.size(), 10);
    EXPECT_EQ(letters.removeDuplicates(), 0) << letters.join(QLatin1Char(' ')).toStdString();
}

TEST_F(ExportDialogTest, BeginsWithTheWholeRunAsSvg) {
    EXPECT_EQ(dialog_->format().extension, "svg");
    const ExportOptions options = dialog_->options();
    EXPECT_EQ(options.from, std::nullopt);
    EXPECT_TRUE(options.tasks.empty());
    EXPECT_EQ(options.caption, "Parcels");
    EXPECT_TRUE(save().isEnabled());
    keep("export-dialog.png");
}

TEST_F(ExportDialogTest, ShowsWhatEachWishChanges) {
    QImage before = preview();
    const auto changes = [&](const char* what) {
        EXPECT_TRUE(soon([&] { return preview() != before; })) << what;
        before = preview();
    };
    choose("theme", 1);
    changes("theme");
    choose("axis", 1);
    changes("axis");
    find<QCheckBox>("source").click();
    changes("source");
    find<QCheckBox>("legend").click();
    changes("legend");
    QTest::keyClicks(&find<QLineEdit>("caption"), QStringLiteral(" today"));
    changes("caption");
    choose("part", 1);
    changes("part");
    find<QListWidget>("tasks").item(2)->setCheckState(Qt::Unchecked);
    changes("tasks");
    find<QDoubleSpinBox>("fontSize").setValue(20);
    changes("type");
    keep("export-dialog-changed.png");
}

TEST_F(ExportDialogTest, ShowsTheFirstOfThePagesAndSaysHowManyThereAre) {
    choose("format", formatCalled("pdf"));
    EXPECT_TRUE(soon([this] { return find<QComboBox>("page").isEnabled(); }));
    const QImage figure = preview();
    choose("page", static_cast<int>(PageSize::A4Portrait));
    EXPECT_TRUE(soon([&] { return preview() != figure; }));
    EXPECT_FALSE(find<QLabel>("trouble").isVisible());
    find<QDoubleSpinBox>("fontSize").setValue(40);
    EXPECT_TRUE(soon([this] {
        return find<QLabel>("trouble").text().contains(QStringLiteral("the first of "));
    }));
}

TEST_F(ExportDialogTest, KnowsWhatIsOnView) {
    choose("part", 1);
    EXPECT_EQ(dialog_->options().from, 0.5);
    EXPECT_EQ(dialog_->options().to, 1.5);
}

TEST_F(ExportDialogTest, ChoosesAllTasksOrNone) {
    find<QPushButton>("noTasks").click();
    EXPECT_TRUE(soon([this] { return !save().isEnabled(); }));
    EXPECT_EQ(find<QLabel>("trouble").text(), QStringLiteral("Choose at least one of the tasks."));
    find<QListWidget>("tasks").item(3)->setCheckState(Qt::Checked);
    EXPECT_TRUE(soon([this] { return save().isEnabled(); }));
    EXPECT_EQ(dialog_->options().tasks.size(), 1U);
    find<QPushButton>("allTasks").click();
    EXPECT_TRUE(dialog_->options().tasks.empty());
}

TEST_F(ExportDialogTest, LeavesOutTasksThatAreNotWanted) {
    auto& tasks = find<QListWidget>("tasks");
    ASSERT_EQ(tasks.count(), 7);
    for (int row = 2; row < 7; ++row) tasks.item(row)->setCheckState(Qt::Unchecked);
    EXPECT_EQ(dialog_->options().tasks.size(), 2U);
}

TEST_F(ExportDialogTest, SaysWhatCannotBe) {
    choose("part", 2);
    find<QDoubleSpinBox>("from").setValue(2);
    find<QDoubleSpinBox>("to").setValue(1);
    EXPECT_TRUE(soon([&] { return !save().isEnabled(); }));
    auto& trouble = find<QLabel>("trouble");
    EXPECT_TRUE(trouble.isVisible());
    EXPECT_TRUE(trouble.text().contains(QStringLiteral("nothing lies between 2 s and 1 s")));
    find<QDoubleSpinBox>("to").setValue(2.5);
    EXPECT_TRUE(soon([&] { return save().isEnabled(); }));
    EXPECT_FALSE(trouble.isVisible());
}

TEST_F(ExportDialogTest, OfDataShowsItsBeginning) {
    choose("format", formatCalled("csv"));
    auto* text = dialog_->findChild<QPlainTextEdit*>();
    EXPECT_TRUE(soon([&] { return text->isVisible(); }));
    EXPECT_TRUE(text->toPlainText().startsWith(QStringLiteral("event,time,kind")));
    EXPECT_FALSE(find<QComboBox>("theme").isEnabled());
}

TEST_F(ExportDialogTest, CopiesTheFigureAsVectorsAndAsPixels) {
    dialog_->copyFigure();
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    EXPECT_TRUE(data->data(QStringLiteral("image/svg+xml")).startsWith("<?xml"));
    EXPECT_TRUE(data->hasImage());
}

TEST_F(ExportDialogTest, OffersAFigureForEachStepOrMoment) {
    choose("storyboard", 1);
    EXPECT_EQ(dialog_->options().storyboard, Storyboard::Steps);
    const QImage before = preview();
    choose("storyboard", 3);
    EXPECT_TRUE(soon([&] { return !save().isEnabled(); }));
    QTest::keyClicks(&find<QLineEdit>("moments"), QStringLiteral("0.5, 1"));
    EXPECT_TRUE(soon([&] { return save().isEnabled() && preview() != before; }));
    EXPECT_EQ(dialog_->options().moments, (std::vector<double>{0.5, 1}));
    choose("storyboard", 2);
    EXPECT_TRUE(soon([&] { return !save().isEnabled(); }));
    EXPECT_TRUE(find<QLabel>("trouble").text().contains(QStringLiteral("no bookmarks")));
    choose("format", formatCalled("csv"));
    EXPECT_TRUE(soon([&] { return save().isEnabled(); }));
    EXPECT_EQ(dialog_->options().storyboard, Storyboard::None);
}

TEST_F(ExportDialogTest, RefusesWhatIsNoMoment) {
    choose("storyboard", 3);
    auto& moments = find<QLineEdit>("moments");
    moments.setText(QStringLiteral("1 abc"));
    EXPECT_TRUE(soon([&] { return !save().isEnabled(); }));
    EXPECT_TRUE(find<QLabel>("trouble").text().contains(QStringLiteral("abc is no number")));
    moments.setText(QStringLiteral("0.5, 1"));
    EXPECT_EQ(dialog_->options().moments, (std::vector<double>{0.5, 1}));
}

TEST_F(ExportDialogTest, CopiesTheFigureThatItShows) {
    const auto copied = [this] {
        dialog_->copyFigure();
        return QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
    };
    choose("storyboard", 1);
    EXPECT_TRUE(copied().contains("1 of "));
    choose("format", formatCalled("gif"));
    EXPECT_TRUE(copied().contains("width=\"1280"));
}

TEST_F(ExportDialogTest, OffersAnAnimation) {
    EXPECT_FALSE(find<QDoubleSpinBox>("fps").isEnabled());
    const QImage before = preview();
    find<QCheckBox>("animate").click();
    EXPECT_TRUE(soon([&] { return preview() != before; }));
    EXPECT_TRUE(dialog_->options().animate);
    EXPECT_TRUE(find<QDoubleSpinBox>("fps").isEnabled());
    choose("format", formatCalled("gif"));
    EXPECT_TRUE(soon([&] { return !find<QCheckBox>("animate").isEnabled(); }));
    EXPECT_TRUE(find<QDoubleSpinBox>("duration").isEnabled());
    keep("export-dialog-gif.png");
}

TEST_F(ExportDialogTest, WarnsOfAPartInWhichNothingHappens) {
    choose("part", 2);
    find<QDoubleSpinBox>("from").setValue(0.2);
    find<QDoubleSpinBox>("to").setValue(0.3);
    auto& trouble = find<QLabel>("trouble");
    EXPECT_TRUE(soon([&] { return trouble.isVisible(); }));
    EXPECT_TRUE(trouble.text().contains(QStringLiteral("nothing happens")));
    EXPECT_TRUE(save().isEnabled());
}

TEST_F(ExportDialogTest, LetsTheFigureBeDraggedOut) {
    const auto mime = dialog_->findChild<FigurePreview*>()->dragged();
    ASSERT_NE(mime, nullptr);
    const QByteArray svg = mime->data(QStringLiteral("image/svg+xml"));
    EXPECT_TRUE(svg.startsWith("<?xml"));
    EXPECT_TRUE(mime->hasImage());
    ASSERT_EQ(mime->urls().size(), 1);
    QFile file(mime->urls().constFirst().toLocalFile());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.fileName().endsWith(QStringLiteral("/Parcels.svg")));
    EXPECT_EQ(file.readAll(), svg);
}

}  // namespace
}  // namespace coroscope::app::testing

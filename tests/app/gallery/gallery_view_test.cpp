// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/gallery_view.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/gallery/gallery_model.h"
#include "app/gallery/thumbnail.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

TEST(Thumbnail, HasTheHuesOfTheTasksAndTheShadeOfABlockedLoop) {
    QImage image(240, 120, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintThumbnail(painter, QRectF(image.rect()), *sample::makeTrace(), lightScheme());
    painter.end();
    const auto holds = [&image](const QColor& colour) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour) return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(holds(taskHue(0, lightScheme())));
    EXPECT_TRUE(holds(taskHue(2, lightScheme())));
    const QColor shaded = image.pixelColor(230, 118);
    EXPECT_NE(shaded, image.pixelColor(10, 118));
}

TEST(Thumbnail, MarksTheEndOfARunThatSomebodyWaitsBeyond) {
    const auto troubled = [](const trace::Trace& trace) {
        QImage image(240, 120, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintThumbnail(painter, QRectF(image.rect()), trace, lightScheme());
        painter.end();
        int marked = 0;
        for (int y = 0; y < image.height(); ++y) {
            marked += image.pixelColor(193, y) == lightScheme().trouble ? 1 : 0;
        }
        return marked;
    };
    trace::Recorder r(1'000);
    const trace::TaskId main = r.taskCreated(0, trace::TaskId(), r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    const trace::TaskId none;
    r.stepSuspended(0, main, {trace::WaitKind::Future, r.newObject(), none, 0}, {});
    r.clockJumped(0, 1);
    const trace::Trace waiting = r.take();
    EXPECT_EQ(troubled(*sample::makeTrace()), 0);
    EXPECT_GT(troubled(waiting), 10);
}

class GalleryTest : public testing::Test {
protected:
    GalleryTest() {
        QObject::connect(&gallery_, &GalleryView::chosen, &gallery_,
                         [this](const BundledScenario& scenario) { chosen_ = scenario.name; });
        QObject::connect(&gallery_, &GalleryView::left, &gallery_, [this] { left_ = true; });
        gallery_.resize(1000, 700);
        gallery_.show();
    }
    [[nodiscard]] int count() { return gallery_.cards().model()->rowCount(); }

    GalleryView gallery_{sample::runner()};
    std::string chosen_;
    bool left_ = false;
};

TEST_F(GalleryTest, HasACardForEachBundledScenario) {
    EXPECT_EQ(count(), static_cast<int>(bundledScenarios().size()));
    EXPECT_FALSE(gallery_.cards().model()->index(0, 0).data().toString().isEmpty());
}

TEST_F(GalleryTest, WordsAndLevelsNarrowTheChoice) {
    QTest::keyClicks(&gallery_.search(), QStringLiteral("deadlock"));
    EXPECT_GE(count(), 1);
    EXPECT_LT(count(), static_cast<int>(bundledScenarios().size()));
    gallery_.search().clear();
    gallery_.setLevel(1);
    for (int row = 0; row < count(); ++row) {
        const QModelIndex card = gallery_.cards().model()->index(row, 0);
        EXPECT_EQ(card.data(GalleryModel::LevelRole).toInt(), 1);
    }
}

TEST_F(GalleryTest, WordsAreSoughtAtTheirBeginningsInNameAndText) {
    const auto found = [this](const char* text) {
        gallery_.search().setText(QLatin1String(text));
        QStringList titles;
        for (int row = 0; row < count(); ++row) {
            titles << gallery_.cards().model()->index(row, 0).data().toString();
        }
        return titles;
    };
    const QString lost = QStringLiteral("The lost deposit");
    EXPECT_TRUE(found("lost_update").contains(lost));
    EXPECT_TRUE(found("lost upd").contains(lost));
    EXPECT_TRUE(found("DEPOSIT taking").contains(lost)) << "in any order";
    EXPECT_FALSE(found("posit").contains(lost));
    const auto everything = static_cast<int>(bundledScenarios().size());
    EXPECT_LT(found("block").size(), everything);
    for (const QString& title : found("lock")) EXPECT_FALSE(found("block").contains(title));
    EXPECT_TRUE(found("asyncio.Lock").contains(lost)) << "by what the program uses";
    EXPECT_TRUE(found("semaphore").contains(QStringLiteral("Two at a time")));
}

TEST_F(GalleryTest, SaysSoWhenNothingIsFound) {
    const auto says = [this] {
        for (const QLabel* label : gallery_.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().startsWith(QStringLiteral("Nothing found")))
                return true;
        }
        return false;
    };
    EXPECT_FALSE(says());
    gallery_.search().setText(QStringLiteral("no such lesson"));
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(says());
    gallery_.search().clear();
    EXPECT_FALSE(says());
    EXPECT_TRUE(gallery_.cards().isVisible());
}

TEST_F(GalleryTest, DownAndRightLeadFromTheSearchToTheFirstCard) {
    for (const auto key : {Qt::Key_Down, Qt::Key_Right}) {
        gallery_.cards().setCurrentIndex(gallery_.cards().model()->index(2, 0));
        gallery_.search().setFocus();
        QTest::keyClick(&gallery_.search(), key);
        EXPECT_EQ(gallery_.focusWidget(), &gallery_.cards());
        EXPECT_EQ(gallery_.cards().currentIndex().row(), 0);
    }
    // Within a word it goes over the letters.
    gallery_.search().setText(QStringLiteral("gather"));
    gallery_.search().setCursorPosition(0);
    gallery_.search().setFocus();
    QTest::keyClick(&gallery_.search(), Qt::Key_Right);
    EXPECT_EQ(gallery_.search().cursorPosition(), 1);
}

TEST_F(GalleryTest, AClickOpensALesson) {
    const QModelIndex second = gallery_.cards().model()->index(1, 0);
    QTest::mouseClick(gallery_.cards().viewport(), Qt::LeftButton, {},
                      gallery_.cards().visualRect(second).center());
    EXPECT_EQ(chosen_, bundledScenarios()[1].name);
}

TEST_F(GalleryTest, TheKeyboardDoesItAll) {
    QTest::keyClick(&gallery_.search(), Qt::Key_Down);
    QTest::keyClick(&gallery_.cards(), Qt::Key_Right);
    QTest::keyClick(&gallery_.cards(), Qt::Key_Return);
    EXPECT_EQ(chosen_, bundledScenarios()[1].name);
    QTest::keyClick(&gallery_.search(), Qt::Key_Escape);
    EXPECT_TRUE(left_);
}

TEST_F(GalleryTest, CardsOfACategoryStandTogetherUnderItsName) {
    const QAbstractItemModel& cards = *gallery_.cards().model();
    passTime(20);
    for (const int width : {1000, 640, 1500}) {
        gallery_.resize(width, 700);
        passTime(20);
        for (int row = 1; row < count(); ++row) {
            const QRect before = gallery_.cards().visualRect(cards.index(row - 1, 0));
            const QRect here = gallery_.cards().visualRect(cards.index(row, 0));
            EXPECT_FALSE(here.intersects(before)) << width << ' ' << row;
            EXPECT_LE(here.right(), gallery_.cards().viewport()->width());
            const bool same = cards.index(row, 0).data(GalleryModel::CategoryRole) ==
                              cards.index(row - 1, 0).data(GalleryModel::CategoryRole);
            // A name stands above the first row of each category.
            if (!same && here.top() != before.top()) {
                EXPECT_GT(here.top(), before.bottom() + 5);
            }
            EXPECT_GE(here.top(), 5);
        }
    }
}

TEST_F(GalleryTest, ACategoryIsChosen) {
    ASSERT_GT(gallery_.category().count(), 2);
    gallery_.category().setCurrentIndex(2);
    const QString wanted = gallery_.category().currentText();
    ASSERT_GE(count(), 1);
    EXPECT_LT(count(), static_cast<int>(bundledScenarios().size()));
    for (int row = 0; row < count(); ++row) {
        const QModelIndex card = gallery_.cards().model()->index(row, 0);
        EXPECT_EQ(card.data(GalleryModel::CategoryRole).toString(), wanted);
    }
    // What is chosen is what is seen.
    QTest::keyClick(&gallery_.search(), Qt::Key_Return);
    const QModelIndex first = gallery_.cards().model()->index(0, 0);
    EXPECT_EQ(
        chosen_,
        bundledScenarios()[static_cast<std::size_t>(first.data(GalleryModel::RowRole).toInt())]
            .name);
    gallery_.category().setCurrentIndex(0);
    EXPECT_EQ(count(), static_cast<int>(bundledScenarios().size()));
}

TEST_F(GalleryTest, WhoeverTypesAmongTheCardsSearches) {
    QTest::keyClick(&gallery_.search(), Qt::Key_Down);
    ASSERT_EQ(gallery_.focusWidget(), &gallery_.cards());
    QTest::keyClicks(&gallery_.cards(), QStringLiteral("d"));
    EXPECT_EQ(gallery_.focusWidget(), &gallery_.search());
    QTest::keyClicks(&gallery_.search(), QStringLiteral("eadlock"));
    EXPECT_EQ(gallery_.search().text(), QStringLiteral("deadlock"));
    EXPECT_LT(count(), static_cast<int>(bundledScenarios().size()));
    // Up leads back from the first row.
    QTest::keyClick(&gallery_.search(), Qt::Key_Down);
    QTest::keyClick(&gallery_.cards(), Qt::Key_Up);
    EXPECT_EQ(gallery_.focusWidget(), &gallery_.search());
}

TEST_F(GalleryTest, ItsHeadFitsANarrowWindow) {
    gallery_.setMinimumSize(1, 1);  // as in the window, which has a size of its own
    for (const int width : {1200, 900, 616}) {
        gallery_.resize(width, 400);
        passTime(20);
        int end = 0;
        for (const QToolButton* button : gallery_.findChildren<QToolButton*>()) {
            if (!button->isVisible() || button->text().isEmpty()) continue;
            EXPECT_GE(button->width(), button->sizeHint().width()) << width;
            const int left = button->mapTo(&gallery_, QPoint()).x();
            EXPECT_GE(left, end) << width;
            end = left + button->width();
        }
        EXPECT_LE(end, width);
        EXPECT_GE(gallery_.search().width(), 120) << width;
    }
    // What the dots mean is said somewhere.
    for (const QToolButton* button : gallery_.findChildren<QToolButton*>()) {
        if (button->text().contains(QStringLiteral("●"))) {
            EXPECT_FALSE(button->toolTip().isEmpty());
        }
    }
}

TEST_F(GalleryTest, ClosesWhileItsScenariosAreStillRunning) {
    GalleryView another(sample::runner());
    another.show();
    passTime(1);
}

}  // namespace
}  // namespace coroscope::app

#include "engine/trace/packed_events.h"

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/trace/event_packer.h"

namespace coroscope::trace {
namespace {

using scenario::Span;

struct Row {
    Event event;
    Span where;
};

/// As reading gives it.
Event withPlace(const Row& row) {
    Event event = row.event;
    const Place place = row.where.known() ? Place(row.where) : Place();
    event.line = place.line;
    event.column = place.column;
    event.endColumn = place.endColumn;
    event.moreLines = place.moreLines;
    return event;
}

/// Rows of which every field is now none, now as before, now one more, now anything.
class RandomRows {
public:
    explicit RandomRows(unsigned seed) : random_(seed) {}

    std::vector<Row> make(std::size_t count) {
        std::vector<Row> rows;
        while (rows.size() < count) {
            row_.event.kind = static_cast<EventKind>(below(kEventKindCount));
            row_.event.detail = static_cast<std::uint8_t>(below(8));
            row_.event.wait = static_cast<WaitKind>(below(32));
            if (below(4) == 0) row_.event.time += below(3) * 0.1;
            row_.event.task = TaskId(number(row_.event.task.value));
            row_.event.a = number(row_.event.a);
            row_.event.b = number(row_.event.b);
            row_.event.value = amount();
            row_.where = place();
            rows.push_back(row_);
        }
        return rows;
    }

private:
    unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
    std::uint32_t number(std::uint32_t before) {
        switch (below(5)) {
            case 0: return TaskId::kNone;
            case 1: return before;
            case 2: return before + 1;
            case 3: return below(10);
            default: return static_cast<std::uint32_t>(random_());
        }
    }
    double amount() {
        const double kinds[] = {0,
                                -0.0,
                                row_.event.value,
                                1,
                                4294967295.0,
                                4294967296.0,
                                0.25,
                                -3,
                                std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::infinity()};
        return kinds[below(10)];
    }
    Span place() {
        switch (below(4)) {
            case 0: return {};
            case 1: return row_.where;
            case 2: return Span{1 + static_cast<int>(below(300)), 4, 1, 20};
            default: {
                const int line = 1 + static_cast<int>(below(100'000));
                return {line, static_cast<int>(below(70'000)), line + static_cast<int>(below(300)),
                        7};
            }
        }
    }

    std::mt19937 random_;
    Row row_;
};

void expectSame(const Event& got, const Event& wanted, std::size_t index) {
    EXPECT_EQ(got.kind, wanted.kind) << index;
    EXPECT_EQ(got.detail, wanted.detail) << index;
    EXPECT_EQ(got.wait, wanted.wait) << index;
    EXPECT_EQ(got.time, wanted.time) << index;
    EXPECT_EQ(got.task, wanted.task) << index;
    EXPECT_EQ(got.a, wanted.a) << index;
    EXPECT_EQ(got.b, wanted.b) << index;
    EXPECT_EQ(got.span(), wanted.span()) << index;
    EXPECT_EQ(std::bit_cast<std::uint64_t>(got.value), std::bit_cast<std::uint64_t>(wanted.value))
        << index;
}

PackedEvents packed(const std::vector<Row>& rows) {
    PackedEvents events(rows.size());
    EventPacker packer(events);
    for (const Row& row : rows) packer.append(row.event, row.where);
    return events;
}

TEST(PackedEvents, GiveBackWhatWasPacked) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const std::vector<Row> rows = RandomRows(seed).make(500);
        const PackedEvents events = packed(rows);
        ASSERT_EQ(events.size(), rows.size());
        std::size_t index = 0;
        for (const Event& event : EventRange(events)) {
            expectSame(event, withPlace(rows[index]), index);
            ++index;
        }
        EXPECT_EQ(index, rows.size());
    }
}

TEST(PackedEvents, GiveAnyRowOutOfOrder) {
    const std::vector<Row> rows = RandomRows(1).make(200);
    const PackedEvents events = packed(rows);
    for (std::size_t index = rows.size(); index-- > 0;) {
        expectSame(events[index], withPlace(rows[index]), index);
    }
}

TEST(PackedEvents, AreWalkedOverFromAnyRow) {
    const std::vector<Row> rows = RandomRows(2).make(100);
    const PackedEvents events = packed(rows);
    for (std::size_t first = 0; first < rows.size(); ++first) {
        std::size_t index = first + 1;
        for (auto row = EventRange(events).after(EventIndex::fromIndex(first)); !row.atEnd();
             ++row) {
            EXPECT_EQ(row.index(), EventIndex::fromIndex(index));
            expectSame(*row, withPlace(rows[index]), index);
            ++index;
        }
        EXPECT_EQ(index, rows.size());
    }
}

TEST(PackedEvents, FindByBisectionHowManyAreSo) {
    std::vector<Row> rows(150);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].event.time = static_cast<double>(i / 3);
    }
    const PackedEvents events = packed(rows);
    for (int time = -1; time < 50; ++time) {
        EXPECT_EQ(events.countBefore([&](const Event& event) { return event.time <= time; }),
                  static_cast<std::size_t>((time + 1) * 3));
    }
    EXPECT_EQ(PackedEvents().countBefore([](const Event&) { return true; }), 0u);
}

TEST(PackedEvents, TakeFewBytesForASwitchBetweenTasks) {
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        const Event begins{.task = TaskId(i % 100), .kind = EventKind::StepBegan};
        const Event ends{
            .task = TaskId(i % 100), .kind = EventKind::StepEnded, .wait = WaitKind::Yield};
        rows.push_back({begins, {7, 8, 7, 30}});
        rows.push_back({ends, {7, 8, 7, 30}});
    }
    EXPECT_LT(packed(rows).bytes(), rows.size() * 6);
}

TEST(PackedEvents, NeverTakeMoreThanFortyBytesARow) {
    std::vector<Row> rows;
    std::mt19937 random(3);
    for (int i = 1; i <= 10'000; ++i) {
        const auto any = [&random] { return static_cast<std::uint32_t>(random()) / 2; };
        rows.push_back(
            {{.time = i * 0.1, .value = i * 0.3, .task = TaskId(any()), .a = any(), .b = any()},
             {1 + i % 100, 0, 1 + i % 100, 9}});
    }
    EXPECT_LE(packed(rows).bytes(), rows.size() * 40);
}

TEST(EventPacker, RewindsToAMark) {
    std::vector<Row> rows = RandomRows(4).make(100);
    PackedEvents events(rows.size());
    EventPacker packer(events);
    for (const Row& row : rows) {
        // Something else, then what was meant, also where a block of rows begins.
        const EventPacker::Mark before = packer.mark();
        packer.append({.time = -1, .task = TaskId(77)}, Span{9, 9, 9, 9});
        packer.rewind(before);
        packer.append(row.event, row.where);
    }
    ASSERT_EQ(events.size(), rows.size());
    for (std::size_t index = 0; index < rows.size(); ++index) {
        expectSame(events[index], withPlace(rows[index]), index);
    }
}

}  // namespace
}  // namespace coroscope::trace

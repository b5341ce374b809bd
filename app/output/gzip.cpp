// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/gzip.h"

#include <array>
#include <new>
#include <string_view>
#include <zlib.h>

namespace coroscope::app {

namespace {

constexpr int kWindowBits = 15 + 16;  // the 16 asks zlib for gzip's wrapping
constexpr int kMemoryLevel = 8;

/// Passes the text on, packed, piece by piece.
class Packer {
public:
    explicit Packer(trace::TextSink& sink) : sink_(sink) {
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kWindowBits, kMemoryLevel,
                         Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::bad_alloc();  // nothing else can be the matter
        }
    }
    ~Packer() { deflateEnd(&stream_); }
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    void take(std::string_view text, int flush) {
        // zlib reads the input, but its interface is older than const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(packed_.data());
            stream_.avail_out = static_cast<uInt>(packed_.size());
            deflate(&stream_, flush);
            sink_.write({packed_.data(), packed_.size() - stream_.avail_out});
        } while (stream_.avail_out == 0);
    }

private:
    trace::TextSink& sink_;
    z_stream stream_{};
    std::array<char, 1 << 16> packed_{};
};

}  // namespace

void writeGzipped(const Writing& write, trace::TextSink& sink) {
    Packer packer(sink);
    {
        trace::TextSink plain([&](std::string_view text) { packer.take(text, Z_NO_FLUSH); },
                              [&](double share) { return sink.goOn(share); });
        write(plain);
    }
    packer.take({}, Z_FINISH);
}

}  // namespace coroscope::app

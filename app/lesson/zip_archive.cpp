// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/zip_archive.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "engine/scenario/source_text.h"

namespace coroscope::app {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr uLong kEncrypted = 1;
constexpr uLong kNameIsUtf8 = 1U << 11;
/// The first day that zip knows, for every file: the same lesson gives the same bytes.
constexpr uLong kFirstDay = 0x21UL << 16;

/// What minizip takes for a file. Reads `in`, or writes `out`.
struct Memory {
    std::string_view in;
    std::string* out = nullptr;
    std::size_t at = 0;

    [[nodiscard]] std::size_t size() const { return out != nullptr ? out->size() : in.size(); }
};

Memory& memoryOf(voidpf opaque) { return *static_cast<Memory*>(opaque); }

voidpf openMemory(voidpf opaque, const void* /*name*/, int /*mode*/) { return opaque; }
int closeMemory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
int errorOfMemory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

uLong readMemory(voidpf opaque, voidpf /*stream*/, void* buffer, uLong count) {
    Memory& memory = memoryOf(opaque);
    const std::size_t left = memory.in.size() - std::min(memory.at, memory.in.size());
    const std::size_t taken = std::min<std::size_t>(count, left);
    if (taken > 0) std::memcpy(buffer, memory.in.data() + memory.at, taken);
    memory.at += taken;
    return taken;
}

uLong writeMemory(voidpf opaque, voidpf /*stream*/, const void* bytes, uLong count) {
    Memory& memory = memoryOf(opaque);
    if (memory.at + count > memory.out->size()) memory.out->resize(memory.at + count);
    std::memcpy(memory.out->data() + memory.at, bytes, count);
    memory.at += count;
    return count;
}

ZPOS64_T tellMemory(voidpf opaque, voidpf /*stream*/) { return memoryOf(opaque).at; }

long seekMemory(voidpf opaque, voidpf /*stream*/, ZPOS64_T offset, int origin) {
    Memory& memory = memoryOf(opaque);
    ZPOS64_T from = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = memory.at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) from = memory.size();
    const ZPOS64_T there = from + offset;
    if (there < from || there > memory.size()) return -1;
    memory.at = there;
    return 0;
}

zlib_filefunc64_def functionsOn(Memory& memory) {
    return {openMemory, readMemory,  writeMemory,   tellMemory,
            seekMemory, closeMemory, errorOfMemory, &memory};
}

/// A name for a message: whatever it holds, it stays on its line.
std::string shown(std::string_view name) {
    std::string text(name.substr(0, kLongestName));
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c >= 0x7F; }, '?');
    return text;
}

std::string damaged(std::string_view how) { return fmt::format("is damaged: {}", how); }

/// What macOS puts into an archive beside the files: nothing that anybody has asked for.
bool isOfMacOs(std::string_view name) {
    if (name == "__MACOSX" || name.starts_with("__MACOSX/")) return true;
    const std::string_view last = name.substr(name.rfind('/') + 1);
    return last == ".DS_Store" || last.starts_with("._");
}

struct CloseZip {
    void operator()(void* file) const { (void)unzClose(file); }
};

class Reader {
public:
    using Failure = std::optional<std::string>;

    explicit Reader(std::string_view archive) : memory_{archive, nullptr, 0} {
        zlib_filefunc64_def functions = functionsOn(memory_);
        file_.reset(unzOpen2_64("", &functions));
    }

    std::variant<std::vector<ZipEntry>, std::string> read() {
        if (file_ == nullptr) return damaged("it is no zip archive, or its end is missing");
        int status = unzGoToFirstFile(file_.get());
        // minizip has no word for an empty archive.
        unz_global_info64 about{};
        (void)unzGetGlobalInfo64(file_.get(), &about);
        if (about.number_entry == 0) return entries_;
        for (; status == UNZ_OK; status = unzGoToNextFile(file_.get())) {
            if (++count_ > kMostZipEntries)
                return fmt::format("holds more than {} files", kMostZipEntries);
            if (const Failure failure = readEntry()) return *failure;
        }
        if (status != UNZ_END_OF_LIST_OF_FILE) return damaged("its list of files is broken");
        if (const Failure failure = fileAsFolder()) return *failure;
        return std::move(entries_);
    }

private:
    Failure readEntry() {
        unz_file_info64 about{};
        if (unzGetCurrentFileInfo64(file_.get(), &about, nullptr, 0, nullptr, 0, nullptr, 0) !=
            UNZ_OK) {
            return damaged("its list of files is broken");
        }
        ZipEntry entry;
        entry.name.resize(about.size_filename);
        if (unzGetCurrentFileInfo64(file_.get(), nullptr, entry.name.data(), about.size_filename,
                                    nullptr, 0, nullptr, 0) != UNZ_OK) {
            return damaged("its list of files is broken");
        }
        const bool folder = entry.name.ends_with('/');
        const std::string_view name =
            std::string_view(entry.name).substr(0, entry.name.size() - (folder ? 1 : 0));
        if (isOfMacOs(name)) return std::nullopt;
        if (!isSafeName(name)) {
            return fmt::format("holds a file of a name that is not allowed: {}", shown(entry.name));
        }
        if (!names_.emplace(name).second) return fmt::format("holds {} twice", shown(name));
        if (folder) return std::nullopt;
        if ((about.flag & kEncrypted) != 0) return fmt::format("has {} encrypted", shown(name));
        if (const Failure failure = unpack(about, entry)) return failure;
        entries_.push_back(std::move(entry));
        return std::nullopt;
    }

    /// What an entry says of its size is believed no further than the bytes that come.
    Failure unpack(const unz_file_info64& about, ZipEntry& entry) {
        const std::string name = shown(entry.name);
        if (about.uncompressed_size > kMostZipBytes - unpacked_) {
            return fmt::format("would take more than {} MiB when unpacked", kMostZipBytes >> 20);
        }
        if (unzOpenCurrentFile(file_.get()) != UNZ_OK)
            return damaged(fmt::format("{} cannot be unpacked", name));
        char block[1 << 16];
        int count = 0;
        while ((count = unzReadCurrentFile(file_.get(), block, sizeof block)) > 0) {
            entry.bytes.append(block, static_cast<std::size_t>(count));
            if (entry.bytes.size() > about.uncompressed_size) break;
        }
        const bool sound = unzCloseCurrentFile(file_.get()) == UNZ_OK && count == 0 &&
                           entry.bytes.size() == about.uncompressed_size;
        unpacked_ += entry.bytes.size();
        if (sound) return std::nullopt;
        return damaged(fmt::format("{} is not what it was when it was packed", name));
    }

    /// What lies below a file can be unpacked nowhere.
    [[nodiscard]] Failure fileAsFolder() const {
        std::set<std::string_view> files;
        for (const ZipEntry& entry : entries_) files.insert(entry.name);
        for (const std::string_view name : names_) {
            for (auto end = name.find('/'); end != name.npos; end = name.find('/', end + 1)) {
                const std::string_view folder = name.substr(0, end);
                if (files.contains(folder))
                    return fmt::format("holds {} as a file and as a folder", shown(folder));
            }
        }
        return std::nullopt;
    }

    Memory memory_;
    std::unique_ptr<void, CloseZip> file_;
    std::vector<ZipEntry> entries_;
    std::set<std::string, std::less<>> names_;
    std::size_t count_ = 0;
    std::size_t unpacked_ = 0;
};

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

}  // namespace

bool isSafeName(std::string_view name) {
    if (name.empty() || name.size() > kLongestName) return false;
    if (scenario::findInvalidUtf8(name)) return false;
    const auto isBad = [](unsigned char c) {
        return c < 0x20 || c == 0x7F || c == '\\' || c == ':';
    };
    if (std::ranges::any_of(name, isBad)) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part.starts_with('.')) return false;
        begin = end + 1;
    }
    return true;
}

std::variant<std::vector<ZipEntry>, std::string> readZip(std::string_view archive) {
    return Reader(archive).read();
}

std::string writeZip(const std::vector<ZipEntry>& entries) {
    std::string archive;
    Memory memory{{}, &archive, 0};
    zlib_filefunc64_def functions = functionsOn(memory);
    const zipFile file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (file == nullptr) return {};
    bool good = true;
    for (const ZipEntry& entry : entries) {
        zip_fileinfo about{};
        about.dosDate = kFirstDay;
        const uLong flags = isAscii(entry.name) ? 0 : kNameIsUtf8;
        good = good && zipOpenNewFileInZip4_64(file, entry.name.c_str(), &about, nullptr, 0,
                                               nullptr, 0, nullptr, Z_DEFLATED, Z_BEST_COMPRESSION,
                                               0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY,
                                               nullptr, 0, 0, flags, 0) == ZIP_OK;
        good = good && zipWriteInFileInZip(file, entry.bytes.data(),
                                           static_cast<unsigned>(entry.bytes.size())) == ZIP_OK;
        good = good && zipCloseFileInZip(file) == ZIP_OK;
    }
    good = zipClose(file, nullptr) == ZIP_OK && good;
    return good ? archive : std::string();
}

}  // namespace coroscope::app

# Everything that comes from Debian 12. Only rooms that name a dependency get it.

find_package(fmt REQUIRED)
find_package(Boost REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(GIF REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg PrintSupport)
find_package(QCustomPlotQt6 REQUIRED)

# Libraries without a CMake package in Debian 12.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(coroscope_toml INTERFACE)
target_include_directories(coroscope_toml SYSTEM INTERFACE "${TOMLPLUSPLUS_INCLUDE_DIR}")

find_path(UTF8PROC_INCLUDE_DIR utf8proc.h REQUIRED)
find_library(UTF8PROC_LIBRARY utf8proc REQUIRED)
add_library(coroscope_utf8proc INTERFACE)
target_include_directories(coroscope_utf8proc SYSTEM INTERFACE "${UTF8PROC_INCLUDE_DIR}")
target_link_libraries(coroscope_utf8proc INTERFACE "${UTF8PROC_LIBRARY}")

find_path(NETTLE_INCLUDE_DIR nettle/nettle-meta.h REQUIRED)
find_library(NETTLE_LIBRARY nettle REQUIRED)
add_library(coroscope_nettle INTERFACE)
target_include_directories(coroscope_nettle SYSTEM INTERFACE "${NETTLE_INCLUDE_DIR}")
target_link_libraries(coroscope_nettle INTERFACE "${NETTLE_LIBRARY}")

find_path(PCRE2_INCLUDE_DIR pcre2.h REQUIRED)
find_library(PCRE2_LIBRARY pcre2-8 REQUIRED)
add_library(coroscope_pcre2 INTERFACE)
target_include_directories(coroscope_pcre2 SYSTEM INTERFACE "${PCRE2_INCLUDE_DIR}")
target_link_libraries(coroscope_pcre2 INTERFACE "${PCRE2_LIBRARY}")

find_path(RAPIDJSON_INCLUDE_DIR rapidjson/writer.h REQUIRED)
add_library(coroscope_rapidjson INTERFACE)
target_include_directories(coroscope_rapidjson SYSTEM INTERFACE "${RAPIDJSON_INCLUDE_DIR}")

# Not libzip: loading libcrypto with it takes longer than `run` may take.
find_path(MINIZIP_INCLUDE_DIR minizip/unzip.h REQUIRED)
find_library(MINIZIP_LIBRARY minizip REQUIRED)
add_library(coroscope_minizip INTERFACE)
target_include_directories(coroscope_minizip SYSTEM INTERFACE "${MINIZIP_INCLUDE_DIR}")
target_link_libraries(coroscope_minizip INTERFACE "${MINIZIP_LIBRARY}" ZLIB::ZLIB)

find_path(QSCINTILLA_INCLUDE_DIR Qsci/qsciscintilla.h PATH_SUFFIXES qt6 REQUIRED)
find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)
add_library(coroscope_qscintilla INTERFACE)
target_include_directories(coroscope_qscintilla SYSTEM INTERFACE "${QSCINTILLA_INCLUDE_DIR}")
target_link_libraries(coroscope_qscintilla INTERFACE "${QSCINTILLA_LIBRARY}" Qt6::Widgets
                                                    Qt6::PrintSupport)

if(COROSCOPE_TESTS)
  find_package(GTest REQUIRED)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
if(COROSCOPE_BENCH)
  find_package(benchmark REQUIRED)
endif()

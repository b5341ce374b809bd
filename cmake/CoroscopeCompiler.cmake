# How every file is compiled: the language, the warnings, and what the presets switch on.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()

# A debug build is for the sanitizers and for backtraces: line tables suffice, and -O1 keeps the
# sanitized engine quick enough to run every test.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# GCC's generic tuning clears a small object with `rep stos`, which takes longer to begin than a few
# stores take in all: every task, future, handle and frame begins so.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  set(CORO_SMALL_BLOCKS "vector_loop:512:noalign,libcall:-1:noalign")
  string(APPEND CMAKE_CXX_FLAGS_RELEASE
         " -mmemset-strategy=${CORO_SMALL_BLOCKS} -mmemcpy-strategy=${CORO_SMALL_BLOCKS}")
endif()

# What the target's code is compiled with; linked by each room, and by nothing outside the project.
add_library(coroscope_warnings INTERFACE)
target_compile_options(coroscope_warnings INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -Wrestrict of GCC 12 is wrong about std::string's operator+ (GCC bug 105651).
  target_compile_options(coroscope_warnings INTERFACE -Wshadow=local -Wno-restrict)
  if(COROSCOPE_SANITIZE)
    # The sanitizers' own branches mislead the warnings that follow values through the code; the
    # release build, which has none, keeps these on.
    target_compile_options(coroscope_warnings INTERFACE -Wno-maybe-uninitialized -Wno-array-bounds
                                                        -Wno-stringop-overflow)
  endif()
else()
  target_compile_options(coroscope_warnings INTERFACE -Wshadow)
endif()

# A designated initialiser leaves fields to their defaults on purpose.
target_compile_options(coroscope_warnings INTERFACE -Wno-missing-field-initializers)

# Linked after the warnings, so that it comes after -Wpedantic.
add_library(coroscope_gnu_extensions INTERFACE)
target_compile_options(coroscope_gnu_extensions INTERFACE -Wno-pedantic)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(COROSCOPE_CCACHE ccache)
  if(COROSCOPE_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${COROSCOPE_CCACHE}")
  endif()
endif()

find_program(COROSCOPE_MOLD mold)
if(COROSCOPE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(COROSCOPE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

if(COROSCOPE_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

if(COROSCOPE_IPO)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

# A library that nothing refers to would still be loaded at every start.
add_link_options(-Wl,--as-needed)

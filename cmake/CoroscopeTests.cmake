# coroscope_tests(<executable> SOURCES <file>... DEPENDS <target>...)
#
# One GoogleTest executable; each of its tests is a test of ctest. Nothing is made of no sources, so
# that a room may have no tests yet.
function(coroscope_tests executable)
  cmake_parse_arguments(TESTS "QT" "" "SOURCES;DEPENDS" ${ARGN})
  if(NOT TESTS_SOURCES)
    return()
  endif()
  add_executable(${executable} ${TESTS_SOURCES})
  target_link_libraries(${executable} PRIVATE ${TESTS_DEPENDS} GTest::gmock coroscope_warnings)
  if(COROSCOPE_SANITIZE)
    # Checks of the tests' own code find nothing, and take a third of the time to compile it.
    target_compile_options(${executable} PRIVATE -fno-sanitize=undefined)
  endif()
  # Not __FILE__, which ccache may make relative.
  target_compile_definitions(${executable} PRIVATE COROSCOPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(TESTS_QT)
    set_target_properties(${executable} PROPERTIES AUTOMOC ON)
    target_link_libraries(${executable} PRIVATE Qt6::Test)
    set(environment ENVIRONMENT QT_QPA_PLATFORM=offscreen)
  else()
    target_link_libraries(${executable} PRIVATE GTest::gmock_main)
  endif()
  gtest_discover_tests(${executable} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES TIMEOUT 120 ${environment})
endfunction()

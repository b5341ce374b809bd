# Compiles the bundled modules into one source file, CORO_BUNDLED_SOURCE.
set(CORO_BUNDLED_SOURCE "${CMAKE_CURRENT_BINARY_DIR}/bundled_code.cpp")
file(GLOB texts CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.py")
add_custom_command(
  OUTPUT "${CORO_BUNDLED_SOURCE}"
  COMMAND coroscope_freeze "${CORO_BUNDLED_SOURCE}" ${texts}
  DEPENDS coroscope_freeze ${texts}
  COMMENT "Compiling the bundled modules"
  VERBATIM)

# Puts the texts of the bundled modules into one source file, CORO_BUNDLED_SOURCE.
set(CORO_BUNDLED_SOURCE "${CMAKE_CURRENT_BINARY_DIR}/bundled_texts.cpp")
file(GLOB texts CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.py")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${texts})
set(CORO_BUNDLED_MODULES "")
foreach(path IN LISTS texts)
  get_filename_component(name "${path}" NAME)
  string(REGEX REPLACE "\\.py$" "" name "${name}")
  file(READ "${path}" text)
  string(APPEND CORO_BUNDLED_MODULES
         "    BundledModule{\"${name}\", R\"python(${text})python\"},\n")
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/texts.cpp.in" "${CORO_BUNDLED_SOURCE}" @ONLY)

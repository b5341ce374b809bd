# coroscope_room(<name> [FLAT] [QT] [GNU_EXTENSIONS] [DEPENDS <target>...] [FILES <file>...])
#
# Makes the library coroscope_<name> of all .cpp below the current folder. A new file is noticed by
# the next build. A room that has no .cpp yet is an INTERFACE library, so that others can link it.
#
#   FLAT            only the folder's own files, not those of its subfolders
#   QT              the room uses Qt: moc runs over its headers
#   GNU_EXTENSIONS  computed goto and statement expressions are permitted
#   DEPENDS         the rooms and libraries that its README.md lets it use, and no others
#   FILES           further (generated) sources
function(coroscope_room name)
  cmake_parse_arguments(ROOM "FLAT;QT;GNU_EXTENSIONS" "" "DEPENDS;FILES" ${ARGN})
  if(ROOM_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "coroscope_room(${name}): unknown argument ${ROOM_UNPARSED_ARGUMENTS}")
  endif()

  if(ROOM_FLAT)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  else()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  endif()

  set(target coroscope_${name})
  if(sources OR ROOM_FILES)
    # Headers are listed for moc: a header without a .cpp of its name may hold a Q_OBJECT.
    add_library(${target} STATIC ${sources} ${headers} ${ROOM_FILES})
    target_link_libraries(${target} PUBLIC ${ROOM_DEPENDS} PRIVATE coroscope_warnings)
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
    if(ROOM_QT)
      set_target_properties(${target} PROPERTIES AUTOMOC ON)
      # With Ninja, moc runs again only when a header changes that it has read before: a new one
      # that comes with an update must bring it about.
      if(NOT "${headers}" STREQUAL "${${target}_MOC_HEADERS}")
        file(REMOVE "${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp")
        set(${target}_MOC_HEADERS "${headers}" CACHE INTERNAL "The headers that moc was run over")
      endif()
      target_compile_definitions(${target} PUBLIC QT_NO_CAST_TO_ASCII)
    endif()
    if(ROOM_GNU_EXTENSIONS)
      target_link_libraries(${target} PRIVATE coroscope_gnu_extensions)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${ROOM_DEPENDS})
    target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}")
  endif()
endfunction()

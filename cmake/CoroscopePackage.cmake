# What an installation holds besides the two programs, and the Debian package.

install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/io.github.coroscope.Coroscope.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/io.github.coroscope.Coroscope.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/io.github.coroscope.Coroscope.mime.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages"
        RENAME io.github.coroscope.Coroscope.xml)
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/coroscope.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/copyright"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/coroscope")

# One manual page for all programs, and the changelog, compressed as Debian wants them.
function(coroscope_install_compressed source name folder)
  set(result "${PROJECT_BINARY_DIR}/package/${name}.gz")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/package")
  execute_process(COMMAND gzip -9nc "${source}" OUTPUT_FILE "${result}" COMMAND_ERROR_IS_FATAL ANY)
  install(FILES "${result}" DESTINATION "${folder}")
endfunction()
foreach(program IN ITEMS coroscope coroscope-desktop coroscope-figures)
  coroscope_install_compressed("${PROJECT_SOURCE_DIR}/resources/desktop/coroscope.1"
                               ${program}.1 "${CMAKE_INSTALL_MANDIR}/man1")
endforeach()
configure_file("${PROJECT_SOURCE_DIR}/resources/desktop/changelog.in"
               "${PROJECT_BINARY_DIR}/package/changelog" @ONLY)
coroscope_install_compressed("${PROJECT_BINARY_DIR}/package/changelog" changelog
                             "${CMAKE_INSTALL_DATADIR}/doc/coroscope")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME coroscope)
set(CPACK_PACKAGE_VENDOR "The Coroscope project")
set(CPACK_PACKAGE_CONTACT "The Coroscope project <coroscope@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "oscilloscope for coroutines")
set(CPACK_PACKAGE_DESCRIPTION
    "Runs a small asyncio program on an engine of its own and shows on a timeline\nwhat the event loop does. For classrooms: sandboxed, repeatable, reversible.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
# The libraries that the programs are linked with are found by dpkg-shlibdeps, which cannot see
# fonts. The renderer of the icons is a plugin, in the package of the library for SVG.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core")
include(CPack)

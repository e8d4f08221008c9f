# What is installed: `runtime` is the shared library, `development` all the rest. include(GNUInstallDirs) stands in the top CMakeLists.txt.
include(CMakePackageConfigHelpers)

if(guanxi_sqlite_target AND NOT GUANXI_SQLITE STREQUAL "system")
  message(FATAL_ERROR "GUANXI_SQLITE is a target of the host's, of which an installed package knows nothing: set GUANXI_INSTALL=OFF.")
endif()

set(guanxi_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/guanxi)
function(guanxi_install target export)
  install(TARGETS ${target} EXPORT ${export}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development)
  install(EXPORT ${export} NAMESPACE guanxi:: DESTINATION ${guanxi_package_folder} COMPONENT development)
endfunction()
guanxi_install(guanxi guanxi-cxx-targets)
guanxi_install(guanxi_shared guanxi-c-targets)
if(TARGET guanxi_c_static)
  guanxi_install(guanxi_c_static guanxi-c_static-targets)
endif()

install(DIRECTORY include/guanxi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES capi/guanxi.h capi/guanxi_fields.h capi/guanxi_commands.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

# find_package
configure_package_config_file(cmake/guanxi-config.cmake.in ${PROJECT_BINARY_DIR}/guanxi-config.cmake
  INSTALL_DESTINATION ${guanxi_package_folder} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/guanxi-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/guanxi-config.cmake ${PROJECT_BINARY_DIR}/guanxi-config-version.cmake cmake/GuanxiDependencies.cmake
  DESTINATION ${guanxi_package_folder} COMPONENT development)

# pkg-config. The files name their own place, so that the prefix may be moved.
cmake_path(IS_ABSOLUTE CMAKE_INSTALL_LIBDIR guanxi_fixed)
if(guanxi_fixed)
  set(guanxi_pc_prefix ${CMAKE_INSTALL_PREFIX})
  set(guanxi_pc_libdir ${CMAKE_INSTALL_LIBDIR})
else()
  file(RELATIVE_PATH guanxi_up /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  string(REGEX REPLACE "/$" "" guanxi_up "${guanxi_up}")
  set(guanxi_pc_prefix "\${pcfiledir}/${guanxi_up}")
  set(guanxi_pc_libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
list(TRANSFORM guanxi_runtime PREPEND "-l" OUTPUT_VARIABLE guanxi_pc_runtime)
list(JOIN guanxi_pc_runtime " " guanxi_pc_runtime)
set(guanxi_pc_modules)
set(guanxi_pc_libraries)
if(GUANXI_SQLITE STREQUAL "system")
  list(APPEND guanxi_pc_modules "sqlite3 >= 3.40")
endif()
foreach(name ${guanxi_private_dependencies})
  list(GET guanxi_known_${name} 2 module)
  if(module MATCHES "^-l")
    string(APPEND guanxi_pc_libraries " ${module}")
  else()
    list(APPEND guanxi_pc_modules ${module})
  endif()
endforeach()
list(JOIN guanxi_pc_modules ", " guanxi_pc_modules)
foreach(name guanxi guanxi-cxx guanxi-static)
  if(name STREQUAL "guanxi-static" AND NOT TARGET guanxi_c_static)
    continue()
  endif()
  configure_file(cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endforeach()

if(PROJECT_IS_TOP_LEVEL)
  include(GuanxiPackage)
endif()

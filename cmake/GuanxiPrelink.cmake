# The static archive of the C interface: one object that holds the library, its dependencies and an SQLite of its own, with every
# symbol but gx_... made local. It meets nothing in the host's program, not even an SQLite that the host has linked statically.
# It needs the GNU tools and static archives of the dependencies; without them there is no target guanxi::c_static.
set(guanxi_prelinked ${guanxi_private_dependencies})
if(TARGET SQLite::SQLite3 AND guanxi_sqlite_target STREQUAL "SQLite::SQLite3")
  list(APPEND guanxi_prelinked sqlite3)
endif()
set(guanxi_archives)
set(guanxi_prelink_lacks)
foreach(name ${guanxi_prelinked})
  string(TOUPPER ${name} upper)
  if(${upper}_ARCHIVE)
    list(APPEND guanxi_archives ${${upper}_ARCHIVE})
  else()
    list(APPEND guanxi_prelink_lacks "the static archive of ${name}")
  endif()
endforeach()
if(guanxi_sqlite_target AND NOT guanxi_sqlite_target STREQUAL "SQLite::SQLite3")
  list(APPEND guanxi_prelink_lacks "an SQLite of its own")
endif()
if(APPLE OR NOT CMAKE_OBJCOPY OR NOT CMAKE_LINKER OR NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
  list(APPEND guanxi_prelink_lacks "ld and objcopy of GNU")
endif()
if(GUANXI_SANITIZE)
  list(APPEND guanxi_prelink_lacks "a build without sanitizers")
endif()
if(guanxi_prelink_lacks)
  list(JOIN guanxi_prelink_lacks ", " guanxi_prelink_lacks)
  message(STATUS "Built without guanxi::c_static: it would need ${guanxi_prelink_lacks}")
  return()
endif()

set(guanxi_prelinked_object ${CMAKE_CURRENT_BINARY_DIR}/guanxi-prelinked.o)
add_custom_command(OUTPUT ${guanxi_prelinked_object}
  COMMAND ${CMAKE_COMMAND} -D LINKER=${CMAKE_LINKER} -D OBJCOPY=${CMAKE_OBJCOPY} -D NM=${CMAKE_NM} -D SYMBOLS=${PROJECT_SOURCE_DIR}/capi/guanxi.map
    -D OUTPUT=${guanxi_prelinked_object} -P ${PROJECT_SOURCE_DIR}/cmake/prelink.cmake
    -- $<TARGET_OBJECTS:guanxi_door> $<TARGET_FILE:guanxi> ${guanxi_archives}
  DEPENDS $<TARGET_OBJECTS:guanxi_door> guanxi ${PROJECT_SOURCE_DIR}/capi/guanxi.map ${PROJECT_SOURCE_DIR}/cmake/prelink.cmake
  COMMENT "Prelinking the static library of the C interface" COMMAND_EXPAND_LISTS VERBATIM)
set_source_files_properties(${guanxi_prelinked_object} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)

add_library(guanxi_c_static STATIC ${guanxi_prelinked_object})
set_target_properties(guanxi_c_static PROPERTIES OUTPUT_NAME guanxi EXPORT_NAME c_static LINKER_LANGUAGE C UNITY_BUILD OFF)
target_include_directories(guanxi_c_static PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/capi> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(guanxi_c_static INTERFACE ${guanxi_runtime} Threads::Threads ${CMAKE_DL_LIBS})
add_library(guanxi::c_static ALIAS guanxi_c_static)
if(NOT PROJECT_IS_TOP_LEVEL)
  set_target_properties(guanxi_c_static PROPERTIES EXCLUDE_FROM_ALL ON)
endif()

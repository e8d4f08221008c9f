include(GNUInstallDirs)
set(guanxi_installed guanxi)
if(TARGET guanxi_shared)
  list(APPEND guanxi_installed guanxi_shared)
endif()
install(TARGETS ${guanxi_installed}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/guanxi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES capi/guanxi.h capi/guanxi_fields.h capi/guanxi_commands.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

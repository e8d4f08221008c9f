# Debian packages: cpack -G DEB --config build/package/CPackConfig.cmake (presets `package`: everything lies below /usr).
set(CPACK_PACKAGE_NAME guanxi)
set(CPACK_PACKAGE_VENDOR guanxi)
set(CPACK_PACKAGE_CONTACT "The Guanxi authors <guanxi@guanxi.example>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Embeddable CRM core")
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(guanxi_says "Customers, contacts, opportunities, service requests and contracts in one
file, for products that link the library in as they link SQLite. Duplicates
are found, every call is permitted or refused, every change is recorded.")

# One package a component; the library's is called after the C interface, so that two of them can be installed beside each other.
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libguanxi${guanxi_abi})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
# What the symbols that are used do not tell: the SQLite that the store's files ask for, and a loader that knows packed addresses.
set(guanxi_debian_asks)
if(GUANXI_SQLITE STREQUAL "system")
  list(APPEND guanxi_debian_asks "libsqlite3-0 (>= 3.40)")
endif()
if(GUANXI_PACKED_ADDRESSES)
  list(APPEND guanxi_debian_asks "libc6 (>= 2.36)")
endif()
list(JOIN guanxi_debian_asks ", " CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "${guanxi_says}

This package holds the shared library with the C interface.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libguanxi-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(guanxi_debian_pcre2 libpcre2-dev)
set(guanxi_debian_pugixml libpugixml-dev)
set(guanxi_debian_phonenumber libphonenumber-dev)
set(guanxi_debian_needs "libguanxi${guanxi_abi} (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
if(GUANXI_SQLITE STREQUAL "system")
  string(APPEND guanxi_debian_needs ", libsqlite3-dev (>= 3.40)")
endif()
foreach(name ${guanxi_private_dependencies})
  string(APPEND guanxi_debian_needs ", ${guanxi_debian_${name}}")
endforeach()
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS ${guanxi_debian_needs})
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "${guanxi_says}

This package holds the headers of the C and of the C++ interface, the static
libraries, and what CMake and pkg-config read.")

# What Debian asks for beside the files.
set(guanxi_debian ${PROJECT_SOURCE_DIR}/packaging/debian)
configure_file(${guanxi_debian}/shlibs.in ${PROJECT_BINARY_DIR}/debian/shlibs @ONLY)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/shlibs ${guanxi_debian}/triggers)
file(STRINGS src/base/text/LICENSE-UNICODE guanxi_unicode_licence)
list(TRANSFORM guanxi_unicode_licence PREPEND " ")
list(TRANSFORM guanxi_unicode_licence REPLACE "^ $" " .")
list(JOIN guanxi_unicode_licence "\n" guanxi_unicode_licence)
configure_file(${guanxi_debian}/copyright.in ${PROJECT_BINARY_DIR}/debian/copyright @ONLY)
execute_process(COMMAND gzip -9nc ${guanxi_debian}/changelog OUTPUT_FILE ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz COMMAND_ERROR_IS_FATAL ANY)
foreach(component runtime development)
  string(TOUPPER ${component} upper)
  install(FILES ${PROJECT_BINARY_DIR}/debian/copyright ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME} COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
include(CPack)

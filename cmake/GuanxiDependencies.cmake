# What the library is linked with and shows to nobody. The build and the installed package find it in this same way.

# The library, its header, its module of pkg-config (or what the linker is told where it has none).
set(guanxi_known_pcre2 pcre2-8 pcre2.h libpcre2-8)
set(guanxi_known_pugixml pugixml pugixml.hpp pugixml)
set(guanxi_known_phonenumber phonenumber phonenumbers/phonenumberutil.h -lphonenumber)

# guanxi_dependency(NAME): makes the target guanxi_private::NAME where library and header are found, and sets in the cache NAME_LIBRARY,
# NAME_INCLUDE and, for libraries that are to hold it, NAME_ARCHIVE.
function(guanxi_dependency name)
  string(TOUPPER ${name} upper)
  list(GET guanxi_known_${name} 0 library)
  list(GET guanxi_known_${name} 1 header)
  find_library(${upper}_LIBRARY ${library})
  find_path(${upper}_INCLUDE ${header})
  find_library(${upper}_ARCHIVE ${CMAKE_STATIC_LIBRARY_PREFIX}${library}${CMAKE_STATIC_LIBRARY_SUFFIX})
  if(name STREQUAL "phonenumber")
    set(${upper}_ARCHIVE "${upper}_ARCHIVE-NOTFOUND" CACHE FILEPATH "Its archive needs twenty others: it is linked as a shared library" FORCE)
  endif()
  mark_as_advanced(${upper}_LIBRARY ${upper}_INCLUDE ${upper}_ARCHIVE)
  if(${upper}_LIBRARY AND ${upper}_INCLUDE AND NOT TARGET guanxi_private::${name})
    add_library(guanxi_private::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(guanxi_private::${name} PROPERTIES
      IMPORTED_LOCATION ${${upper}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${upper}_INCLUDE})
  endif()
endfunction()

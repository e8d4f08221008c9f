# How every target of the project is compiled. Nothing here touches the host's own targets or variables.
include_guard(GLOBAL)

add_library(guanxi_flags INTERFACE)
target_compile_features(guanxi_flags INTERFACE cxx_std_20)
target_compile_options(guanxi_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
# GCC 12 warns of its own std::string (bugs 105329 and 105651) and, optimised for size, of std::optional: false alarms that later versions do not raise.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(guanxi_flags INTERFACE -Wno-restrict -Wno-stringop-overflow $<$<CONFIG:Release>:-Wno-array-bounds;-Wno-maybe-uninitialized>)
endif()
# Clang warns of std::stable_sort as GCC 12's library has it, which uses a function that C++17 deprecates; and the table of meanings, which the compiler sorts, takes it
# more steps than it would go.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(guanxi_flags INTERFACE -Wno-deprecated-declarations -fconstexpr-steps=8388608)
endif()
# Releases: -O3 makes the library half as large again as -O2 and only expressions faster; functions that nobody calls are left out of the
# shared library. The property GUANXI_OPTIMISE of a target says otherwise than -O2.
target_compile_options(guanxi_flags INTERFACE
  $<$<CONFIG:Release>:$<IF:$<BOOL:$<TARGET_PROPERTY:GUANXI_OPTIMISE>>,$<TARGET_PROPERTY:GUANXI_OPTIMISE>,-O2> -ffunction-sections -fdata-sections>)
# Two builds of one version are the same to the byte, wherever they are made: what is asserted and debugging information beside a release
# name files from here on.
target_compile_options(guanxi_flags INTERFACE -fmacro-prefix-map=${PROJECT_SOURCE_DIR}=guanxi
  $<$<CONFIG:RelWithDebInfo>:-ffile-prefix-map=${CMAKE_BINARY_DIR}=build -ffile-prefix-map=${PROJECT_SOURCE_DIR}=guanxi>)
if(GUANXI_SANITIZE)
  target_compile_options(guanxi_flags INTERFACE -fsanitize=${GUANXI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(guanxi_flags INTERFACE -fsanitize=${GUANXI_SANITIZE})
endif()

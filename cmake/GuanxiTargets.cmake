# How every target of the project is compiled. Nothing here touches the host's own targets or variables.
include_guard(GLOBAL)

add_library(guanxi_flags INTERFACE)
target_compile_features(guanxi_flags INTERFACE cxx_std_20)
target_compile_options(guanxi_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
if(GUANXI_SANITIZE)
  target_compile_options(guanxi_flags INTERFACE -fsanitize=${GUANXI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(guanxi_flags INTERFACE -fsanitize=${GUANXI_SANITIZE})
endif()

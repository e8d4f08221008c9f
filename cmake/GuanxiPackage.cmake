# cpack -G DEB --config build/release/CPackConfig.cmake
include(CPack)

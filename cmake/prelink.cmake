# cmake -D LINKER= -D OBJCOPY= -D NM= -D SYMBOLS=guanxi.map -D OUTPUT= -P prelink.cmake -- OBJECTS… ARCHIVES…
set(inputs)
set(behind_dashes OFF)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(behind_dashes AND CMAKE_ARGV${i} MATCHES "\\.(o|a)$") # and not a precompiled header
    list(APPEND inputs ${CMAKE_ARGV${i}})
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(behind_dashes ON)
  endif()
endforeach()

file(STRINGS ${SYMBOLS} kept REGEX "^    gx_[a-z0-9_]+;$")
list(TRANSFORM kept REPLACE "[ ;]" "")
list(JOIN kept "\n" kept)
file(WRITE ${OUTPUT}.symbols "${kept}\n")
list(JOIN inputs "\n" lines)
file(WRITE ${OUTPUT}.inputs "${lines}\n")

# Groups of sections that the linker would merge with the host's are given up: their symbols are local now.
execute_process(COMMAND ${LINKER} -r --strip-debug --force-group-allocation -o ${OUTPUT} @${OUTPUT}.inputs COMMAND_ERROR_IS_FATAL ANY)
# objcopy leaves symbols that are unique in a process as they are; weak ones it makes local.
execute_process(COMMAND ${NM} --defined-only ${OUTPUT} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL " u [^\n]+" unique "${symbols}")
list(TRANSFORM unique REPLACE "^ u " "")
list(JOIN unique "\n" unique)
file(WRITE ${OUTPUT}.unique "${unique}\n")
execute_process(COMMAND ${OBJCOPY} --weaken-symbols=${OUTPUT}.unique ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJCOPY} --keep-global-symbols=${OUTPUT}.symbols ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)

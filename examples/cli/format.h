// Numbers, amounts, times and sizes as people read them.
#pragma once

#include <string>
#include <vector>

#include "context.h"
#include "guanxi/encoding.h"

namespace cli {

std::string grouped(std::int64_t n);                                  // "1,234,567"
std::string amount(Money money);                                      // "1,234.50 CNY"
std::string amounts(const std::vector<Money>& sums);                  // "1,234.50 CNY + 10.00 USD"
std::string short_number(double n, Language language);                // "1.2M", "120万"
std::string short_amount(Money money, Language language);             // "¥1.2M", "¥120万"
std::string short_amounts(const std::vector<Money>& sums, Language language);
std::string percent(double share);                                    // "12 %", "0.4 %"
std::string file_size(std::int64_t bytes);                            // "1.2 MB"
std::string duration(double seconds, Language language);              // "0.8 s", "3 min 20 s"

// Times stand in the zone of this machine.
std::string local_time(Instant t);                                    // "2026-11-21 19:24"
Instant local_midnight(Instant t, int days_later = 0);
Result<Instant> instant_of_local(std::string_view text);              // "2026-11-21", "2026-11-21 19:24", or ISO 8601 with a zone
Instant now();
int local_offset_minutes();                                           // how far clocks here are ahead of UTC

std::string encoding_label(Encoding encoding);                        // "UTF-8"

// Control characters become blanks, so that data cannot steer the terminal.
std::string clean(std::string_view text);
// At most `columns` wide, cut with "…".
std::string cut(std::string_view text, std::size_t columns);
// Blanks behind (or before) until it is `columns` wide.
std::string pad(std::string_view text, std::size_t columns, bool right = false);
std::string repeat(std::string_view piece, std::size_t times);
// Broken into lines of at most `columns`, at blanks where there are any.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace cli

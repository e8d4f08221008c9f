// The normal forms of what says who somebody is: two spellings of one thing have one normal form. Empty where the input
// cannot be such a thing. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/function_ref.h"

namespace guanxi {

std::string normal_company_name(std::string_view name);  // folded, punctuation and blanks dropped
std::string normal_person_name(std::string_view name);

// E.164 where it can be told ("+8613800138000"), else the digits; without extension. Chinese mobile, landline and 400 numbers
// are told without a country code, others need one. Fewer than 7 digits and placeholders such as 0000000 give nothing.
// Of several numbers in one text ("0755-26771188、26771189 转 801") the first.
std::string normal_phone(std::string_view phone);
// Each of them; a later one without area code has that of the one before.
void each_phone(std::string_view text, FunctionRef<void(std::string&&)> sink);

std::string normal_email(std::string_view email);  // small letters; of several addresses the first
void each_email(std::string_view text, FunctionRef<void(std::string&&)> sink);

// The registrable domain without "www."; nothing for free-mail providers and for sites where everybody has a page.
std::string normal_domain(std::string_view website_or_email);

std::string normal_tax_id(std::string_view tax_id);  // upper case, letters and digits
std::string normal_external_key(std::string_view system, std::string_view value);

// What a row of ContactPoint holds, by the code of its type; trimmed and folded for types without a rule of their own.
std::string normal_contact_point(std::string_view type, std::string_view value);

// ---- Check digits. They take the normal form of a tax id. ----

// 统一社会信用代码 by GB 32100-2015: 18 characters, the last one the check digit (weights 3^i mod 31).
bool valid_credit_code(std::string_view code) noexcept;
// Whether a text can only be meant as one: 18 characters of its alphabet that begin as codes do, and no citizen's number.
bool claims_credit_code(std::string_view code) noexcept;
// 公民身份号码 by GB 11643-1999: 18 characters, the last one by ISO 7064 MOD 11-2. Sole traders have it as their tax id.
bool valid_citizen_number(std::string_view number) noexcept;
// 統一編號 of Taiwan: 8 digits, weights 1 2 1 2 1 2 4 1, sum of digits divisible by 5 (the rule since 2023, which
// holds for every older number too).
bool valid_taiwan_number(std::string_view number) noexcept;

}  // namespace guanxi

// Decimal34 against Mike Cowlishaw's decTest vectors, which Debian's libpython3.11-testsuite carries.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "expr/decimal34.h"

using namespace guanxi;

namespace {

namespace fs = std::filesystem;

fs::path vectors() {
  for (const char* version : {"3.11", "3.12", "3.13", "3.10", "3.9"}) {
    const fs::path folder = std::string("/usr/lib/python") + version + "/test/decimaltestdata";
    if (fs::exists(folder)) return folder;
  }
  return {};
}

std::string lower(std::string s) {
  for (char& c : s) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return s;
}

std::optional<Rounding> rounding_named(const std::string& name) {
  if (name == "half_even") return Rounding::half_even;
  if (name == "half_up") return Rounding::half_up;
  if (name == "half_down") return Rounding::half_down;
  if (name == "up") return Rounding::up;
  if (name == "down") return Rounding::down;
  if (name == "floor") return Rounding::floor;
  if (name == "ceiling") return Rounding::ceiling;
  return std::nullopt;
}

std::string bare(std::string s) {
  if (s.size() >= 2 && (s.front() == '\'' || s.front() == '"')) s = s.substr(1, s.size() - 2);
  return s;
}

// As many as decimal128 holds: what has more would be rounded before it is used.
bool exact(const std::string& s) {
  const std::string digits = s.substr(0, lower(s).find('e'));
  return std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) <= 34;
}

bool special(const std::string& s) { return lower(s).find_first_of("n?#fi") != std::string::npos; }

// A line of a file: "dqadd001 add 1 2 -> 3 Rounded".
struct Vector {
  std::string id, operation, a, b, result;
};

std::optional<Vector> vector_in(const std::string& line) {
  std::istringstream words(line);
  Vector out;
  std::string arrow;
  if (!(words >> out.id >> out.operation >> out.a >> out.b >> arrow >> out.result) || arrow != "->") return std::nullopt;
  out.operation = lower(out.operation);
  out.a = bare(out.a);
  out.b = bare(out.b);
  out.result = bare(out.result);
  return out;
}

std::optional<Decimal34> computed(const Vector& v, const Decimal34& a, const Decimal34& b, Rounding rounding) {
  if (v.operation == "add") return add(a, b);
  if (v.operation == "subtract") return subtract(a, b);
  if (v.operation == "multiply") return multiply(a, b);
  if (v.operation == "divide") return divide(a, b);
  if (v.operation == "remainder") return remainder(a, b);
  if (v.operation == "compare") return Decimal34::of(compare(a, b));
  if (v.operation == "quantize") return quantize(a, b.exponent, rounding);
  return power(a, b);
}

// Integer powers come in fewer digits: right to one unit of the last of them, as the vectors allow.
bool close(const Decimal34& found, const Decimal34& wanted) {
  auto apart = subtract(found, wanted);
  if (!apart) return false;
  apart->negative = false;
  return compare(*apart, Decimal34{1, wanted.exponent, false}) <= 0;
}

bool agrees(bool powers, const std::optional<Decimal34>& found, const std::optional<Decimal34>& wanted) {
  if (!found || !wanted) return found.has_value() == wanted.has_value();
  if (powers) return close(*found, *wanted);
  return found->coefficient == wanted->coefficient && found->exponent == wanted->exponent && (found->zero() || found->negative == wanted->negative);
}

struct Tally {
  int run = 0, right = 0;
  std::string first_wrong;
};

void run_file(const fs::path& path, Tally& tally) {
  std::ifstream file(path);
  std::string line, precision = "34", rounding = "half_even";
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string directive, value;
    if (words >> directive >> value && directive.ends_with(':')) {
      if (lower(directive) == "precision:") precision = value;
      if (lower(directive) == "rounding:") rounding = lower(value);
      continue;
    }
    const auto v = line.starts_with("--") ? std::nullopt : vector_in(line);
    const auto mode = rounding_named(rounding);
    if (!v || !mode || special(v->a) || special(v->b)) continue;
    const bool powers = v->operation == "power";
    if (!powers && (precision != "34" || (*mode != Rounding::half_even && v->operation != "quantize"))) continue;
    const auto a = Decimal34::parse(v->a), b = Decimal34::parse(v->b);
    if (!a || !b || (powers && (!b->integral() || a->zero() || !exact(v->a) || !exact(v->b)))) continue;
    const auto out = computed(*v, *a, *b, *mode);
    const auto wanted = special(v->result) ? std::nullopt : Decimal34::parse(v->result);
    if (powers && (!wanted || wanted->zero())) continue;  // beyond the exponents of that file
    const bool same = agrees(powers, out, wanted);
    ++tally.run;
    tally.right += same ? 1 : 0;
    if (!same && tally.first_wrong.empty()) tally.first_wrong = line + " | here: " + (out ? out->text() : "none");
  }
}

}  // namespace

TEST_CASE("decTest: add, subtract, multiply, divide, compare, quantize, remainder and integer powers") {
  const fs::path folder = vectors();
  if (folder.empty()) {
    MESSAGE("Skipped: the decTest vectors are not installed (libpython3.11-testsuite).");
    return;
  }
  for (const std::string name : {"dqAdd", "dqSubtract", "dqMultiply", "dqDivide", "dqCompare", "dqQuantize", "dqRemainder", "power"}) {
    Tally tally;
    run_file(folder / (name + ".decTest"), tally);
    MESSAGE(name << ": " << tally.right << " of " << tally.run);
    CHECK_MESSAGE(tally.right == tally.run, name << ": " << tally.first_wrong);
    CHECK(tally.run > 200);
  }
}

TEST_CASE("a number is read and written as it stands") {
  for (const char* text : {"0", "1", "-1", "1.50", "-0.001", "1234567890123456789012345678901234", "0.00000000000000000000000000000000000001"}) {
    CHECK(Decimal34::parse(text)->text() == text);
  }
  CHECK(Decimal34::parse(".5")->text() == "0.5");
  CHECK(Decimal34::parse("1.23e4")->text() == "12300");
  CHECK(Decimal34::parse("12345678901234567890123456789012345")->text() == "12345678901234567890123456789012340");
  for (const char* text : {"", "-", ".", "1.2.3", "1e", "x", "1e9999"}) CHECK_FALSE(Decimal34::parse(text));
}

TEST_CASE("tenths add up") {
  const auto sum = add(*Decimal34::parse("0.1"), *Decimal34::parse("0.2"));
  CHECK(compare(*sum, *Decimal34::parse("0.3")) == 0);
}

TEST_CASE("modulo has the sign of the divisor") {
  const auto of = [](const char* a, const char* b) { return modulo(*Decimal34::parse(a), *Decimal34::parse(b))->text(); };
  CHECK(of("10", "4") == "2");
  CHECK(of("-10", "4") == "2");
  CHECK(of("10", "-4") == "-2");
  CHECK(of("10.1", "-4.5") == "-3.4");
  CHECK_FALSE(modulo(Decimal34::of(1), Decimal34{}));
}

TEST_CASE("roots, exponentials and logarithms have 34 digits") {
  CHECK(square_root(Decimal34::of(2))->text() == "1.414213562373095048801688724209698");
  CHECK(square_root(Decimal34::of(16))->text() == "4");
  CHECK_FALSE(square_root(Decimal34::of(-1)));
  CHECK(exponential(Decimal34::of(1))->text() == "2.718281828459045235360287471352662");
  CHECK(logarithm(Decimal34::of(10))->text() == "2.302585092994045684017991454684364");
  CHECK_FALSE(logarithm(Decimal34{}));
  CHECK_FALSE(exponential(Decimal34::of(100'000)));
  CHECK(power(Decimal34::of(2), *Decimal34::parse("0.5"))->text() == "1.414213562373095048801688724209698");
  CHECK(power(Decimal34::of(10), Decimal34::of(-5))->text() == "0.00001");
  CHECK_FALSE(power(Decimal34{}, Decimal34::of(-1)));
}

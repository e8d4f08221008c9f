// Conditions in FEEL: what a backend finds is what FEEL itself says of each row, with records and lists given to it as
// contexts and lists. GUANXI_TREES=1000000 tries so many conditions; the default is small.
#include <algorithm>

#include "expr/condition/translate.h"
#include "feel_world.h"
#include "model/vocabulary.h"
#include "seed.h"

using namespace guanxi;
using namespace guanxi::store;
using guanxi::condition::Checked;

CONFORMS("conditions in FEEL find the rows of which FEEL says true") {
  Dice dice(seeded_random());
  Author author(std::mt19937_64(static_cast<std::uint64_t>(dice.below(1'000'000'000))));
  store.prepare(sample_schema(true));
  const auto words = vocabulary_of(sample_schema(true));
  const EntityType& type = store.sample();
  const auto rows = random_rows(store, dice, type, 40);
  const auto vehicles = random_rows(store, dice, *store.schema().find("vehicle"), 12);
  Contexts contexts(*words, rows, vehicles);
  std::vector<std::vector<feel::Value>> frames;
  for (const AnyRecord& row : rows) frames.push_back(contexts.frame(row));
  const auto reader = store.reader();
  std::int64_t formulas = 0, found = 0;
  for (int round = trees_wanted(); round > 0; --round) {
    const Author::Text text = author.write(author.below(5));
    CAPTURE(text.checked);
    const auto checked = condition::check(text.checked, type.number(), words);
    INFO((checked.ok() ? std::string() : checked.error().text()));
    REQUIRE(checked.ok());
    const auto filter = condition::translate(*checked, {});
    INFO((filter.ok() ? std::string() : filter.error().text()));
    REQUIRE(filter.ok());
    formulas += filter->formulas().empty() ? 0 : 1;
    const Plain plain(*words, type.number(), text.plain);
    std::vector<std::int64_t> expected;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (plain.holds(frames[i], words->zones())) expected.push_back(rows[i].rid());
    found += static_cast<std::int64_t>(expected.size());
    CHECK(rids_of(rows_of(*reader, store, {.type = &type, .filter = &*filter})) == expected);
  }
  MESSAGE(trees_wanted() << " conditions, " << formulas << " with a formula, " << found << " rows found");
}

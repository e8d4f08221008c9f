#include "words.h"

namespace guanxi::sample {
namespace {

constexpr LegalForm american_forms[]{{"Inc.", "Incorporated"}, {"LLC", "Limited Liability Company"}, {"Corp.", "Corporation"}};
constexpr City american_cities[]{{"Springfield", "Illinois", "627"}, {"Austin", "Texas", "787"},     {"Seattle", "Washington", "981"},
                                 {"Boston", "Massachusetts", "021"}, {"Denver", "Colorado", "802"},  {"New York", "New York", "100"},
                                 {"San Jose", "California", "951"},  {"Chicago", "Illinois", "606"}, {"Atlanta", "Georgia", "303"}};
constexpr Trade english_trades[]{{"Logistics", "Logistics"}, {"Software", "Software"}, {"Medical Supplies", "Health care"}, {"Foods", "Food & beverage"},
                                 {"Tools", "Machinery"}, {"Paper", "Materials"}, {"Energy", "Energy"}, {"Trading", "Wholesale"}};

constexpr LegalForm british_forms[]{{"Ltd", "Limited"}, {"PLC", "Public Limited Company"}, {"LLP", "Limited Liability Partnership"}};
constexpr City british_cities[]{{"London", "Greater London", "EC1 "}, {"Leeds", "West Yorkshire", "LS1 "}, {"Bristol", "Bristol", "BS1 "}, {"Glasgow", "Scotland", "G1 "}};

constexpr LegalForm german_forms[]{{"GmbH", "Gesellschaft mit beschränkter Haftung"}, {"AG", "Aktiengesellschaft"}, {"KG", "Kommanditgesellschaft"}};
constexpr City german_cities[]{{"München", "Bayern", "803"}, {"Köln", "Nordrhein-Westfalen", "506"}, {"Hamburg", "Hamburg", "200"}, {"Berlin", "Berlin", "101"}, {"Nürnberg", "Bayern", "904"}};
constexpr Trade german_trades[]{{"Maschinenbau", "Machinery"}, {"Möbelbau", "Manufacturing"}, {"Spedition", "Logistics"}, {"Bäckerei", "Food & beverage"},
                                {"Elektrotechnik", "Electronics"}, {"Chemie", "Chemicals"}, {"Hausverwaltung", "Real estate"}, {"Großhandel", "Wholesale"}};

constexpr LegalForm french_forms[]{{"SARL", "Société à responsabilité limitée"}, {"SA", "Société anonyme"}, {"SAS", "Société par actions simplifiée"}};
constexpr City french_cities[]{{"Paris", "Île-de-France", "750"}, {"Lyon", "Auvergne-Rhône-Alpes", "690"}, {"Orléans", "Centre-Val de Loire", "450"}, {"Besançon", "Bourgogne-Franche-Comté", "250"}};
constexpr Trade french_trades[]{{"Énergie", "Energy"}, {"Mécanique", "Machinery"}, {"Conseil", "Consulting"}, {"Pâtisserie", "Food & beverage"},
                                {"Transports", "Logistics"}, {"Bâtiment", "Construction"}, {"Santé", "Health care"}, {"Textiles", "Textiles"}};

constexpr LegalForm spanish_forms[]{{"S.L.", "Sociedad Limitada"}, {"S.A.", "Sociedad Anónima"}};
constexpr City spanish_cities[]{{"Madrid", "Madrid", "280"}, {"Málaga", "Andalucía", "290"}, {"A Coruña", "Galicia", "150"}};
constexpr Trade spanish_trades[]{{"Construcción", "Construction"}, {"Informática", "Software"}, {"Alimentación", "Food & beverage"}, {"Logística", "Logistics"},
                                 {"Fundición", "Metals"}, {"Diseño", "Marketing"}, {"Educación", "Education"}, {"Comercio", "Retail"}};

constexpr LegalForm swedish_forms[]{{"AB", "Aktiebolag"}, {"HB", "Handelsbolag"}};
constexpr City swedish_cities[]{{"Stockholm", "Stockholms län", "111 "}, {"Göteborg", "Västra Götaland", "411 "}, {"Malmö", "Skåne", "211 "}};
constexpr Trade swedish_trades[]{{"Livsmedel", "Food & beverage"}, {"Skogsbruk", "Forestry"}, {"Åkeri", "Logistics"}, {"Möbler", "Retail"},
                                 {"Verkstad", "Machinery"}, {"Teknik", "Technology"}, {"Läkemedel", "Pharmaceuticals"}, {"Bygg", "Construction"}};

constexpr Country country_list[]{
    {"United States", "US", "Sample", american_forms, american_cities, english_trades, "{} Sample Street", "+1 555 ", 7, 8},
    {"United Kingdom", "GB", "Example", british_forms, british_cities, english_trades, "{} Example Road", "+44 20 7946 0", 3, 4},
    {"Germany", "DE", "Muster", german_forms, german_cities, german_trades, "Musterstraße {}", "+49 30 23125 ", 3, 5},
    {"France", "FR", "Exemple", french_forms, french_cities, french_trades, "{}, rue de l’Exemple", "+33 1 99 00 ", 4, 4},
    {"Spain", "ES", "Ejemplo", spanish_forms, spanish_cities, spanish_trades, "Calle Ejemplo, {}", "+34 999 ", 6, 3},
    {"Sweden", "SE", "Exempel", swedish_forms, swedish_cities, swedish_trades, "Exempelgatan {}", "+46 8 465 004 ", 2, 2},
};

constexpr string_view start_list[]{"Ber", "Bran", "Cal", "Dal", "Dor", "El", "Fal", "Fen", "Gar", "Hal", "Ir", "Kel",
                                   "Lor", "Mar", "Nor", "Or", "Pel", "Quil", "Ras", "Sel", "Tor", "Ul", "Var", "Wil"};
constexpr string_view middle_list[]{"a", "e", "i", "o", "an", "en", "in", "on", "ar", "er", "ir", "or"};
constexpr string_view end_list[]{"bach", "by",   "dale", "dor", "feld", "ford", "gard", "ham",  "hof",  "kamp", "land", "lund",
                                 "mark", "mont", "nor",  "rik", "sol",  "stad", "ström", "thal", "ton",  "vik",  "wick", "zell"};

constexpr string_view first_name_list[]{"Anna", "Björn", "Carla", "David", "Elise", "Félix", "Greta", "Hugo", "Irene", "Jürgen", "Karin", "Louis",
                                        "María", "Nils", "Olga", "Paul", "Quentin", "Rosa", "Søren", "Tina", "Ulf", "Vera", "Will", "Zoë"};

}  // namespace

std::span<const Country> countries() noexcept { return country_list; }
std::span<const string_view> word_starts() noexcept { return start_list; }
std::span<const string_view> word_middles() noexcept { return middle_list; }
std::span<const string_view> word_ends() noexcept { return end_list; }
std::span<const string_view> first_names() noexcept { return first_name_list; }

}  // namespace guanxi::sample

// SPDX-License-Identifier: MIT
#include "validator/engine/packed_toml.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

/// Every field of a value, for people.
std::string Show(const TomlValue& value) {
  std::string text = std::string(Describe(value.kind)) + " at " +
                     std::to_string(value.place.line) + ":" +
                     std::to_string(value.place.column) + " '" + value.text +
                     "' " + std::to_string(value.integer) +
                     (value.boolean ? " true" : "");
  for (const TomlValue& item : value.items)
    text += " [" + Show(item) + "]";
  for (const TomlEntry& entry : value.entries)
    text += " {" + entry.key + " at " + std::to_string(entry.place.line) + ":" +
            std::to_string(entry.place.column) + " = " + Show(entry.value) +
            "}";
  return text;
}

TEST(PackToml, LosesNothing) {
  constexpr const char* kCases[] = {
      "",
      "a = 'text'",
      "a = ''",
      "a = ' 1 2 3 '",
      "a = \"two\\nlines, a quote \\\" and a NUL \\u0000\"",
      "a = 'grün'",
      "a = 0\nb = -1",
      "a = 9223372036854775807\nb = -9223372036854775808",
      "a = true\nb = false",
      "a = 1.5\nb = 2024-01-01",
      "a = []\nb = {}",
      "a = [1, 'x', [true, {k = 2}]]",
      "'12 key' = 1\n'' = 2",
      "[t]\nk = 1\n[t.u]\n\n[[v]]\nk = 1\n[[v]]\n",
  };
  for (const char* toml : kCases) {
    SCOPED_TRACE(toml);
    const TomlValue value = ParseToml("f", toml);
    EXPECT_EQ(Show(UnpackToml(PackToml(value))), Show(value));
  }
}

TEST(PackToml, TellsValuesApart) {
  EXPECT_NE(PackToml(ParseToml("f", "a = 1")),
            PackToml(ParseToml("f", "a = '1'")));
  EXPECT_NE(PackToml(ParseToml("f", "a = 1")),
            PackToml(ParseToml("f", "\na = 1")));
}

TEST(PackToml, WasDoneToThePresets) {
  for (const Preset& preset : Presets()) {
    SCOPED_TRACE(preset.name);
    EXPECT_EQ(preset.packed, PackToml(ParseToml(preset.name, preset.toml)));
  }
}

}  // namespace
}  // namespace commitgate

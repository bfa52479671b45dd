// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(TitleCase, IsLower) {
  constexpr RepairCase kCases[] = {
      {"a verb", "doc: Fix typo\n", "title-case", "doc: fix typo\n"},
      {"a verb with an apostrophe", "doc: Don't lie\n", "title-case",
       "doc: don't lie\n"},
      {"an article", "doc: The guide tells more\n", "title-case",
       "doc: the guide tells more\n"},
      {"a verb before an acronym", "doc: Mark URL parsing\n", "title-case",
       "doc: mark URL parsing\n"},
      {"a verb before a version", "doc: Update V8 to 7.0\n", "title-case",
       "doc: update V8 to 7.0\n"},
      {"a verb before an interface", "doc: Add N-API page\n", "title-case",
       "doc: add N-API page\n"},
      {"a verb before several acronyms", "doc: List APIs\n", "title-case",
       "doc: list APIs\n"},
      {"a verb before a capital later", "doc: Mark the Buffer\n", "title-case",
       "doc: mark the Buffer\n"},
      {"a verb before code", "doc: Mark `Buffer`\n", "title-case",
       "doc: mark `Buffer`\n"},
      {"a verb alone", "doc: Mark\n", "title-case", "doc: mark\n"},
  };
  ExpectRepairs(kCases);
}

TEST(TitleCase, StaysWhereItMayBeThatOfAName) {
  constexpr RepairCase kCases[] = {
      {"a class", "doc: Buffer is described\n"},
      {"a system", "doc: Windows is described\n"},
      {"a person", "doc: Mark Adams joins\n"},
      {"a person with an apostrophe", "doc: Mark O'Neil joins\n"},
      {"a person with an initial", "doc: Mark J. Adams joins\n"},
      {"a person with a bare initial", "doc: Mark J Adams joins\n"},
      {"a person with an accent", "doc: Mark \u00C1d\u00E1m joins\n"},
      {"a person with an accent later", "doc: Mark M\u00FCller joins\n"},
      {"another word", "doc: Trunks are described\n"},
      {"more than one capital", "doc: FIX typo\n"},
      {"no subsystem", "Fix typo\n"},
      {"a verb behind the first word", "doc: guide Add\n"},
      {"a revert", "Revert \"doc: Fix typo\"\n"},
      {"what is to be squashed", "squash! doc: Fix typo\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing

// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

TEST(SubsystemSpelling, IsThatOfTheProject) {
  constexpr RepairCase kCases[] = {
      {"case", "Doc: fix typo\n", "subsystem-spelling", "doc: fix typo\n"},
      {"joints", "child-process: fix typo\n", "subsystem-spelling",
       "child_process: fix typo\n"},
      {"a blank", "Child process: fix typo\n", "subsystem-spelling",
       "child_process: fix typo\n"},
      {"another word", "docs: fix typo\n", "subsystem-spelling",
       "doc: fix typo\n"},
      {"an old name", "n-api: fix typo\n", "subsystem-spelling",
       "node-api: fix typo\n"},
      {"plural", "streams: fix typo\n", "subsystem-spelling",
       "stream: fix typo\n"},
      {"singular", "timer: fix typo\n", "subsystem-spelling",
       "timers: fix typo\n"},
      {"a letter too few", "cluser: fix typo\n", "subsystem-spelling",
       "cluster: fix typo\n"},
      {"letters swapped", "bufefr: fix typo\n", "subsystem-spelling",
       "buffer: fix typo\n"},
      {"several names", "Docs, src,tests: fix typo\n", "subsystem-spelling",
       "doc, src,test: fix typo\n"},
      {"one of several is for people", "docs,foo: fix typo\n",
       "subsystem-spelling", "doc,foo: fix typo\n"},
  };
  ExpectRepairs(kCases);
}

TEST(SubsystemSpelling, StaysWhereItMayBeMeant) {
  constexpr RepairCase kCases[] = {
      {"a library, which the title would no longer name", "libuv: fix typo\n"},
      {"a part", "deps/v8: fix typo\n"},
      {"a scope", "src(api): fix typo\n"},
      {"a short name", "unix: fix typo\n"},
      {"another word that is near", "revert: fix typo\n"},
      {"another first letter", "gtest: fix typo\n"},
      {"another number", "http3: fix typo\n"},
      {"a number", "timers2: fix typo\n"},
      {"no name at all", "fix typo\n"},
      {"no subsystem", "feat: fix typo\n"},
      {"a revert",
       "Revert \"docs: fix typo\"\n\nThis reverts commit "
       "0123456789012345678901234567890123456789.\n"},
      {"what is to be squashed", "fixup! docs: fix typo\n"},
  };
  ExpectRepairs(kCases);
}

}  // namespace
}  // namespace commitgate::testing

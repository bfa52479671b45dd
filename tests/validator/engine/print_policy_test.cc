// SPDX-License-Identifier: MIT
#include "validator/engine/print_policy.h"

#include <sstream>

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/support/fake_rules.h"
#include "validator/engine/load_policy.h"
#include "validator/message/printable.h"

namespace commitgate::testing {
namespace {

/// Without what tells where values come from.
std::string Values(const std::string& printed) {
  std::istringstream lines(printed);
  std::string values;
  for (std::string line; std::getline(lines, line);)
    values += line.substr(0, line.find("  # ")) + '\n';
  return values.substr(values.find('\n'));
}

/// What is left of `policy` after it was printed and read.
std::string Again(const Policy& policy, const PolicyContext& context) {
  return Values(
      PrintPolicy(LoadPolicy("again.toml", PrintPolicy(policy), context)));
}

TEST(PrintPolicy, SaysWhereEachValueComesFrom) {
  const Policy policy = FakePolicy(R"(
[rules.alpha]
max = 1
add = ["c"]
match = '\d'
[exemptions]
merge = ["beta"]
[[patterns]]
id = "no-jira"
target = "trailer:Refs"
forbid = '\bJIRA'
message = "say \"no\""
[[exempt]]
author = "it's \\d"
rules = ["no-jira", "beta"]
)");
  EXPECT_EQ(PrintPolicy(policy), R"(# The policy in force: p.toml
extends = "none"

[rules.alpha]
level = "error"  # base:2
max = 1  # p.toml:3
mode = "soft"  # default
names = ["a", "b", "c"]  # default, p.toml:4
match = '\d'  # p.toml:5

[rules.beta]
level = "warning"  # base:3

[rules.delta]
level = "off"  # default

[rules.gamma]
level = "off"  # default
left = []  # default
right = []  # default

[exemptions]
release = []  # default
merge = ["beta"]  # p.toml:7

[[patterns]]  # p.toml:9
id = "no-jira"
target = "trailer:Refs"
forbid = '\bJIRA'
message = "say \"no\""
level = "error"

[[exempt]]  # p.toml:14
author = "it's \\d"
rules = ["beta", "no-jira"]

[limits]
max-commits = 10000  # default
max-message = 1048576  # default
max-refs = 1000  # default
deadline = "off"  # default

[identity]
delegates = []  # default

[ledger]
unavailable = "refuse"  # default

[output]
max-findings = 50  # default
gitlab = false  # default
)");
}

TEST(PrintPolicy, WrapsLongLists) {
  std::string toml = "[rules.gamma]\nleft = [";
  for (int i = 10; i < 60; ++i)
    toml += "'name" + std::to_string(i) + "', ";
  const Policy policy = FakePolicy(toml + "]");
  std::istringstream lines(PrintPolicy(policy));
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 80u) << line;
  EXPECT_EQ(Again(policy, FakeContext()), Values(PrintPolicy(policy)));
}

TEST(PrintPolicy, IsReadBackWhateverItHolds) {
  const char* const kPolicies[] = {
      "",
      "extends = 'none'",
      R"([rules.alpha]
names = ["a\tb", "\"", "\\", "'", "\u007f", "é", "# c", "x  # y"])",
      R"([rules.alpha]
match = "a'b\\d\u0001")",
      R"([rules.alpha]
match = '''a
b''')",
      R"([[patterns]]
id = "a b"
target = "committer"
require = "\\w\n"
message = "two\nlines"
level = "off"
[[patterns]]
id = "z"
target = "author"
forbid = "a  # b"
message = "\u0000")",
      R"([exemptions]
release = ["alpha", "gamma"])",
  };
  for (const char* toml : kPolicies) {
    const Policy policy = FakePolicy(toml);
    EXPECT_EQ(Again(policy, FakeContext()), Values(PrintPolicy(policy)));
  }
}

TEST(PrintPolicy, ShowsNothingThatSteersATerminal) {
  const Policy policy = LoadPolicy("\u202E\x9b.toml",
                                   R"(
[rules.alpha]
add = ["\u009b31m", "\u202e", "\U000E0041", "\u007F", "é\u200D文"]
match = "'\u200B"
[[patterns]]
id = "p"
target = "title"
forbid = '\d)"
                                   "\u202E"
                                   R"('
message = "\u001b]0;x\u0007"
)",
                                   FakeContext());
  const std::string printed = PrintPolicy(policy);
  std::istringstream lines(printed);
  for (std::string line; std::getline(lines, line);)
    EXPECT_EQ(Printable(line), line);
  for (const char* shown :
       {"# The policy in force: <U+202E>\\x9b.toml", R"("\u009b31m")",
        R"("\u202e")", R"("\U000e0041")", R"("\u007f")", R"("'\u200b")",
        R"(forbid = "\\d\u202e")", R"("\u001b]0;x\u0007")"})
    EXPECT_NE(printed.find(shown), std::string::npos) << shown;
  EXPECT_EQ(Again(policy, FakeContext()), Values(printed));
}

TEST(PrintPolicy, IsReadBackWhateverItsFileIsCalled) {
  const Policy policy =
      LoadPolicy("a\n[b]\r\x01.toml", "[rules.alpha]\nmax = 1", FakeContext());
  EXPECT_EQ(Again(policy, FakeContext()), Values(PrintPolicy(policy)));
}

TEST(PrintPolicy, OfARealPresetIsReadBack) {
  const PolicyContext context = {Catalog(), Presets(), {}};
  for (const Preset& preset : Presets()) {
    SCOPED_TRACE(preset.name);
    const Policy policy = LoadPreset(preset.name, context);
    EXPECT_EQ(Again(policy, context), Values(PrintPolicy(policy)));
  }
}

TEST(PrintPolicy, DoesNotNeedThePresetsToBeReadBack) {
  const Policy policy = FakePolicy("");
  EXPECT_EQ(Again(policy, {FakeRules(), {}, {}}), Values(PrintPolicy(policy)));
}

}  // namespace
}  // namespace commitgate::testing

// SPDX-License-Identifier: MIT
#include "validator/engine/print_push_policy.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/support/fake_rules.h"
#include "validator/engine/print_policy.h"

namespace commitgate::testing {
namespace {

std::string Printed(const PushPolicy& policy) {
  TomlWriter writer;
  PrintPushPolicy(policy, writer);
  return writer.text();
}

/// Without where values come from.
std::string Values(std::string text) {
  for (size_t at = text.find("  # "); at != text.npos;
       at = text.find("  # ", at))
    text.erase(at, text.find('\n', at) - at);
  return text;
}

/// What is left of the policy of `toml` after it was printed and read.
std::string Again(const std::string& toml) {
  return Values(Printed(FakePolicy(PrintPolicy(FakePolicy(toml))).push));
}

TEST(PrintPushPolicy, PrintsBackportsAsTheyAreReadAgain) {
  const std::string refused =
      "backport-of = { from = \"refs/heads/main\", otherwise = \"refuse\" }";
  const std::string warned =
      "backport-of = { from = \"refs/heads/main\", otherwise = \"warn\" }";
  const std::string match = "[[refs]]\nmatch = \"refs/heads/*\"\n";
  EXPECT_NE(Again(match + refused).find(refused + "\n"), std::string::npos);
  EXPECT_NE(Again(match + warned).find("backport-of = \"refs/heads/main\"\n"),
            std::string::npos);
}

TEST(PrintPushPolicy, SaysWhereEachValueComesFrom) {
  const Policy policy = FakePolicy(R"(
[[refs]]
match = "refs/heads/v*.x"
rules = "base"
pushers = ["@core", "alice"]
merges = "allow"
delete = "window"
force-push = { scope = "message-only" }
stricter-than = ["refs/heads/*"]
since = "0123456789abcdef0123456789abcdef01234567"
only-from = "refs/heads/v*.x-staging"
backport-of = "refs/heads/main"
[[refs]]
match = "refs/heads/*"
force-push = "allow"
[[refs]]
match = "refs/tags/**"
pushers = []
[[refs]]
match = "refs/**"
rules = "none"
[groups]
core = ["bob", "alice"]
"a.b" = []
[limits]
max-refs = 7
deadline = "5s"
[identity]
delegates = ["robot"]
[ledger]
unavailable = "allow-forward"
[output]
gitlab = true
)");
  EXPECT_EQ(Printed(policy.push), R"(
[[refs]]  # p.toml:3
match = "refs/heads/v*.x"
rules = "base"  # p.toml:4
pushers = ["@core", "alice"]  # p.toml:5
merges = "allow"  # p.toml:6
delete = "window"  # p.toml:7
force-push = { within = "10m", scope = "message-only" }  # p.toml:8
stricter-than = ["refs/heads/*"]  # p.toml:9
since = "0123456789abcdef0123456789abcdef01234567"  # p.toml:10
only-from = "refs/heads/v*.x-staging"  # p.toml:11
backport-of = "refs/heads/main"  # p.toml:12

[[refs]]  # p.toml:14
match = "refs/heads/*"
merges = "refuse"  # default
delete = "refuse"  # default
force-push = "allow"  # p.toml:15

[[refs]]  # p.toml:17
match = "refs/tags/**"
pushers = []  # p.toml:18
delete = "refuse"  # default
force-push = "refuse"  # default

[[refs]]  # p.toml:20
match = "refs/**"
rules = "none"  # p.toml:21

[groups]
"a.b" = []  # p.toml:24
core = ["alice", "bob"]  # p.toml:23

[limits]
max-commits = 10000  # default
max-message = 1048576  # default
max-refs = 7  # p.toml:26
deadline = "5s"  # p.toml:27

[identity]
delegates = ["robot"]  # p.toml:29

[ledger]
unavailable = "allow-forward"  # p.toml:31

[output]
max-findings = 50  # default
gitlab = true  # p.toml:33
)");
}

TEST(PrintPushPolicy, IsReadBackWhateverItHolds) {
  for (const std::string toml :
       {"", "[[refs]]\nmatch = 'refs/heads/main'",
        "[[refs]]\nmatch = 'refs/notes/*'\nforce-push = 'allow'\n"
        "delete = 'allow'",
        "[[refs]]\nmatch = 'refs/heads/\"é'\npushers = ['\"\\#']\n"
        "force-push = { within = '90s' }",
        "[[refs]]\nmatch = 'refs/**'\nrules = 'none'\npushers = ['@b.c']\n"
        "[groups]\n'b.c' = ['x', 'y']\n'#' = []",
        "[limits]\nmax-commits = 9223372036854775807\ndeadline = '36500d'"})
    EXPECT_EQ(Again(toml), Values(Printed(FakePolicy(toml).push))) << toml;
}

TEST(PrintPushPolicy, LeavesOutWhatIsTriedInVain) {
  const auto context = FakeContext({
      {"q.toml",
       "[[refs]]\nmatch = 'refs/heads/*'\ndelete = 'allow'\n"
       "[[refs]]\nmatch = 'refs/heads/**'"},
  });
  const Policy policy = LoadPolicy("p.toml",
                                   "extends = 'q.toml'\n"
                                   "[[refs]]\nmatch = 'refs/heads/*'",
                                   context);
  ASSERT_EQ(policy.push.refs.size(), 3u);
  const PushPolicy again = FakePolicy(PrintPolicy(policy)).push;
  ASSERT_EQ(again.refs.size(), 2u);
  EXPECT_EQ(again.refs[0].match.text(), "refs/heads/*");
  EXPECT_EQ(again.refs[0].deletion, RefPolicy::Delete::kRefuse);
  EXPECT_EQ(again.refs[1].match.text(), "refs/heads/**");
}

TEST(PrintPushPolicy, ShowsNothingThatSteersATerminal) {
  const std::string printed = Printed(
      FakePolicy("[[refs]]\nmatch = \"refs/heads/\\u202e\\u009b\"").push);
  EXPECT_NE(printed.find("match = \"refs/heads/\\u202e\\u009b\"\n"),
            std::string::npos);
}

TEST(PrintPushPolicy, OfThePresetsTakesBranchesTagsAndNotes) {
  for (const char* name : {"nodejs", "core-validate-commit"}) {
    SCOPED_TRACE(name);
    const PushPolicy push = LoadPreset(name, {Catalog(), Presets(), {}}).push;
    const std::string printed = Values(Printed(push));
    EXPECT_EQ(printed.substr(0, printed.find("\n[limits]")), R"(
[[refs]]
match = "refs/heads/**"
merges = "refuse"
delete = "refuse"
force-push = { within = "10m", scope = "any" }

[[refs]]
match = "refs/tags/**"
delete = "refuse"
force-push = "refuse"

[[refs]]
match = "refs/notes/**"
delete = "refuse"
force-push = "refuse"
)");
  }
}

}  // namespace
}  // namespace commitgate::testing

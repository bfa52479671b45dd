// SPDX-License-Identifier: MIT
#include "validator/engine/ref_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"

namespace commitgate::testing {
namespace {

using Names = std::vector<std::string>;

/// `[[refs]]` for branches, with these lines.
std::string Branches(std::string_view lines) {
  return "[[refs]]\nmatch = 'refs/heads/*'\n" + std::string(lines);
}

std::string For(std::string_view match, std::string_view lines = "") {
  return "[[refs]]\nmatch = '" + std::string(match) + "'\n" +
         std::string(lines);
}

RefPolicy First(const std::string& toml) {
  return FakePolicy(toml).push.refs.at(0);
}

/// The patterns of a policy, in its order.
std::string Order(const Policy& policy) {
  std::string order;
  for (const RefPolicy& ref : policy.push.refs)
    order += ref.match.text() + ' ';
  return order;
}

TEST(Refs, AreReadWhole) {
  const RefPolicy ref = First(R"(
[[refs]]
match = "refs/heads/v*.x"
rules = "base"
pushers = ["alice", "@core"]
merges = "allow"
delete = "window"
force-push = { within = "1h", scope = "message-only" }
stricter-than = ["refs/heads/v*.x"]
since = "0123456789abcdef0123456789ABCDEF01234567"
only-from = "refs/heads/v*.x-staging"
backport-of = "refs/heads/main"
[groups]
core = []
)");
  EXPECT_EQ(ref.match.text(), "refs/heads/v*.x");
  EXPECT_EQ(ref.rules, "base");
  EXPECT_EQ(ref.pushers, (Names{"alice", "@core"}));
  EXPECT_EQ(ref.merges, RefPolicy::Merges::kAllow);
  EXPECT_EQ(ref.deletion, RefPolicy::Delete::kWindow);
  EXPECT_EQ(ref.within, 3600 * kSecond);
  EXPECT_EQ(ref.scope, RefPolicy::Scope::kMessageOnly);
  EXPECT_EQ(ref.stricter_than, (Names{"refs/heads/v*.x"}));
  EXPECT_EQ(ref.since, "0123456789abcdef0123456789ABCDEF01234567");
  EXPECT_EQ(ref.only_from->text(), "refs/heads/v*.x-staging");
  EXPECT_EQ(ref.backport_of->text(), "refs/heads/main");
  EXPECT_EQ(Describe(ref.origin), "p.toml:3");
  EXPECT_EQ(Describe(ref.origins.at("rules")), "p.toml:4");
  EXPECT_EQ(Describe(ref.origins.at("backport-of")), "p.toml:12");
}

TEST(Refs, RefuseMostUnlessTheySay) {
  const RefPolicy ref = First(Branches(""));
  EXPECT_EQ(ref.rules, kOwnRules);
  EXPECT_EQ(ref.pushers, std::nullopt);
  EXPECT_EQ(ref.merges, RefPolicy::Merges::kRefuse);
  EXPECT_EQ(ref.deletion, RefPolicy::Delete::kRefuse);
  EXPECT_EQ(ref.within, 600 * kSecond);
  EXPECT_EQ(ref.scope, RefPolicy::Scope::kAny);
  EXPECT_EQ(ref.stricter_than, Names{});
  EXPECT_EQ(ref.since, "");
  EXPECT_FALSE(ref.only_from);
  EXPECT_FALSE(ref.backport_of);
  EXPECT_EQ(ref.origins.size(), 1u);
}

TEST(Refs, TellWhatBecomesOfWhatIsNoBackport) {
  const struct {
    const char* value;
    RefPolicy::Otherwise otherwise;
  } kCases[] = {
      {"'refs/heads/main'", RefPolicy::Otherwise::kWarn},
      {"{ from = 'refs/heads/main' }", RefPolicy::Otherwise::kWarn},
      {"{ from = 'refs/heads/main', otherwise = 'warn' }",
       RefPolicy::Otherwise::kWarn},
      {"{ from = 'refs/heads/main', otherwise = 'refuse' }",
       RefPolicy::Otherwise::kRefuse},
  };
  for (const auto& [value, otherwise] : kCases) {
    SCOPED_TRACE(value);
    const RefPolicy ref =
        First(Branches("backport-of = " + std::string(value)));
    EXPECT_EQ(ref.backport_of->text(), "refs/heads/main");
    EXPECT_EQ(ref.otherwise, otherwise);
  }
}

TEST(Refs, TellNobodyFromAnybody) {
  EXPECT_EQ(First(Branches("pushers = []")).pushers, Names{});
}

TEST(Refs, HaveAWindowOrNoneOrAlways) {
  const struct {
    const char* force_push;
    Micros within;
    RefPolicy::Scope scope;
  } kCases[] = {
      {"'refuse'", 0, RefPolicy::Scope::kAny},
      {"'allow'", kForever, RefPolicy::Scope::kAny},
      {"{}", 600 * kSecond, RefPolicy::Scope::kAny},
      {"{ within = '30s' }", 30 * kSecond, RefPolicy::Scope::kAny},
      {"{ scope = 'message-only' }", 600 * kSecond,
       RefPolicy::Scope::kMessageOnly},
      {"{ scope = 'any' }", 600 * kSecond, RefPolicy::Scope::kAny},
  };
  for (const auto& [force_push, within, scope] : kCases) {
    SCOPED_TRACE(force_push);
    const RefPolicy ref =
        First(Branches("force-push = " + std::string(force_push)));
    EXPECT_EQ(ref.within, within);
    EXPECT_EQ(ref.scope, scope);
  }
}

TEST(Refs, GiveTagsAndNotesNoWindow) {
  for (const char* match : {"refs/tags/**", "refs/notes/commits"}) {
    SCOPED_TRACE(match);
    EXPECT_EQ(First(For(match)).within, 0);
    EXPECT_EQ(First(For(match, "force-push = 'refuse'")).within, 0);
    EXPECT_EQ(First(For(match, "force-push = 'allow'")).within, kForever);
    EXPECT_EQ(First(For(match, "delete = 'allow'")).deletion,
              RefPolicy::Delete::kAllow);
  }
}

TEST(Refs, MayBeFreeOfEverySort) {
  for (const char* match : {"refs/**", "refs/*", "refs/t*/x", "refs/tags/x*"}) {
    SCOPED_TRACE(match);
    const RefPolicy ref =
        First(For(match, "rules = 'none'\npushers = ['alice']"));
    EXPECT_TRUE(ref.IsFree());
    EXPECT_EQ(ref.pushers, Names{"alice"});
  }
}

TEST(Refs, OfAPolicyComeBeforeThoseThatItExtends) {
  const auto context = FakeContext({
      {"q.toml",
       "extends = 'r.toml'\n" + For("refs/heads/c") + For("refs/heads/b")},
      {"r.toml", For("refs/heads/**") + For("refs/heads/a")},
  });
  const Policy policy =
      LoadPolicy("p.toml",
                 "extends = 'q.toml'\n" + For("refs/heads/z") +
                     For("refs/heads/c", "rules = 'none'"),
                 context);
  EXPECT_EQ(Order(policy),
            "refs/heads/z refs/heads/c refs/heads/c refs/heads/b "
            "refs/heads/** refs/heads/a ");
  EXPECT_EQ(Describe(policy.push.Find("refs/heads/c")->origin), "p.toml:5");
}

TEST(Refs, AreThoseOfThePolicyThatIsExtendedWhereItHasNone) {
  const auto context = FakeContext({{"q.toml", For("refs/heads/a")}});
  EXPECT_EQ(Order(LoadPolicy("p.toml", "extends = 'q.toml'", context)),
            "refs/heads/a ");
  EXPECT_EQ(Order(FakePolicy("extends = 'none'")), "");
}

TEST(Refs, RefuseWhatTheyCannotMatch) {
  const struct {
    std::string toml;
    const char* error;
  } kCases[] = {
      {"refs = 'x'", "p.toml:1:1: 'refs' is a string, wanted is '[[refs]]'"},
      {"[refs]", "p.toml:1:2: 'refs' is a table, wanted is '[[refs]]'"},
      {"[[refs]]", "p.toml:1:1: [[refs]] has no 'match'"},
      {"[[refs]]\nmatch = 1",
       "p.toml:2:9: 'match' is a number, a string is wanted"},
      {For(""), "p.toml:2:9: 'match' is empty"},
      {For("heads/main"),
       "p.toml:2:9: 'heads/main' is no pattern for refs: it does not begin "
       "with 'refs/'"},
      {For("refs/heads/[ab]"),
       "p.toml:2:9: 'refs/heads/[ab]' is no pattern for refs: git accepts no "
       "ref with blanks, control characters or one of '~^:?[\\'"},
      {For("refs/replace/*", "rules = 'none'"),
       "p.toml:2:9: 'refs/replace/*' is refused whatever a policy says"},
      {For("refs/commitgate/kept/1"),
       "p.toml:2:9: 'refs/commitgate/kept/1' is refused whatever a policy "
       "says"},
      {For("refs/replace"),
       "p.toml:2:9: 'refs/replace' is refused whatever a policy says"},
      {For("refs/**"),
       "p.toml:2:9: 'refs/**' may mean branches, tags or notes, write one "
       "[[refs]] for each"},
      {For("refs/*/x"),
       "p.toml:2:9: 'refs/*/x' may mean branches, tags or notes, write one "
       "[[refs]] for each"},
      {For("refs/tags*", "rules = 'base'"),
       "p.toml:2:9: 'refs/tags*' may mean branches, tags or notes, write one "
       "[[refs]] for each"},
      {For("refs/n*/x"),
       "p.toml:2:9: 'refs/n*/x' may mean branches, tags or notes, write one "
       "[[refs]] for each"},
      {Branches("") + Branches(""),
       "p.toml:4:9: there are two [[refs]] for 'refs/heads/*'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error) << toml;
}

TEST(Refs, TakePatternsThatMeanOneSortOnly) {
  for (const char* match : {"refs/h*", "refs/tagsx*", "refs/ta", "refs/notes",
                            "refs/tags/*", "refs/x/**", "refs/nx*/y"})
    EXPECT_EQ(PolicyError(For(match)), "") << match;
}

TEST(Refs, RefuseValuesThatTheyDoNotKnow) {
  const struct {
    const char* line;
    const char* error;
  } kCases[] = {
      {"pusher = []",
       "p.toml:3:1: unknown key 'pusher', did you mean 'pushers'?"},
      {"window = '10m'",
       "p.toml:3:1: unknown key 'window', wanted is one of "
       "'match', 'rules', 'pushers', 'merges', 'delete', "
       "'force-push', 'stricter-than', 'since', 'only-from', "
       "'backport-of'"},
      {"rules = 'nodjs'",
       "p.toml:3:9: unknown preset 'nodjs', did you mean 'nodejs'?"},
      {"rules = ''",
       "p.toml:3:9: unknown preset '', wanted is one of 'base', 'nodejs', "
       "'none'"},
      {"rules = './q.toml'",
       "p.toml:3:9: unknown preset './q.toml', wanted is one of 'base', "
       "'nodejs', 'none'"},
      {"merges = 'alow'",
       "p.toml:3:10: unknown value for 'merges': 'alow', did you mean "
       "'allow'?"},
      {"merges = true",
       "p.toml:3:10: 'merges' is true or false, a string is wanted"},
      {"delete = 'never'",
       "p.toml:3:10: unknown value for 'delete': 'never', wanted is one of "
       "'refuse', 'window', 'allow'"},
      {"pushers = 'alice'",
       "p.toml:3:11: 'pushers' is a string, a list is wanted"},
      {"pushers = ['a b']",
       "p.toml:3:12: 'a b' cannot be a name, 1 to 255 printable ASCII "
       "characters without blanks are wanted"},
      {"pushers = ['']", "p.toml:3:12: 'pushers' lists an empty name"},
      {"pushers = ['alice', '@core']", "p.toml:3:21: unknown group 'core'"},
      {"force-push = '10m'",
       "p.toml:3:14: unknown value for 'force-push': '10m', wanted is one of "
       "'refuse', 'allow'"},
      {"force-push = true",
       "p.toml:3:14: 'force-push' is true or false, a string or a table is "
       "wanted"},
      {"force-push = { within = '10' }",
       "p.toml:3:25: 'within' is '10', a duration such as '10m' is wanted, "
       "from '1s' to '36500d'"},
      {"force-push = { within = '0s' }",
       "p.toml:3:25: 'within' is '0s', a duration such as '10m' is wanted, "
       "from '1s' to '36500d'"},
      {"force-push = { within = 600 }",
       "p.toml:3:25: 'within' is a number, a string is wanted"},
      {"force-push = { scope = 'message' }",
       "p.toml:3:24: unknown value for 'scope': 'message', wanted is one of "
       "'any', 'message-only'"},
      {"force-push = { witin = '1m' }",
       "p.toml:3:16: unknown key 'witin', did you mean 'within'?"},
      {"since = '0123'",
       "p.toml:3:9: 'since' is '0123', a commit's 40 hexadecimal digits are "
       "wanted"},
      {"since = 'x123456789abcdef0123456789abcdef01234567'",
       "p.toml:3:9: 'since' is 'x123456789abcdef0123456789abcdef01234567', a "
       "commit's 40 hexadecimal digits are wanted"},
      {"since = ''",
       "p.toml:3:9: 'since' is '', a commit's 40 hexadecimal digits are "
       "wanted"},
      {"only-from = 'main'",
       "p.toml:3:13: 'main' is no pattern for refs: it does not begin with "
       "'refs/'"},
      {"only-from = 'refs/replace/*'",
       "p.toml:3:13: 'refs/replace/*' is refused whatever a policy says"},
      {"only-from = 'refs/*/*'",
       "p.toml:3:13: 'only-from' has more stars than 'match', 2 and 1"},
      {"backport-of = 'refs/*/**/x*'",
       "p.toml:3:15: 'backport-of' has more stars than 'match', 3 and 1"},
      {"backport-of = true",
       "p.toml:3:15: 'backport-of' is true or false, a string or a table is "
       "wanted"},
      {"backport-of = {}", "p.toml:3:15: backport-of has no 'from'"},
      {"backport-of = { from = 'main' }",
       "p.toml:3:24: 'main' is no pattern for refs: it does not begin with "
       "'refs/'"},
      {"backport-of = { from = 'refs/*/**/x*' }",
       "p.toml:3:24: 'from' has more stars than 'match', 3 and 1"},
      {"backport-of = { from = 'refs/heads/x', otherwise = 'allow' }",
       "p.toml:3:52: unknown value for 'otherwise': 'allow', wanted is one of "
       "'warn', 'refuse'"},
      {"backport-of = { from = 'refs/heads/x', otherwis = 'warn' }",
       "p.toml:3:40: unknown key 'otherwis', did you mean 'otherwise'?"},
      {"stricter-than = 'refs/heads/*'",
       "p.toml:3:17: 'stricter-than' is a string, a list is wanted"},
      {"stricter-than = ['refs/heads/*', 'refs/heads/x']",
       "p.toml:3:34: no [[refs]] has the 'match' 'refs/heads/x', did you mean "
       "'refs/heads/*'?"},
  };
  for (const auto& [line, error] : kCases)
    EXPECT_EQ(PolicyError(Branches(line)), error) << line;
}

TEST(Refs, RefuseWhatHoldsNobodyInAFreeNamespace) {
  for (const std::string line :
       {"merges = 'allow'", "delete = 'allow'", "force-push = 'allow'",
        "stricter-than = []", "since = ''", "only-from = ''",
        "backport-of = ''"}) {
    const std::string key = line.substr(0, line.find(' '));
    EXPECT_EQ(PolicyError(Branches("rules = 'none'\n" + line)),
              "p.toml:4:1: '" + key +
                  "' holds nobody to anything where 'rules' is 'none'");
  }
}

TEST(Refs, RefuseWindowsOfTagsAndNotes) {
  const struct {
    const char* match;
    const char* line;
    const char* error;
  } kCases[] = {
      {"refs/tags/*", "delete = 'window'",
       "p.toml:3:10: 'delete' asks for a window, and tags never are in one"},
      {"refs/tags/*", "force-push = { within = '1m' }",
       "p.toml:3:14: 'force-push' asks for a window, and tags never are in "
       "one"},
      {"refs/tags/*", "force-push = {}",
       "p.toml:3:14: 'force-push' asks for a window, and tags never are in "
       "one"},
      {"refs/notes/*", "delete = 'window'",
       "p.toml:3:10: 'delete' asks for a window, and notes never are in one"},
      {"refs/notes/*", "force-push = { scope = 'any' }",
       "p.toml:3:14: 'force-push' asks for a window, and notes never are in "
       "one"},
  };
  for (const auto& [match, line, error] : kCases)
    EXPECT_EQ(PolicyError(For(match, line)), error) << match << ' ' << line;
}

TEST(Refs, RefuseForTagsAndNotesWhatIsForBranches) {
  for (const std::string line :
       {"rules = 'base'", "merges = 'refuse'", "stricter-than = []",
        "since = ''", "only-from = ''", "backport-of = ''"}) {
    const std::string key = line.substr(0, line.find(' '));
    EXPECT_EQ(PolicyError(For("refs/tags/*", line)),
              "p.toml:3:1: '" + key +
                  "' is for branches, and 'refs/tags/*' means tags");
    EXPECT_EQ(PolicyError(For("refs/notes/x", line)),
              "p.toml:3:1: '" + key +
                  "' is for branches, and 'refs/notes/x' means notes");
  }
}

TEST(Refs, NameGroupsAndPatternsOfAnyFile) {
  const auto context = FakeContext({
      {"q.toml", Branches("pushers = ['@above']\n"
                          "stricter-than = ['refs/heads/top']\n"
                          "[groups]\nbelow = []")},
  });
  EXPECT_EQ(PolicyError(
                "extends = 'q.toml'\n" + For("refs/heads/top",
                                             "pushers = ['@below']\n"
                                             "stricter-than = ['refs/heads/*']"
                                             "\n[groups]\nabove = []"),
                context),
            "");
}

TEST(Refs, RefuseNamesWhereTheyAreWritten) {
  const auto context = FakeContext({
      {"q.toml", Branches("pushers = ['@abov']")},
      {"r.toml", Branches("stricter-than = ['refs/heads/tops']")},
  });
  const std::string above = For("refs/heads/top") + "[groups]\nabove = []";
  EXPECT_EQ(PolicyError("extends = 'q.toml'\n" + above, context),
            "q.toml:3:12: unknown group 'abov', did you mean 'above'?");
  EXPECT_EQ(PolicyError("extends = 'r.toml'\n" + above, context),
            "r.toml:3:18: no [[refs]] has the 'match' 'refs/heads/tops', did "
            "you mean 'refs/heads/top'?");
}

}  // namespace
}  // namespace commitgate::testing

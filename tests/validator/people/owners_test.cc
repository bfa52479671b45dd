// SPDX-License-Identifier: MIT
#include "validator/people/owners.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using All = std::vector<OwnedBy>;

All OfPath(const Owners& owners, std::string_view path) {
  MatchingEffort effort;
  return owners.OfPath(path, effort);
}

All OfSubsystem(const Owners& owners, std::string_view subsystem) {
  MatchingEffort effort;
  return owners.OfSubsystem(subsystem, effort);
}

TEST(Owners, OfCodeOwnersAreThoseOfTheLastLineThatMatches) {
  const Owners owners = Owners::Read("CODEOWNERS",
                                     "* @all\n"
                                     "*.js @js\n"
                                     "/lib/ @lib\n"
                                     "/lib/free/\n"
                                     "/lib/free/not.js @not\n");
  EXPECT_EQ(OfPath(owners, "a.c"), (All{{{"@all"}, "", 1}}));
  EXPECT_EQ(OfPath(owners, "a.js"), (All{{{"@js"}, "", 2}}));
  EXPECT_EQ(OfPath(owners, "lib/a.js"), (All{{{"@lib"}, "", 3}}));
  EXPECT_EQ(OfPath(owners, "lib/free/a.js"), All{});
  EXPECT_EQ(OfPath(owners, "lib/free/not.js"), (All{{{"@not"}, "", 5}}));
  EXPECT_EQ(OfSubsystem(owners, "lib"), All{});
}

TEST(Owners, OfTomlAreThoseOfAllEntriesThatMatch) {
  const Owners owners = Owners::Read("owners.toml", R"(
[[owners]]
paths = ["lib/fs*", "src/fs*"]
subsystems = ["fs", "fsevents"]
owners = ["@nodejs/fs", "ann@x.y"]

[[owners]]
paths = ["*.js"]
owners = ["@js"]
note = "for style"

[[owners]]
subsystems = ["fs"]
owners = ["@tsc"]
)");
  const OwnedBy fs = {{"@nodejs/fs", "ann@x.y"}, "", 2};
  const OwnedBy js = {{"@js"}, "for style", 7};
  const OwnedBy tsc = {{"@tsc"}, "", 12};
  EXPECT_EQ(OfPath(owners, "lib/fs.js"), (All{fs, js}));
  EXPECT_EQ(OfPath(owners, "src/fs.cc"), All{fs});
  EXPECT_EQ(OfPath(owners, "lib/net.js"), All{js});
  EXPECT_EQ(OfPath(owners, "src/net.cc"), All{});
  EXPECT_EQ(OfSubsystem(owners, "fs"), (All{fs, tsc}));
  EXPECT_EQ(OfSubsystem(owners, "fsevents"), All{fs});
  EXPECT_EQ(OfSubsystem(owners, "net"), All{});
  EXPECT_EQ(OfSubsystem(owners, ""), All{});
}

TEST(Owners, MayBeNobody) {
  EXPECT_EQ(OfPath(Owners::Read("CODEOWNERS", ""), "a"), All{});
  EXPECT_EQ(OfPath(Owners::Read("a.toml", ""), "a"), All{});
}

/// How many paths can be asked about.
size_t Asked(const Owners& owners, const std::string& path) {
  MatchingEffort effort(100'000);
  size_t asked = 0;
  try {
    for (; asked < 100'000; ++asked)
      owners.OfPath(path, effort);
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "finding owners: there is too much to compare");
  }
  return asked;
}

std::string Lines(int count, const std::string& line) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += line;
  return lines;
}

TEST(Owners, CostWhatIsComparedAndTold) {
  const auto read = [](const std::string& text) {
    return Owners::Read("CODEOWNERS", text);
  };
  EXPECT_EQ(Asked(read(""), "b"), 100'000u);
  const size_t one = Asked(read("/a @a\n"), "b");
  EXPECT_LE(one, 50'000u);
  EXPECT_NEAR(Asked(read(Lines(100, "/a @a\n")), "b"), one / 100, 1);
  const std::string deep = Lines(1000, "a");
  EXPECT_LE(Asked(read("/" + Lines(100, "*a") + "b @a\n"), deep), 50u);
  EXPECT_LE(Asked(read("* " + Lines(1000, "@a ") + "\n"), "b"), 1u);
  EXPECT_LE(Asked(read("* @" + Lines(30'000, "a") + "\n"), "b"), 3u);
}

TEST(Owners, CostWhatIsComparedWithSubsystems) {
  const Owners owners = Owners::Read(
      "a.toml", "[[owners]]\nsubsystems = ['x', 'y']\nowners = ['@a']\n");
  MatchingEffort effort(500);
  EXPECT_EQ(owners.OfSubsystem("z", effort).size(), 0u);
  EXPECT_EQ(owners.OfSubsystem("y", effort).size(), 1u);
  EXPECT_EQ(owners.OfSubsystem("x", effort).size(), 1u);
  EXPECT_THROW(owners.OfSubsystem("x", effort), Error);
}

std::vector<std::string> NamesOf(const std::vector<OwnedBy>& all) {
  std::vector<std::string> names;
  for (const OwnedBy& owned_by : all)
    names.insert(names.end(), owned_by.owners.begin(), owned_by.owners.end());
  return names;
}

struct Case {
  const char* path;
  std::vector<std::string> owners;
};

TEST(Owners, OfNodeAreThoseOfTheGuide) {
  const std::string name = "rules/owners/nodejs.toml";
  const Owners owners = Owners::Read(name, testing::ReadFile(name));
  const Case cases[] = {
      {"benchmark/fs/read.js", {"@nodejs/benchmarking", "@mscdex"}},
      {"CONTRIBUTING.md", {"@nodejs/documentation"}},
      {"lib/fs.js", {"@nodejs/fs"}},
      {"lib/internal/fs/utils.js", {"@nodejs/fs"}},
      {"src/node_file.cc", {"@nodejs/fs"}},
      {"lib/https.js", {"@nodejs/crypto", "@nodejs/http"}},
      {"lib/_http_agent.js", {"@nodejs/http"}},
      {"lib/net.js", {"@bnoordhuis", "@indutny", "@nodejs/streams"}},
      {"lib/_stream_readable.js", {"@nodejs/streams"}},
      {"src/async_wrap.cc", {"@nodejs/async_hooks"}},
      {"deps/cares/src/a.c", {"@rvagg"}},
      {"deps/npm/README.md",
       {"@nodejs/documentation", "@fishrock123", "@MylesBorins"}},
      {"deps/v8/src/a.cc", {"@nodejs/V8", "@nodejs/post-mortem"}},
      {"tools/test.py", {"@nodejs/python"}},
      {"node.gyp", {"@nodejs/build", "@nodejs/gyp"}},
      {"src/tty_wrap.cc", {}},
      {"x/lib/fs.js", {}},
  };
  for (const auto& [path, wanted] : cases)
    EXPECT_EQ(NamesOf(OfPath(owners, path)), wanted) << path;
  EXPECT_EQ(NamesOf(OfSubsystem(owners, "build")),
            std::vector<std::string>{"@nodejs/build"});
}

}  // namespace
}  // namespace commitgate

// SPDX-License-Identifier: MIT
#include "validator/people/owners.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using All = std::vector<OwnedBy>;

TEST(Owners, OfCodeOwnersAreThoseOfTheLastLineThatMatches) {
  const Owners owners = Owners::Read("CODEOWNERS",
                                     "* @all\n"
                                     "*.js @js\n"
                                     "/lib/ @lib\n"
                                     "/lib/free/\n"
                                     "/lib/free/not.js @not\n");
  EXPECT_EQ(owners.OfPath("a.c"), (All{{{"@all"}, "", 1}}));
  EXPECT_EQ(owners.OfPath("a.js"), (All{{{"@js"}, "", 2}}));
  EXPECT_EQ(owners.OfPath("lib/a.js"), (All{{{"@lib"}, "", 3}}));
  EXPECT_EQ(owners.OfPath("lib/free/a.js"), All{});
  EXPECT_EQ(owners.OfPath("lib/free/not.js"), (All{{{"@not"}, "", 5}}));
  EXPECT_EQ(owners.OfSubsystem("lib"), All{});
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
  EXPECT_EQ(owners.OfPath("lib/fs.js"), (All{fs, js}));
  EXPECT_EQ(owners.OfPath("src/fs.cc"), All{fs});
  EXPECT_EQ(owners.OfPath("lib/net.js"), All{js});
  EXPECT_EQ(owners.OfPath("src/net.cc"), All{});
  EXPECT_EQ(owners.OfSubsystem("fs"), (All{fs, tsc}));
  EXPECT_EQ(owners.OfSubsystem("fsevents"), All{fs});
  EXPECT_EQ(owners.OfSubsystem("net"), All{});
  EXPECT_EQ(owners.OfSubsystem(""), All{});
}

TEST(Owners, MayBeNobody) {
  EXPECT_EQ(Owners::Read("CODEOWNERS", "").OfPath("a"), All{});
  EXPECT_EQ(Owners::Read("a.toml", "").OfPath("a"), All{});
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
    EXPECT_EQ(NamesOf(owners.OfPath(path)), wanted) << path;
  EXPECT_EQ(NamesOf(owners.OfSubsystem("build")),
            std::vector<std::string>{"@nodejs/build"});
}

}  // namespace
}  // namespace commitgate

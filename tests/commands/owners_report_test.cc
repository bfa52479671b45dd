// SPDX-License-Identifier: MIT
#include "commands/owners_report.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr std::string_view kOwners = R"(
[[owners]]
paths = ["/lib/"]
subsystems = ["fs", "net"]
owners = ["@o/lib", "ann@x.y"]

[[owners]]
paths = ["*.md"]
owners = ["@o/doc"]

[[owners]]
paths = ["/lib/hooks*"]
owners = ["@o/lib"]
note = "for the API"

[[owners]]
paths = ["/lib/fs*"]
owners = ["ann@x.y", "ann@x.y"]
)";

std::string Report(const OwnersQuestion& question) {
  return ReportOwners(Owners::Read("owners.toml", kOwners), question);
}

TEST(OwnersReport, TellsForEachOwnerWhatToAskAbout) {
  EXPECT_EQ(Report({.paths = {"a.md", "lib/fs.js", "lib/a.md", "src/a.cc"},
                    .subsystems = {"fs", "other"}}),
            "@o/lib\n"
            "  subsystem fs\n"
            "  lib/a.md\n"
            "  lib/fs.js\n"
            "ann@x.y\n"
            "  subsystem fs\n"
            "  lib/a.md\n"
            "  lib/fs.js\n"
            "@o/doc\n"
            "  a.md\n"
            "  lib/a.md\n");
}

TEST(OwnersReport, KeepsApartWhatHasNotesOfItsOwn) {
  EXPECT_EQ(Report({.paths = {"lib/hooks.js"}}),
            "@o/lib\n"
            "  lib/hooks.js\n"
            "ann@x.y\n"
            "  lib/hooks.js\n"
            "@o/lib (for the API)\n"
            "  lib/hooks.js\n");
}

TEST(OwnersReport, TellsOfMany) {
  OwnersQuestion question;
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f'})
    question.paths.insert(std::string(1, letter) + ".md");
  EXPECT_EQ(Report(question),
            "@o/doc\n  a.md\n  b.md\n  c.md\n  d.md\n  e.md\n  f.md\n");
  question.paths.insert("g.md");
  EXPECT_EQ(Report(question),
            "@o/doc\n  a.md\n  b.md\n  c.md\n  d.md\n  e.md\n  and 2 more\n");
}

TEST(OwnersReport, CountsAPathOnceThatSeveralEntriesName) {
  EXPECT_EQ(Report({.paths = {"lib/fs.a", "lib/fs.b", "lib/fs.c", "lib/fs.d",
                              "lib/fs.e", "lib/fs.f", "lib/fs.g"}}),
            "@o/lib\n"
            "  lib/fs.a\n  lib/fs.b\n  lib/fs.c\n  lib/fs.d\n  lib/fs.e\n"
            "  and 2 more\n"
            "ann@x.y\n"
            "  lib/fs.a\n  lib/fs.b\n  lib/fs.c\n  lib/fs.d\n  lib/fs.e\n"
            "  and 2 more\n");
}

TEST(OwnersReport, TellsOfManyOwnersAndPaths) {
  std::string text = "*";
  for (int i = 0; i < 2000; ++i)
    text += " @a" + std::to_string(i);
  OwnersQuestion question;
  for (int i = 0; i < 200; ++i)
    question.paths.insert(std::to_string(i));
  const std::string report =
      ReportOwners(Owners::Read("CODEOWNERS", text), question);
  const std::string all = "  0\n  1\n  10\n  100\n  101\n  and 195 more\n";
  EXPECT_TRUE(report.starts_with("@a0\n" + all + "@a1\n" + all));
}

TEST(OwnersReport, IsNotMadeForEver) {
  const std::string owner(1'000'000, 'a');
  OwnersQuestion question;
  for (int i = 0; i < 600; ++i)
    question.paths.insert(std::to_string(i));
  EXPECT_THROW(
      ReportOwners(Owners::Read("CODEOWNERS", "* @" + owner), question), Error);
}

TEST(OwnersReport, ShowsEscapesInsteadOfSendingThem) {
  EXPECT_EQ(Report({.paths = {"\x1b[31m\n.md"}}),
            "@o/doc\n  \\x1b[31m\\n.md\n");
}

TEST(OwnersReport, IsEmptyWhereNobodyIsNamed) {
  EXPECT_EQ(Report({}), "");
  EXPECT_EQ(Report({.paths = {"src/a.cc"}, .subsystems = {"src", ""}}), "");
}

}  // namespace
}  // namespace commitgate

// SPDX-License-Identifier: MIT
#include "commands/owners_report.h"

#include <gtest/gtest.h>

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

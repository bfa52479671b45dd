// SPDX-License-Identifier: MIT
#include "validator/people/readme_roster.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Lines = std::vector<std::string>;

/// Each member as `login: Name <address> groups -former groups`.
Lines Listed(std::string_view readme) {
  Lines listed;
  for (const Member& member : ReadReadmeRoster("README.md", readme)) {
    std::string line = member.login + ": " + member.Contact();
    for (const std::string& group : member.groups)
      line += " " + group;
    for (const std::string& group : member.former_groups)
      line += " -" + group;
    listed.push_back(line);
  }
  return listed;
}

std::string Refusal(std::string_view readme) {
  try {
    Listed(readme);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReadmeRoster, ReadsAnEntryHoweverItIsWritten) {
  for (const std::string_view entry : {
           "* [ann](https://github.com/ann) -\n  **Ann L** <<a@x.y>> (she/her)",
           "* [ann](https://github.com/ann) -\n**Ann L** &lt;a@x.y&gt; (she)",
           "* [ann](https://github.com/ann) - **Ann L** <<a@x.y>>",
           "* [ann](https://github.com/ann) **Ann L** <<a@x.y>>",
           "* [ann](https://github.com/ann)\n**Ann L**\n<<a@x.y>>",
           "* [ann](https://github.com/ann) - **Ann L** \\<a@x.y>",
           "* [ann](https://github.com/ann) - **Ann L** \\<a@x.y\\>",
           "* [ann](https://github.com/ann) - **Ann L** <a@x.y>",
           "* [ann](https://github.com/ann) - **Ann L**  &lt; a@x.y &gt;",
           "- [ann](/ann) - **Ann L** <<a@x.y>>",
           "+ [ann](/ann) - **Ann L** <<a@x.y>>",
           "1. [ann](/ann) - **Ann L** <<a@x.y>>",
           "123) [ann](/ann) - **Ann L** <<a@x.y>>",
           "   *   [ann](/ann)   -   **Ann L**   <<a@x.y>>   ",
           "* [ann](/ann) -\r\n  **Ann L** <<a@x.y>>\r\n",
           "* [ann](/ann) - **Ann L** <<a@x.y>> or <<b@x.y>>, * was [al](/al)",
           "* [ann](/ann) - **Ann L** <<a@x.y>>\n</details>",
           "* [ann](/ann) - **Ann L** <<a@x.y>>\n    * [not](a) member",
       }) {
    SCOPED_TRACE(entry);
    const std::string readme = "## Collaborators\n\n" + std::string(entry);
    EXPECT_EQ(Listed(readme), Lines{"ann: Ann L <a@x.y> collaborators"});
  }
}

TEST(ReadmeRoster, BeginsBehindAByteOrderMark) {
  EXPECT_EQ(Listed("\uFEFF# Collaborators\n* [a](/a) **A** <<a@x.y>>"),
            Lines{"a: A <a@x.y> collaborators"});
}

TEST(ReadmeRoster, ReadsNamesOfAllKinds) {
  const auto listed = [](std::string_view name) {
    return Listed("# Collaborators\n* [a](/a) - **" + std::string(name) +
                  "** <<a@x.y>>");
  };
  for (const std::string_view name :
       {"Bar User (\xe5\xbc\xa0\xe4\xb8\x89)", "Tiancheng \"Timothy\" Gu",
        "\xd0\xa1\xd0\xba\xd0\xbe\xd0\xb2\xd0\xbe\xd1\x80\xd0\xbe\xd0\xb4\xd0"
        "\xb0",
        "A. B. - C", "O'Neil [x]", "a * b"})
    EXPECT_EQ(listed(name),
              Lines{"a: " + std::string(name) + " <a@x.y> collaborators"});
  EXPECT_EQ(listed("a\\_b"), Lines{"a: a_b <a@x.y> collaborators"});
}

struct HeadingCase {
  const char* heading;
  /// Empty: lists nobody.
  const char* group;
};

TEST(ReadmeRoster, KnowsSectionsByTheirHeadings) {
  constexpr HeadingCase kCases[] = {
      {"# Collaborators", " collaborators"},
      {"###### COLLABORATORS ######", " collaborators"},
      {"  ### collaborators  ", " collaborators"},
      {"### TSC (Technical Steering Committee)", " tsc"},
      {"#### TSC voting members", " tsc"},
      {"#### TSC regular members", " tsc-regular"},
      {"### Triagers", " triagers"},
      {"### TSC Emeriti", " -tsc"},
      {"#### TSC emeriti members", " -tsc"},
      {"### Collaborator Emeriti", " -collaborators"},
      {"### Collaborators emeriti", " -collaborators"},
      {"### Triager emeriti", " -triagers"},
      {"### Release Team", ""},
      {"### Primary GPG keys for Node.js Releasers", ""},
      {"### Other Collaborators", ""},
      {"####### Collaborators", ""},
      {"###Collaborators", ""},
      {"    # Collaborators", ""},
      {"Collaborators", ""},
      {"**Collaborators**", ""},
      {"#", ""},
      {"# #", ""},
  };
  for (const auto& [heading, group] : kCases) {
    SCOPED_TRACE(heading);
    const std::string readme =
        std::string(heading) + "\n\n* [a](/a) - **A** <<a@x.y>>\n";
    const Lines wanted =
        *group == '\0' ? Lines{} : Lines{std::string("a: A <a@x.y>") + group};
    EXPECT_EQ(Listed(readme), wanted);
  }
}

TEST(ReadmeRoster, EndsASectionAtTheNextHeading) {
  EXPECT_EQ(Listed("## TSC voting members\n"
                   "* [a](/a) - **A** <<a@x.y>>\n"
                   "* [b](/b) -\n  **B** <<b@x.y>>\n"
                   "## Release Team\n"
                   "* **Colin** &lt;c@x.y&gt;\n  `94AE3667`\n"
                   "* no member at all\n"
                   "## Collaborators\n"
                   "They follow the [guide](x).\n"
                   "* [a](/a) - **A** <<a@x.y>>\n\n"
                   "Some more [text](x) - **with** <<w@x.y>>.\n"),
            (Lines{"a: A <a@x.y> tsc", "b: B <b@x.y> tsc",
                   "a: A <a@x.y> collaborators"}));
}

TEST(ReadmeRoster, PassesOverCommentsAndCode) {
  for (const std::string_view hidden : {
           "<!-- * [b](/b) - **B** <<b@x.y>> -->",
           "<!--\n* [b](/b) - **B** <<b@x.y>>\n-->",
           "  <!-- x\n* cannot be read\n\nx --> * nor this",
           "```\n* [b](/b) - **B** <<b@x.y>>\n```",
           "~~~ text\n# Other\n```\n* cannot be read\n~~~~",
           "````\n```\n* cannot be read\n````",
           "```\n``` sh\n* cannot be read\n```",
           "    * [b](/b) - **B** <<b@x.y>>",
       }) {
    SCOPED_TRACE(hidden);
    EXPECT_EQ(Listed("# Triagers\n\n" + std::string(hidden) +
                     "\n* [a](/a) - **A** <<a@x.y>>\n"),
              Lines{"a: A <a@x.y> triagers"});
  }
}

TEST(ReadmeRoster, DoesNotTakeEverythingForCode) {
  for (const std::string_view shown : {"``", "``` a ``` b", "a ```", "<! --"}) {
    SCOPED_TRACE(shown);
    EXPECT_EQ(Listed("# Triagers\n\n" + std::string(shown) +
                     "\n\n* [a](/a) - **A** <<a@x.y>>\n"),
              Lines{"a: A <a@x.y> triagers"});
  }
}

TEST(ReadmeRoster, RefusesWhatCannotBeReadWithItsLine) {
  for (const std::string_view item : {
           "see the guide",
           "[a](/a)",
           "[a] - **A** <<a@x.y>>",
           "[a]() - **A** <<a@x.y>>",
           "[a](/a - **A** <<a@x.y>>",
           "[](/a) - **A** <<a@x.y>>",
           "[a b](/a) - **A** <<a@x.y>>",
           "a - **A** <<a@x.y>>",
           "[a](/a) - A <<a@x.y>>",
           "[a](/a) - **A <<a@x.y>>",
           "[a](/a) - **** <<a@x.y>>",
           "[a](/a) - **A**",
           "[a](/a) - **A** a@x.y",
           "[a](/a) - **A** <<a@x.y",
           "[a](/a) - **A** <<>>",
           "[a](/a) - **A** <<a>>",
           "[a](/a) - **A** <<a@x>>",
           "[a](/a) - **A** <<a@b@x.y>>",
           "[a](/a) - **A** <<a b@x.y>>",
           "[a](/a) - **A <b>** <<a@x.y>>",
           "[a](/a) - **A**\n\n  <<a@x.y>>",
       }) {
    SCOPED_TRACE(item);
    const std::string shown(item.substr(0, item.find('\n')));
    EXPECT_EQ(Refusal("\n# TSC emeriti\n* " + std::string(item) + "\n"),
              "README.md:3: cannot tell who is listed under 'TSC emeriti': '" +
                  shown +
                  "', wanted is '* [login](url) - **Name** <<address>>'");
  }
}

TEST(ReadmeRoster, ShowsEscapesInsteadOfSendingThem) {
  const std::string refusal = Refusal("# Triagers\n* \x1b[31m");
  EXPECT_NE(refusal.find("'\\x1b[31m'"), refusal.npos) << refusal;
}

TEST(ReadmeRoster, IsReadInLinearTime) {
  std::string readme = "# Triagers\n* [a](/a) - **A** <<a@x.y>> ";
  for (int i = 0; i < 100'000; ++i)
    readme += "[(**<<\\<&lt;\n";
  EXPECT_EQ(Listed(readme).size(), 1u);
}

}  // namespace
}  // namespace commitgate

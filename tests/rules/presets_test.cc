// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"
#include "validator/engine/judge.h"
#include "validator/engine/load_policy.h"

namespace commitgate::testing {
namespace {

/// A commit by Ann Other.
std::string Object(std::string_view message, int parents) {
  constexpr std::string_view kSomebody =
      "Ann Other <ann@example.com> 1700000000 +0000";
  std::string object = fmt::format("tree {:040}\n", 0);
  for (int i = 0; i < parents; ++i)
    object += fmt::format("parent {:040}\n", i);
  return object +
         fmt::format("author {0}\ncommitter {0}\n\n{1}", kSomebody, message);
}

/// A message before the rules of a preset.
class PresetTest : public ::testing::Test {
 protected:
  explicit PresetTest(std::string_view preset)
      : policy_(LoadPreset(preset, {Catalog(), Presets(), {}})) {
    repository_.AddAncestor("54a4f0239f2e98bc5842818aa9bb2cf9fbe7a8b0",
                            "KVM: MMU: count what is freed");
  }

  /// Which rules say what: `rule: level`.
  Lines Judge(std::string_view message, int parents = 1) {
    const std::string object = Object(message, parents);
    const Commit commit =
        ParseCommitObject("test", Bytes(object.begin(), object.end()));
    const Verdict verdict = commitgate::Judge(commit, policy_, Stage::kLanding,
                                              {.repository = &repository_});
    EXPECT_EQ(verdict.error, "");
    Lines lines;
    for (const Finding& finding : verdict.findings)
      lines.push_back(fmt::format("{}: {}", finding.rule, Word(finding.level)));
    return lines;
  }

  Policy policy_;
  FakeRepositoryView repository_;
};

class Kernel : public PresetTest {
 protected:
  Kernel() : PresetTest("kernel") {}

  /// A message with a sign-off behind `text`.
  Lines JudgeSigned(const std::string& text) {
    return Judge(text + "Signed-off-by: Ann Other <ann@example.com>\n");
  }
};

TEST_F(Kernel, Accepts) {
  const struct {
    const char* what;
    std::string text;
  } kCases[] = {
      {"a sentence with a capital", "net: phy: Add support for boats\n\n"},
      {"a prefix with a slash", "drm/i915: fix the sails\n\nThey tear.\n\n"},
      {"a prefix with blanks", "ARM: dts: qcom: msm8974: add a mast\n\n"},
      {"a title of 75 columns",
       "mm: " + std::string(71, 'x') + "\n\nIt is long.\n\n"},
      {"a full stop", "sched/fair: Make it fair.\n\n"},
      {"a commit that is mended",
       "KVM: x86: count again\n\nCounts are off.\n\n"
       "Fixes: 54a4f0239f2e (\"KVM: MMU: count what is freed\")\n"},
      {"trailers of Linux",
       "usb: xhci: wait longer\n\nIt is slow.\n\n"
       "Reported-by: syzbot+0123@syzkaller.appspotmail.com\n"
       "Closes: https://lore.kernel.org/all/0123456789@example.com/\n"
       "Link: https://lore.kernel.org/r/20240501120000.1-bob@example.com\n"
       "Cc: stable@vger.kernel.org # v6.1+\n"
       "Suggested-by: Carol Case <carol@example.com>\n"
       "Co-developed-by: Bob Case <bob@example.com>\n"
       "Signed-off-by: Bob Case <bob@example.com>\n"
       "Acked-by: Dan Other <dan@example.com>\n"
       "Reviewed-by: Eve Other <eve@example.com>\n"
       "Tested-by: Eve Other <eve@example.com> # on a boat\n"},
      {"a line of the maintainer",
       "usb: xhci: wait longer\n\nIt is slow.\n\n"
       "Signed-off-by: Bob Case <bob@example.com>\n"
       "[ann: say how long]\n"},
      {"a long trailer",
       "net: x\n\nIt is.\n\nCc: Somebody With A Very Long Name "
       "<somebody.with.a.very.long.name@department.example.com> (reviewer)\n"},
      {"a quote that is long", "net: x\n\nIt says:\n\n    " +
                                   std::string(40, 'x') + ' ' +
                                   std::string(40, 'y') + "\n\n"},
      {"a release", "Linux 6.1\n\n"},
      {"a candidate for one", "Linux 6.1-rc2\n\n"},
      {"a stable release", "Linux 6.1.12\n\n"},
      {"a revert",
       "Revert \"KVM: MMU: count what is freed\"\n\n"
       "This reverts commit 54a4f0239f2e98bc5842818aa9bb2cf9fbe7a8b0.\n\n"
       "It is slow.\n\n"},
  };
  for (const auto& [what, text] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(JudgeSigned(text), Lines{});
  }
}

TEST_F(Kernel, Refuses) {
  const struct {
    const char* what;
    std::string text;
    const char* finding;
  } kCases[] = {
      {"no prefix", "Add support for boats\n\n", "subsystem: error"},
      {"a release and more", "Linux 6.1 and boats\n\n", "subsystem: error"},
      {"a release without its number", "Linux\n\n", "subsystem: error"},
      {"a candidate without its number", "Linux 6.1-rc\n\n",
       "subsystem: error"},
      {"an empty prefix", ": add support for boats\n\n", "subsystem: error"},
      {"a title of 76 columns", "mm: " + std::string(72, 'x') + "\n\n",
       "title-length: error"},
      {"no blank line", "mm: x\nIt is.\n\n", "line-after-title: error"},
      {"a long line",
       "mm: x\n\nIt is " + std::string(60, 'x') + " and nothing else\n\n",
       "line-length: warning"},
      {"a number", "mm: x\n\nFixes: #12\n", "fixes-url: error"},
      {"an issue", "mm: x\n\nFixes: https://github.com/a/b/issues/12\n",
       "fixes-url: error"},
      {"a word before the hash",
       "mm: x\n\nFixes: commit 54a4f0239f2e "
       "(\"KVM: MMU: count what is freed\")\n",
       "fixes-url: error"},
      {"no subject", "mm: x\n\nFixes: 54a4f0239f2e\n", "fixes-url: error"},
      {"a short hash",
       "mm: x\n\nFixes: 54a4f02 (\"KVM: MMU: count what is freed\")\n",
       "fixes-url: warning"},
      {"another subject", "mm: x\n\nFixes: 54a4f0239f2e (\"mm: x\")\n",
       "fixes-commit: error"},
      {"no such commit", "mm: x\n\nFixes: ffffffffffff (\"mm: x\")\n",
       "fixes-commit: error"},
      {"a fixup", "fixup! mm: x\n\n", "no-fixup: error"},
      {"the guide's spelling",
       "mm: x\n\nReviewed-By: Bob Case <bob@example.com>\n",
       "trailer-spelling: warning"},
      {"a slip", "mm: x\n\nAcked-bt: Bob Case <bob@example.com>\n",
       "trailer-spelling: warning"},
      {"a trailer elsewhere",
       "mm: x\n\nReported-by: Bob Case <bob@example.com>\n\n",
       "metadata-end: warning"},
      {"a revert of another",
       "Revert \"mm: x\"\n\nThis reverts commit 54a4f0239f2e.  Slow.\n\n",
       "revert: error"},
      {"a revert without a reason",
       "Revert \"KVM: MMU: count what is freed\"\n\n"
       "This reverts commit 54a4f0239f2e.\n\n",
       "revert: warning"},
  };
  for (const auto& [what, text, finding] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(JudgeSigned(text), Lines{finding});
  }
}

TEST_F(Kernel, WantsASignOff) {
  EXPECT_EQ(Judge("mm: x"), Lines{"signed-off-by: error"});
  EXPECT_EQ(Judge("deps: x"), Lines{});
  EXPECT_EQ(Judge("mm: x\n\nSigned-off-by: Ann Other"),
            Lines{"signed-off-by: error"});
  EXPECT_EQ(Judge("mm: x\n\nSigned-off-by: Bob Case <bob@example.com>"),
            Lines{"signed-off-by: warning"});
}

TEST_F(Kernel, TakesMerges) {
  EXPECT_EQ(Judge("Merge tag 'mm-6.1' of git://example.com/mm", 2), Lines{});
  EXPECT_EQ(Judge("Merge tag 'mm-6.1'", 1),
            (Lines{"signed-off-by: error", "subsystem: error"}));
}

class Conventional : public PresetTest {
 protected:
  Conventional() : PresetTest("conventional") {}
};

TEST_F(Conventional, Accepts) {
  const struct {
    const char* what;
    std::string message;
  } kCases[] = {
      {"a type", "feat: add boats"},
      {"a scope", "fix(harbour): close the gate at night"},
      {"a breaking change", "refactor(harbour)!: drop the old gate"},
      {"a footer",
       "feat: add boats\n\nThey float.\n\nBREAKING CHANGE: cars do not"},
      {"a number of a web merge", "chore(deps): bump gate to 2.0.0 (#12)"},
      {"a number of an issue", "fix: close it\n\nIt was open.\n\nFixes: #12"},
      {"a co-author",
       "docs: tell of boats\n\nCo-authored-by: Bob Case <bob@example.com>"},
      {"a sign-off as it comes", "docs: tell of boats\n\nSigned-off-by: Bob"},
      {"a reviewer",
       "docs: tell of boats\n\nReviewed-by: Bob Case <bob@example.com>"},
      {"a title of 100 columns", "perf: " + std::string(94, 'x')},
      {"lines of 100 columns",
       "perf: x\n\n" + std::string(49, 'x') + ' ' + std::string(50, 'y')},
      {"a revert of its own words",
       "revert: feat: add boats\n\nThey sink.\n\nRefs: 54a4f0239f2e"},
      {"git's revert",
       "Revert \"KVM: MMU: count what is freed\"\n\n"
       "This reverts commit 54a4f0239f2e.  It is slow."},
      {"a name", "ci: Node.js 22 is tested"},
  };
  for (const auto& [what, message] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(message), Lines{});
  }
}

TEST_F(Conventional, Refuses) {
  const struct {
    const char* what;
    std::string message;
    const char* finding;
  } kCases[] = {
      {"no type", "add boats", "conventional-title: error"},
      {"an unknown type", "feature: add boats", "conventional-title: error"},
      {"a type in capitals", "Feat: add boats", "conventional-title: error"},
      {"an empty scope", "feat(): add boats", "conventional-title: error"},
      {"a mark before the scope", "feat!(x): add boats",
       "conventional-title: error"},
      {"a subsystem", "lib,src: add boats", "conventional-title: error"},
      {"a footer in small letters",
       "feat: x\n\nSo.\n\nBreaking change: cars are gone",
       "conventional-title: error"},
      {"no space", "feat:add boats", "title-format: error"},
      {"a blank before the colon", "feat(x) : add boats",
       "title-format: error"},
      {"no space behind a scope with a colon", "feat(a: b):add boats",
       "conventional-title: error"},
      {"a capital", "feat: Add boats", "title-format: error"},
      {"a full stop", "feat: add boats.", "title-format: error"},
      {"a title of 101 columns", "perf: " + std::string(95, 'x'),
       "title-length: error"},
      {"a line of 101 columns",
       "perf: x\n\n" + std::string(50, 'x') + ' ' + std::string(50, 'y'),
       "line-length: error"},
      {"no blank line", "feat: add boats\nThey float.",
       "line-after-title: error"},
      {"a fixup", "fixup! feat: add boats", "no-fixup: error"},
      {"a co-author elsewhere",
       "feat: x\n\nCo-authored-by: Bob Case <bob@example.com>\n\nSo.",
       "co-authored-by-is-trailer: error"},
      {"no such commit", "fix: x\n\nFixes: ffffffffffff (\"fix: y\")",
       "fixes-commit: error"},
  };
  for (const auto& [what, message, finding] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(message), Lines{finding});
  }
}

TEST_F(Conventional, TakesMerges) {
  EXPECT_EQ(Judge("Merge branch 'boats'", 2), Lines{});
  EXPECT_EQ(Judge("Merge branch 'boats'", 1),
            Lines{"conventional-title: error"});
}

}  // namespace
}  // namespace commitgate::testing

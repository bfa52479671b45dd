// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "tests/rules/intended_differences.h"
#include "validator/engine/pattern.h"
#include "validator/message/mailbox.h"

namespace commitgate::testing {
namespace {

/// What they take for a release.
constexpr const char* kTheirRelease =
    R"(\d{4}-\d{2}-\d{2},? Version|Working on v\d+\.\d+.\d+$)";

bool IsExemptOnRelease(std::string_view rule) {
  return rule == "line-length" || rule == "reviewers" ||
         rule == "signed-off-by" || rule == "subsystem";
}

bool ReleaseTitles(const Disagreement& it) {
  const Title& title = it.message().title;
  if (!IsExemptOnRelease(it.what.first))
    return false;
  if (it.side == Disagreement::Side::kTheirs)
    return title.is_release;
  return !title.is_release && Matches(kTheirRelease, title.line.text);
}

bool Merges(const Disagreement& it) {
  return it.side == Disagreement::Side::kTheirs && it.commit.IsMerge();
}

/// The key that a rule is about; empty for others.
std::string_view KeyOf(const Disagreement& it) {
  const std::string& rule = it.what.first;
  if (rule == "pr-url")
    return "PR-URL";
  if (rule == "fixes-url")
    return "Fixes";
  if (rule == "reviewers")
    return "Reviewed-By";
  return rule == "signed-off-by" ? "Signed-off-by" : "";
}

/// The values of the trailers with exactly this key: what they read.  Of an
/// empty one at the very end they lose the blank behind the colon.
std::vector<std::string_view> TheirValues(const Message& message,
                                          std::string_view key) {
  std::vector<std::string_view> values;
  const auto& trailers = message.block.trailers;
  for (const Trailer& trailer : trailers)
    if (trailer.key == key)
      values.push_back(trailer.value);
  if (!values.empty() && values.back().empty() && trailers.back().key == key)
    values.pop_back();
  return values;
}

/// The URLs that they reject.
std::vector<std::string_view> RejectedUrls(const Disagreement& it) {
  std::vector<std::string_view> urls = TheirValues(it.message(), KeyOf(it));
  if (it.what.first == "pr-url" && urls.size() > 1)
    urls.erase(urls.begin(), urls.end() - 1);
  std::erase_if(urls, [&](std::string_view url) {
    if (it.what.first == "pr-url")
      return Matches(R"(^https://github\.com/[\w-]+/[\w-]+/pull/\d+/?$)", url);
    return Matches(
        R"(^https://github\.com/[\w-]+/[\w-]+/(issues/\d+(#issuecomment-\d+)?|pull/\d+#(issuecomment-|discussion_r)\d+)/?$)",
        url);
  });
  return urls;
}

/// Whether they reject nothing but what matches.
bool RejectedUrlsMatch(const Disagreement& it, const char* pattern) {
  if (!it.IsTheirs("pr-url") && !it.IsTheirs("fixes-url"))
    return false;
  const auto urls = RejectedUrls(it);
  return !urls.empty() &&
         std::ranges::all_of(urls, [pattern](std::string_view url) {
           return Matches(pattern, url);
         });
}

bool DotsInOwnerOrRepository(const Disagreement& it) {
  return RejectedUrlsMatch(
      it,
      R"(^https://github\.com/(?=[^/]*(/[^/]*)?\.)[\w.-]+/[\w.-]+/(pull|issues)/\d+(#[\w-]+)?/?$)");
}

bool ReviewAnchors(const Disagreement& it) {
  return RejectedUrlsMatch(
      it, "#pullrequestreview-\\d+$|/files#r\\d+$|/issues/\\d+#issue-\\d+$");
}

bool HostInOtherCase(const Disagreement& it) {
  return RejectedUrlsMatch(it, R"(^https://(?!github\.com)(?i:github\.com)/)");
}

bool FixesCommit(const Disagreement& it) {
  constexpr const char* kCommit = R"(^[0-9a-f]{7,64} \(?".*"\)?$)";
  if (it.IsTheirs("fixes-url"))
    return RejectedUrlsMatch(it, kCommit);
  return it.IsOurs("fixes-url") && it.what.second == "warning" &&
         std::ranges::any_of(RejectedUrls(it), [](std::string_view value) {
           return Matches(kCommit, value);
         });
}

bool EachPrUrl(const Disagreement& it) {
  return it.IsOurs("pr-url") && it.message().Metadata("PR-URL").size() > 1;
}

/// Whether we report something on the line of `trailer`.
bool IsReported(const Disagreement& it, const Trailer& trailer) {
  const int line = it.message().lines[trailer.first_line].number;
  return std::ranges::any_of(it.verdict.findings, [&](const Finding& finding) {
    return finding.rule == it.what.first && finding.span.line == line;
  });
}

/// Whether they miss `trailers`, all there are of their kind, or we report one.
bool AreUnseen(const Disagreement& it,
               const std::vector<const Trailer*>& trailers) {
  if (trailers.empty())
    return false;
  if (it.side == Disagreement::Side::kTheirs)
    return it.what.first != "fixes-url" &&
           TheirValues(it.message(), KeyOf(it)).empty();
  return std::ranges::any_of(trailers, [&](const Trailer* trailer) {
    return IsReported(it, *trailer);
  });
}

bool KeysInOtherCase(const Disagreement& it) {
  const std::string_view key = KeyOf(it);
  std::vector<const Trailer*> others;
  for (const Trailer& trailer : it.message().block.trailers)
    if (trailer.key != key && EqualsIgnoringCase(trailer.key, key))
      others.push_back(&trailer);
  return AreUnseen(it, others);
}

/// What stands outside of the block is not there for them.
bool MetadataOutsideTheBlock(const Disagreement& it) {
  if (it.IsOurs("metadata-end"))
    return !it.message().stray.empty();
  std::vector<const Trailer*> strays;
  bool is_backport = false;
  for (const Trailer& stray : it.message().stray) {
    if (EqualsIgnoringCase(stray.key, KeyOf(it)))
      strays.push_back(&stray);
    is_backport =
        is_backport || EqualsIgnoringCase(stray.key, "Backport-PR-URL");
  }
  return AreUnseen(it, strays) || (it.IsTheirs("signed-off-by") && is_backport);
}

bool EmptyValues(const Disagreement& it) {
  return it.side == Disagreement::Side::kOurs &&
         std::ranges::any_of(
             it.message().block.trailers, [&](const Trailer& trailer) {
               return trailer.key == KeyOf(it) && trailer.value.empty() &&
                      IsReported(it, trailer);
             });
}

bool FoldedValues(const Disagreement& it) {
  const std::string_view key = KeyOf(it);
  return std::ranges::any_of(
      it.message().block.trailers, [&](const Trailer& trailer) {
        return trailer.key == key && trailer.line_count > 1 &&
               IsReported(it, trailer);
      });
}

bool IsMalformed(std::string_view mailbox) {
  return ParseMailbox(mailbox).fault != MailboxFault::kNone;
}

bool MalformedReviewers(const Disagreement& it) {
  const auto reviewers = it.message().Metadata("Reviewed-By");
  return it.IsOurs("reviewers") && !reviewers.empty() &&
         std::ranges::all_of(reviewers, [](const Trailer* trailer) {
           return IsMalformed(trailer->value);
         });
}

bool MalformedSignOffs(const Disagreement& it) {
  return it.what.first == "signed-off-by" &&
         std::ranges::any_of(TheirValues(it.message(), "Signed-off-by"),
                             IsMalformed);
}

/// Any `Backport-PR-URL` makes a backport for them.
bool BackportOfNothing(const Disagreement& it) {
  const auto backports = it.message().Metadata("Backport-PR-URL");
  return it.IsOurs("signed-off-by") && !backports.empty() &&
         std::ranges::none_of(backports, [](const Trailer* trailer) {
           return Matches("/pull/", trailer->value);
         });
}

/// Git ignores `Conflicts:` and its list at the end, but they ask it about a
/// text whose tabs were expanded.
bool ConflictsBehindTrailers(const Disagreement& it) {
  const auto& lines = it.message().lines;
  const size_t end = it.message().block.end;
  return !KeyOf(it).empty() && it.side == Disagreement::Side::kTheirs &&
         lines.back().text.starts_with('\t') &&
         std::any_of(lines.begin() + end, lines.end(), [](const Line& line) {
           return line.text == "Conflicts:";
         });
}

/// They put a title of their own above the body, so that trailers may follow
/// the title at once.
bool TrailersInTitle(const Disagreement& it) {
  const auto& lines = it.message().lines;
  const std::string_view key = KeyOf(it);
  if (key.empty() || it.side != Disagreement::Side::kTheirs)
    return false;
  for (size_t i = 1; i < lines.size() && !lines[i].text.empty(); ++i)
    if (lines[i].text.starts_with(key))
      return true;
  return false;
}

bool OneTrailerBlock(const Disagreement& it) {
  return it.IsOurs("co-authored-by-is-trailer") ||
         it.IsOurs("assisted-by-is-trailer");
}

constexpr Difference kDifferences[] = {
    {"merges", Merges},
    {"release titles by an anchored pattern", ReleaseTitles},
    {"dots in owner and repository", DotsInOwnerOrRepository},
    {"review anchors", ReviewAnchors},
    {"host in other case", HostInOtherCase},
    {"Fixes: <hash>", FixesCommit},
    {"every PR-URL judged", EachPrUrl},
    {"keys read whatever their case", KeysInOtherCase},
    {"empty values named", EmptyValues},
    {"folded values read", FoldedValues},
    {"metadata outside git's block read", MetadataOutsideTheBlock},
    {"malformed Reviewed-By does not count", MalformedReviewers},
    {"mailboxes in sign-offs parsed properly", MalformedSignOffs},
    {"a backport names a pull request", BackportOfNothing},
    {"one normal form for all inputs", ConflictsBehindTrailers},
    {"the first paragraph is the title", TrailersInTitle},
    {"one trailer block for all rules", OneTrailerBlock},
};

}  // namespace

std::span<const Difference> MetadataDifferences() {
  return kDifferences;
}

}  // namespace commitgate::testing

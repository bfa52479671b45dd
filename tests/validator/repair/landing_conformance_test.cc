// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "tests/support/corpus.h"
#include "tests/validator/message/trailer_cases.h"
#include "validator/error.h"
#include "validator/repair/landing_request.h"

// Takes the metadata of commits apart that `git node land` has landed, into
// what was typed and clicked, and makes it again.

namespace commitgate::testing {
namespace {

constexpr std::string_view kIssues = "https://github.com/nodejs/node/issues/";

bool HasOnlyWhatTheToolWrites(const Message& message) {
  const TrailerBlock& block = message.block;
  constexpr std::string_view kKeys[] = {"PR-URL", "Fixes", "Refs",
                                        "Reviewed-By"};
  const auto is_known = [&](const Trailer& trailer) {
    return std::ranges::find(kKeys, trailer.key) != std::end(kKeys);
  };
  return block.trailers.size() == block.end - block.begin &&
         std::ranges::all_of(block.trailers, is_known) &&
         message.Metadata("PR-URL").size() == 1;
}

bool IsInItsOrder(const Message& message) {
  return InCanonicalOrder(TrailersOf(message)) == TrailersOf(message);
}

/// A string of TOML.
std::string InQuotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text)
    quoted.append(c == '"' || c == '\\' ? "\\" : "") += c;
  return quoted + "\"";
}

/// What was typed, and who is known by which login.
struct Parts {
  LandingRequest request;
  std::string roster;
};

void AddReviewer(std::string_view value, Parts& parts) {
  const ParsedMailbox parsed = ParseMailbox(value);
  if (parsed.fault != MailboxFault::kNone)
    throw Error("a reviewer is malformed");
  const std::string login = fmt::format("r{}", parts.request.reviewers.size());
  parts.request.reviewers.push_back(login);
  parts.roster += fmt::format(
      "[[members]]\nlogin = '{}'\nname = {}\nemail = {}\n", login,
      InQuotes(parsed.mailbox.name), InQuotes(parsed.mailbox.email));
}

/// People type numbers.
std::string Typed(const std::string& url) {
  return url.starts_with(kIssues) ? "#" + url.substr(kIssues.size()) : url;
}

Parts TakeApart(const Message& message) {
  Parts parts;
  for (const auto& [key, value] : TrailersOf(message)) {
    if (key == "PR-URL")
      parts.request.pr_url = value;
    else if (key == "Fixes")
      parts.request.fixes.push_back(Typed(value));
    else if (key == "Refs")
      parts.request.refs.push_back(Typed(value));
    else
      AddReviewer(value, parts);
  }
  return parts;
}

/// Throws Error where it is refused.
std::string MakeAgain(const Record& record, const Message& message) {
  const Parts parts = TakeApart(message);
  Commit commit = MakeCommit(record.id, WithTrailers(message, {}));
  const Mailbox author = ParseMailbox(record.author).mailbox;
  SetAuthor(commit, author.name, author.email);
  const Mailmap no_mailmap;
  std::optional<Roster> roster;
  if (!parts.roster.empty())
    roster = Roster::Read("roster.toml", parts.roster);
  const LandingAnswer answer =
      Answer(parts.request, commit, {no_mailmap, roster ? &*roster : nullptr});
  return WithTrailers(commit.message, WithMetadata(TrailersOf(commit.message),
                                                   answer.metadata));
}

/// Why the message is another now; empty where it is the same, byte for byte.
std::string WhyOther(const Record& record, const Message& message) {
  // The tool wrote a paragraph of its own in those days.
  if (!TrailersOf(MakeMessage(WithTrailers(message, {}))).empty())
    return "a paragraph of trailers stands before the metadata";
  if ((*message.Metadata("PR-URL").begin())->value.ends_with('/'))
    return "the URL of the pull request ends with a slash";
  try {
    const std::string again = MakeAgain(record, message);
    EXPECT_EQ(again, NormalForm(message));
    return "";
  } catch (const Error& error) {
    const std::string why = error.what();
    EXPECT_TRUE(
        why.ends_with("is an author of the change, wanted somebody else"))
        << record.id << ": " << why;
    return "an author has reviewed it";
  }
}

TEST(LandingConformance, MakesWhatGitNodeLandMade) {
  if (!ConformanceFolder())
    GTEST_SKIP() << "no conformance data: CONFORMANCE names no folder";
  constexpr size_t kNewest = 1500;
  std::vector<Record> records = ReadCorpus("node");
  records.resize(kNewest);
  size_t equal = 0;
  std::map<std::string, size_t> others;
  for (const Record& record : records) {
    const Message message = MakeMessage(record.message);
    if (!HasOnlyWhatTheToolWrites(message) || !IsInItsOrder(message))
      continue;
    const std::string why = WhyOther(record, message);
    if (why.empty())
      ++equal;
    else
      ++others[why];
  }
  std::cout << equal << " commits are landed equally\n";
  for (const auto& [why, count] : others)
    std::cout << count << " are not: " << why << '\n';
  EXPECT_GT(equal, 1000u);
}

}  // namespace
}  // namespace commitgate::testing

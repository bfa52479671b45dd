// SPDX-License-Identifier: MIT
#include "validator/message/commit_reference.h"

#include <algorithm>

#include "validator/message/text.h"
#include "validator/message/web_url.h"

namespace commitgate {
namespace {

using Fault = CommitReference::Fault;

/// The text up to the first blank; leaves what follows the blanks.
std::string_view TakeWord(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  text = Trim(text.substr(word.size()));
  return word;
}

bool TakeOff(std::string_view& text, char first, char last) {
  if (text.size() < 2 || text.front() != first || text.back() != last)
    return false;
  text = text.substr(1, text.size() - 2);
  return true;
}

}  // namespace

bool IsCommitHash(std::string_view text) {
  return text.size() >= CommitReference::kMinHash &&
         text.size() <= CommitReference::kMaxHash &&
         std::ranges::all_of(text, IsHexDigit);
}

std::optional<CommitReference> ParseCommitReference(std::string_view text) {
  CommitReference commit;
  commit.hash = TakeWord(text);
  if (IsWebUrl(commit.hash)) {
    commit.url = commit.hash;
    commit.hash = TakeWord(text);
  }
  if (!IsCommitHash(commit.hash))
    return std::nullopt;
  if (text.empty()) {
    commit.fault = Fault::kNoSubject;
    return commit;
  }
  TakeOff(text, '(', ')');
  if (!TakeOff(text, '"', '"'))
    return std::nullopt;
  commit.subject = text;
  if (Trim(text).empty())
    commit.fault = Fault::kNoSubject;
  else if (commit.hash.size() < CommitReference::kLongHash)
    commit.fault = Fault::kShortHash;
  return commit;
}

std::string_view Describe(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      break;
    case Fault::kNoSubject:
      return "names a commit without its subject, wanted "
             "'<hash> (\"<subject>\")'";
    case Fault::kShortHash:
      return "names a commit by fewer than 12 digits, which may become "
             "ambiguous";
  }
  return "";
}

}  // namespace commitgate

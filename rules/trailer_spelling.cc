// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/suggest.h"
#include "validator/message/character_set.h"
#include "validator/message/github_url.h"
#include "validator/message/ignoring_case.h"
#include "validator/message/mailbox.h"
#include "validator/message/metadata_keys.h"
#include "validator/message/web_url.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"keys", Option::Kind::kNames, "",
     "keys as they are spelt; those of the guide if this is empty"},
};

/// A key as it is spelt, and what of it is compared.
struct KnownKey {
  std::string_view key;
  std::string letters;
};

using Keys = std::span<const KnownKey>;

/// No key is longer, misspelt or not.
constexpr size_t kLongestKey = 40;
/// Too much is one edit away from a shorter key.
constexpr size_t kShortestToGuess = 4;

/// A line that may be metadata, for git or only for people.
struct Candidate {
  std::string_view key;
  std::string_view value;
};

constexpr bool IsJoint(char c) {
  return c == '-' || c == '_' || c == ' ';
}

constexpr CharacterSet kKeyCharacters([](char c) {
  return IsAlphanumeric(c) || IsJoint(c);
});

std::optional<Candidate> ReadCandidate(std::string_view line) {
  const size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == std::string_view::npos || colon == 0 || IsSpace(line.front()))
    return std::nullopt;
  const std::string_view key = TrimEnd(line.substr(0, colon));
  if (kKeyCharacters.RunIn(key) < key.size())
    return std::nullopt;
  return Candidate{key, Trim(line.substr(colon + 1))};
}

/// Prose goes on in words; metadata is a mailbox, a URL or a number.
bool LooksLikeMetadata(std::string_view value) {
  const std::string_view word = value.substr(0, value.find_first_of(" \t"));
  return IsWebUrl(word) || ParseGithubUrl(word) ||
         ParseMailbox(value).fault == MailboxFault::kNone;
}

/// Lower-case letters and digits only.
std::string Letters(std::string_view key) {
  std::string letters;
  for (const char c : key)
    if (!IsJoint(c))
      letters += ToLower(c);
  return letters;
}

template <typename Names>
std::vector<KnownKey> WithLetters(const Names& keys) {
  std::vector<KnownKey> known;
  for (const std::string_view key : keys)
    known.push_back({key, Letters(key)});
  return known;
}

/// How keys are spelt.  Letters are compared only where one is misspelt, which
/// most messages do not have.
class Spelling {
 public:
  explicit Spelling(const Settings& settings)
      : own_(settings.List("keys")), has_own_(!own_.empty()) {}

  bool IsRight(std::string_view key) const {
    return has_own_
               ? std::ranges::binary_search(own_, key)
               : std::ranges::find(MetadataKeys(), key) != MetadataKeys().end();
  }

  Keys known() {
    if (known_.empty())
      known_ = has_own_ ? WithLetters(own_) : WithLetters(MetadataKeys());
    return known_;
  }

 private:
  const Settings::Names& own_;
  const bool has_own_;
  std::vector<KnownKey> known_;
};

/// The key with these letters.
std::optional<std::string_view> FindAlike(std::string_view letters,
                                          Keys known) {
  const auto found = std::ranges::find(known, letters, &KnownKey::letters);
  if (found == known.end())
    return std::nullopt;
  return found->key;
}

std::optional<std::string_view> FindNear(std::string_view letters, Keys known) {
  const auto is_near = [letters](const KnownKey& candidate) {
    return candidate.key.size() >= kShortestToGuess &&
           EditDistance(letters, candidate.letters, 1) == 1;
  };
  const auto found = std::ranges::find_if(known, is_near);
  if (found == known.end())
    return std::nullopt;
  return found->key;
}

/// How the key of `candidate` should be spelt, where it is not.
std::optional<std::string_view> FindSpelling(const Candidate& candidate,
                                             bool in_block,
                                             Spelling& spelling) {
  const auto& [key, value] = candidate;
  // A rule of its own speaks about `Ref`.
  if (spelling.IsRight(key) || EqualsIgnoringCase(key, "Ref"))
    return std::nullopt;
  const bool looks_like_metadata = LooksLikeMetadata(value);
  if (!in_block && !looks_like_metadata)
    return std::nullopt;
  const std::string letters = Letters(key);
  if (const auto alike = FindAlike(letters, spelling.known()))
    return alike;
  return looks_like_metadata ? FindNear(letters, spelling.known())
                             : std::nullopt;
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  Spelling spelling(settings);
  for (size_t i = 1; i < message.lines.size(); ++i) {
    const Line& line = message.lines[i];
    const auto candidate = ReadCandidate(line.text);
    if (!candidate)
      continue;
    const auto wanted =
        FindSpelling(*candidate, message.block.Contains(i), spelling);
    if (!wanted)
      continue;
    reporter.Warning(
        {SpanOf(line, candidate->key),
         fmt::format("'{}' is misspelt, wanted '{}'", candidate->key, *wanted),
         std::string(candidate->key), std::string(*wanted)});
  }
}

}  // namespace

constinit const Rule kTrailerSpelling = {
    .id = "trailer-spelling",
    .summary = "the keys of metadata are spelt as the guide spells them",
    .why =
        "A misspelt key is metadata to people and nothing to programs; in "
        "other case it is found by some programs and not by others.",
    .options = kOptions,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Reviewd-By: Ann Other <ann@example.com>",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Reviewed-By: Ann Other <ann@example.com>",
    .check = Check,
};

}  // namespace commitgate

// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/support/corpus.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/message/mutate.h"
#include "tests/validator/message/trailer_cases.h"
#include "validator/repair/trailer_block.h"

namespace commitgate::testing {
namespace {

/// Messages that are known to be stored, and those made of them, all in the
/// form in which git stores them.
std::vector<std::string> StoredMessages() {
  constexpr size_t kMutations = 300;
  constexpr size_t kSample = 30;
  std::vector<std::string> messages;
  for (const TrailerCase& c : TrailerCases())
    messages.emplace_back(c.message);
  std::vector<std::string> names{"own-messages"};
  if (ConformanceFolder())
    names.insert(names.end(), {"node", "node-addon-api", "edge", "mutations"});
  for (const std::string& name : names)
    for (Record& record : ReadCorpus(name))
      messages.push_back(std::move(record.message));
  const size_t always =
      TrailerCases().size() + ReadCorpus("own-messages").size();
  std::erase_if(messages, [&, i = size_t{0}](const std::string&) mutable {
    return ++i > always && i % kSample != 0;
  });
  std::mt19937_64 random(20240502);
  const size_t originals = messages.size();
  for (size_t made = 0; made < kMutations; ++made)
    messages.push_back(Mutate(messages[random() % originals], random));
  for (std::string& message : messages)
    message = NormalForm(MakeMessage(message));
  std::erase(messages, "");
  return messages;
}

/// What git interpret-trailers prints for all of `messages` in a few goes, each
/// followed by a trailer that says which it was.
std::string GitTrailers(const std::vector<std::string>& messages) {
  constexpr size_t kAtOnce = 500;
  const TempDir folder;
  std::string seen;
  for (size_t i = 0; i < messages.size();) {
    std::vector<std::string> arguments{"interpret-trailers", "--parse",
                                       "--no-divider"};
    for (const size_t end = std::min(i + kAtOnce, messages.size()); i < end;
         ++i) {
      const std::string name = std::to_string(i);
      arguments.push_back(folder.Write(name, messages[i]));
      arguments.push_back(
          folder.Write(name + ".mark", "s\n\nMark: " + name + "\n"));
    }
    seen += Git(folder.path(), arguments) + "\n";
  }
  return seen;
}

std::string Lines(const std::vector<TrailerText>& trailers, size_t number) {
  std::string lines;
  for (const auto& [key, value] : trailers)
    lines.append(key).append(": ").append(value).append("\n");
  return lines + "Mark: " + std::to_string(number) + "\n";
}

/// A trailer that git cannot but pass over where it is the last.
bool HasEmptyConflicts(const std::vector<TrailerText>& trailers) {
  return std::ranges::find(trailers, TrailerText{"Conflicts", ""}) !=
         trailers.end();
}

TEST(TrailerBlockGit, ShowsTheTrailersThatWereWritten) {
  const std::vector<TrailerText> added{{"PR-URL", "https://x.y/pull/1"},
                                       {"Reviewed-By", "A B <a@b.c>"}};
  std::vector<std::string> written;
  std::string expected;
  for (const std::string& stored : StoredMessages()) {
    const Message message = MakeMessage(stored);
    std::vector<TrailerText> own = TrailersOf(message);
    if (HasEmptyConflicts(own))
      continue;
    expected += Lines(added, written.size());
    written.push_back(WithTrailers(message, added));
    if (own.empty())
      continue;
    expected += Lines(own, written.size());
    written.push_back(WithTrailers(message, own));
    own.insert(own.end(), added.begin(), added.end());
    own = InCanonicalOrder(std::move(own));
    expected += Lines(own, written.size());
    written.push_back(WithTrailers(message, own));
  }
  EXPECT_GT(written.size(), 200u);
  EXPECT_TRUE(expected == GitTrailers(written));
}

}  // namespace
}  // namespace commitgate::testing

// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <iostream>
#include <string>
#include <vector>

#include "tests/support/corpus.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/message/mutate.h"
#include "tests/validator/message/trailer_cases.h"

namespace commitgate::testing {
namespace {

/// Messages that are known to be stored, and those made of them.
std::vector<std::string> Corpus() {
  std::vector<std::string> messages;
  for (const TrailerCase& c : TrailerCases())
    messages.emplace_back(c.message);
  std::vector<std::string> names{"own-messages"};
  if (ConformanceFolder())
    names.insert(names.end(), {"node", "node-addon-api", "edge", "mutations"});
  else
    std::cout << "no conformance data: only the project's own messages are "
                 "compared with git\n";
  for (const std::string& name : names) {
    for (Record& record : ReadCorpus(name))
      messages.push_back(std::move(record.message));
  }
  return messages;
}

void AddMutations(size_t count, std::vector<std::string>& messages) {
  constexpr size_t kLongest = 1000;
  std::mt19937_64 random(20240502);
  const size_t originals = messages.size();
  messages.reserve(originals + count);
  for (size_t made = 0; made < count;) {
    const std::string& original = messages[random() % originals];
    if (original.size() > kLongest)
      continue;
    messages.push_back(Mutate(original, random));
    ++made;
  }
}

/// As `%(trailers)` prints them with the separators that GitTrailers asks for.
std::string OurTrailers(const Message& message) {
  std::string text;
  for (const Trailer& trailer : message.block.trailers) {
    if (!text.empty())
      text += '\x01';
    text.append(trailer.key).append("\x02").append(trailer.value);
  }
  return text;
}

std::string Stream(const std::vector<std::string>& messages) {
  std::string stream;
  for (const std::string& message : messages) {
    stream += "commit refs/heads/main\ncommitter C <c@example.com> 1 +0000\n";
    stream += "data " + std::to_string(message.size()) + "\n" + message + "\n";
  }
  return stream;
}

/// What git shows for `messages` once they are stored; a NUL ends each.
std::string GitTrailers(const std::vector<std::string>& messages) {
  const TempDir folder;
  Git(folder.path(), {"init", "-q", "--bare"});
  Git(folder.path(), {"-c", "pack.compression=0", "fast-import", "--quiet"},
      Stream(messages));
  return Git(folder.path(),
             {"log", "--reverse",
              "--format=tformat:%(trailers:only=true,unfold=true,"
              "separator=%x01,key_value_separator=%x02)%x00",
              "main"});
}

TEST(TrailersGit, AreThoseThatGitLogShows) {
  std::vector<std::string> messages = Corpus();
  AddMutations(100000, messages);
  std::vector<std::string> stored;
  std::vector<std::string> ours;
  for (const std::string& text : messages) {
    const Message message = MakeMessage(text);
    stored.push_back(NormalForm(message));
    ours.push_back(OurTrailers(message));
  }
  const std::string gits = GitTrailers(stored);
  size_t begin = 0;
  size_t with_trailers = 0;
  for (size_t i = 0; i < stored.size(); ++i) {
    const size_t end = gits.find('\0', begin);
    ASSERT_NE(end, std::string::npos) << "git shows too few";
    ASSERT_EQ(ours[i], gits.substr(begin, end - begin)) << stored[i];
    begin = end + 2;
    with_trailers += !ours[i].empty();
  }
  // Or nothing was compared.
  EXPECT_GT(with_trailers, stored.size() / 4);
  EXPECT_LT(with_trailers, stored.size());
}

/// What git interpret-trailers prints for all of `messages` in one go, each
/// followed by a trailer that says which it was.
std::string InterpretTrailers(const std::vector<std::string>& messages) {
  const TempDir folder;
  std::vector<std::string> arguments{"interpret-trailers", "--only-trailers",
                                     "--only-input", "--unfold",
                                     "--no-divider"};
  for (size_t i = 0; i < messages.size(); ++i) {
    const std::string name = std::to_string(i);
    arguments.push_back(folder.Write(name, messages[i]));
    arguments.push_back(
        folder.Write(name + ".mark", "s\n\nMark: " + name + "\n"));
  }
  return Git(folder.path(), arguments) + "\n";
}

TEST(TrailersGit, AreThoseThatInterpretTrailersFinds) {
  constexpr size_t kSample = 400;
  std::vector<std::string> messages = Corpus();
  AddMutations(100, messages);
  const size_t always =
      TrailerCases().size() + ReadCorpus("own-messages").size();
  std::vector<std::string> stored;
  std::string ours;
  for (size_t i = 0; i < messages.size();) {
    const Message message = MakeMessage(messages[i]);
    ours +=
        TrailerLines(message) + "Mark: " + std::to_string(stored.size()) + "\n";
    stored.push_back(NormalForm(message));
    i += i < always ? 1 : 1 + messages.size() / kSample;
  }
  EXPECT_EQ(ours, InterpretTrailers(stored));
}

}  // namespace
}  // namespace commitgate::testing

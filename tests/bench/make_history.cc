// SPDX-License-Identifier: MIT
//
// make_history COMMITS [FIRST] <MESSAGES
//
// Prints a stream for git fast-import: the branch main with as many commits, a
// minute apart, without files.  Their messages are those of standard input,
// each ended by a NUL, again and again; made-up ones where there are none. With
// FIRST, commits from that one on change a file each.
#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/read_number.h"
#include "validator/error.h"

namespace {

using commitgate::Error;
using commitgate::bench::ReadNumber;

/// What every rule of the preset nodejs likes, of a usual length.
std::string MadeUpMessage(size_t number) {
  return fmt::format(
      "lib: keep the order of step {0}\n\n"
      "The order was lost where two of them came at once, since the list was\n"
      "sorted by a key that both have.\n\n"
      "PR-URL: https://github.com/nodejs/node/pull/{0}\n"
      "Reviewed-By: Anna Example <anna@example.com>\n"
      "Reviewed-By: Bert Example <bert@example.com>\n",
      number + 1);
}

std::string ReadAll(std::FILE* file) {
  std::string text;
  std::vector<char> part(1 << 16);
  while (const size_t size = std::fread(part.data(), 1, part.size(), file))
    text.append(part.data(), size);
  return text;
}

std::vector<std::string_view> SplitAtNul(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t end = text.find('\0'); end != text.npos; end = text.find('\0')) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::string PrintCommit(size_t number, std::string_view message) {
  constexpr size_t kBegin = 1'500'000'000;
  const std::string person = fmt::format(
      "A U Thor <author@example.com> {} +0000", kBegin + 60 * number);
  return fmt::format(
      "commit refs/heads/main\nauthor {0}\ncommitter {0}\ndata {1}\n{2}\n",
      person, message.size(), message);
}

std::string PrintFile(size_t number) {
  const std::string content = fmt::format("{}\n", number);
  return fmt::format("M 100644 inline lib/file{}.js\ndata {}\n{}\n",
                     number % 50, content.size(), content);
}

void PrintHistory(size_t commits, size_t first_with_file,
                  const std::vector<std::string_view>& messages) {
  for (size_t i = 0; i < commits; ++i) {
    std::string text = messages.empty()
                           ? PrintCommit(i, MadeUpMessage(i))
                           : PrintCommit(i, messages[i % messages.size()]);
    if (i >= first_with_file)
      text += PrintFile(i);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 2)
      throw Error("how many commits?");
    const size_t commits = ReadNumber<size_t>(argv[1]);
    const size_t first = argc > 2 ? ReadNumber<size_t>(argv[2]) : commits;
    const std::string input = ReadAll(stdin);
    PrintHistory(commits, first, SplitAtNul(input));
    if (std::fflush(stdout) != 0)
      throw Error("writing the stream: it is not taken");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_history: %s\n", error.what());
    return 2;
  }
}

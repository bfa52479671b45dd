// SPDX-License-Identifier: MIT
#include "hooks/rejected_message.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "hooks/ancestor.h"
#include "hooks/commit_cleanup.h"
#include "validator/message/charset.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

constexpr std::string_view kFileName = "COMMITGATE_REJECTED";

std::string TextOf(const Message& message) {
  std::string text;
  for (const Line& line : message.lines)
    text += fmt::format("{}\n", line.raw);
  return text;
}

/// 0, or the number of the error.
int Save(const std::string& path, std::string_view text) {
  const int fd =
      open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
           0666);
  if (fd < 0)
    return errno;
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno != EINTR)
      break;
    text.remove_prefix(std::max<ssize_t>(written, 0));
  }
  const int failure = text.empty() ? 0 : errno;
  return close(fd) != 0 && failure == 0 ? errno : failure;
}

bool HasComments(const Message& message, std::string_view text,
                 const GitConfig& config) {
  const std::string comment = CommentString(text, config);
  return std::ranges::any_of(message.lines, [&](const Line& line) {
    return line.raw.starts_with(comment);
  });
}

/// Git would take the saved text for other bytes, or for comments, if it were
/// not told.
std::string CommandFor(const std::string& path, const Message& message,
                       std::string_view text, const GitConfig& config) {
  std::string command = "git";
  if (!IsUtf8Name(config.Get("i18n.commitencoding").value_or("")))
    command += " -c i18n.commitEncoding=UTF-8";
  command += " commit";
  if (IsAmending(FindAncestor("git")))
    command += " --amend";
  if (HasComments(message, text, config))
    command += " --cleanup=scissors";
  return fmt::format("{} -e -F {}", command, ShellWord(path));
}

}  // namespace

std::string KeepRejectedMessage(const std::string& path, const Commit& commit,
                                const GitConfig& config) {
  std::error_code error;
  const auto file =
      std::filesystem::absolute(path, error).parent_path() / kFileName;
  const std::string text = TextOf(commit.message);
  if (const int failure = Save(file.string(), text))
    return fmt::format("the message could not be saved as '{}': {}\n",
                       Printable(file.string()), std::strerror(failure));
  return fmt::format(
      "nothing is lost; mend the message and commit with\n  {}\n",
      Printable(CommandFor(file.string(), commit.message, text, config)));
}

}  // namespace commitgate

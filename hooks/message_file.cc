// SPDX-License-Identifier: MIT
#include "hooks/message_file.h"

#include <filesystem>

#include "hooks/commit_cleanup.h"
#include "hooks/file.h"
#include "validator/error.h"
#include "validator/git/repository.h"
#include "validator/message/charset.h"

namespace commitgate {
namespace {

/// While git merges, the other parents stand in MERGE_HEAD beside the message.
bool IsMerging(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(
      std::filesystem::path(path).parent_path() / "MERGE_HEAD", error);
}

/// Whether the file at `path` is a template that `message` was not changed
/// from; one that cannot be read is none.
bool IsTemplate(const std::string& path, const Message& message,
                const Cleanup& cleanup) {
  try {
    const std::string file = ReadFile(path);
    const Message untouched = MakeMessage(CleanUp(file, cleanup));
    return IsUntouched(message.lines, untouched.lines);
  } catch (const Error&) {
    return false;
  }
}

/// The parents of the commit that is amended; nothing where that cannot be
/// told.
std::optional<int> ParentsOfHead(const Environment& environment) {
  try {
    const Repository repository =
        Repository::Open(".", environment.Get("GIT_DIR").value_or(""));
    const ObjectId head = repository.ResolveCommit("HEAD");
    return ParseCommitObject("", repository.ReadCommit(head)).parents;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// The file in UTF-8.  Bytes that are not of the configured charset stay as
/// they are, and are found as such.
std::string Decode(std::string file, const GitConfig& config) {
  const auto charset = config.Get("i18n.commitencoding").value_or("");
  if (IsUtf8Name(charset))
    return file;
  const std::optional<Bytes> decoded = ToUtf8(file, charset);
  return decoded ? std::string(View(*decoded)) : file;
}

/// Adds what git tells a hook beside the message.
void AddSurroundings(const std::string& path, const Environment& environment,
                     const std::optional<Ancestor>& git, Commit& commit) {
  if (IsMerging(path))
    commit.parents = 2;
  else if (IsAmending(git))
    commit.parents = ParentsOfHead(environment);
  const auto name = environment.Get("GIT_AUTHOR_NAME");
  const auto email = environment.Get("GIT_AUTHOR_EMAIL");
  if (name && email)
    SetAuthor(commit, *name, *email);
}

}  // namespace

MessageFile OpenMessageFile(const std::string& path,
                            const Environment& environment) {
  MessageFile file{.path = path, .bytes = ReadFile(path)};
  file.is_in_hook = RunsInCommitHook(environment);
  if (file.is_in_hook)
    file.git = FindAncestor("git");
  return file;
}

std::optional<Commit> ReadDraft(const MessageFile& file,
                                std::optional<CleanupMode> mode,
                                const Environment& environment,
                                const GitConfig& config) {
  const std::string text = Decode(file.bytes, config);
  Cleanup cleanup =
      file.is_in_hook ? CleanupInCommitHook(text, environment, config, file.git)
                      : Cleanup{.comment = CommentString(text, config)};
  if (mode)
    cleanup.mode = *mode;
  Commit commit = MakeCommit(file.path, text, cleanup);
  if (commit.message.IsEmpty())
    return std::nullopt;
  if (!file.is_in_hook)
    return commit;
  const auto untouched = FindTemplate(environment, config, file.git);
  if (untouched && IsTemplate(*untouched, commit.message, cleanup))
    return std::nullopt;
  AddSurroundings(file.path, environment, file.git, commit);
  return commit;
}

std::optional<Commit> ReadMessageFile(const std::string& path,
                                      std::optional<CleanupMode> mode,
                                      const Environment& environment,
                                      const GitConfig& config) {
  return ReadDraft(OpenMessageFile(path, environment), mode, environment,
                   config);
}

}  // namespace commitgate

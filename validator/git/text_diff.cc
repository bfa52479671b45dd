// SPDX-License-Identifier: MIT
#include "validator/git/text_diff.h"

#include <memory>

#include "validator/git/git2_handle.h"

namespace commitgate {
namespace {

using PatchHandle = Git2Handle<git_patch, &Git2Functions::patch_free>;

int AppendLine(const git_diff_delta*, const git_diff_hunk*,
               const git_diff_line* line, void* diff) {
  auto& text = *static_cast<std::string*>(diff);
  switch (line->origin) {
    case GIT_DIFF_LINE_FILE_HDR:
      return 0;
    case GIT_DIFF_LINE_CONTEXT:
    case GIT_DIFF_LINE_ADDITION:
    case GIT_DIFF_LINE_DELETION:
      text += line->origin;
      break;
    default:
      break;
  }
  text.append(line->content, line->content_len);
  return 0;
}

}  // namespace

std::string UnifiedDiff(std::string_view before, std::string_view after) {
  constexpr std::string_view kDoing = "comparing texts";
  git_diff_options options;
  Must(Git2().diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION), kDoing);
  options.flags = GIT_DIFF_FORCE_TEXT;
  git_patch* patch = nullptr;
  Must(Git2().patch_from_buffers(&patch, before.data(), before.size(), nullptr,
                                 after.data(), after.size(), nullptr, &options),
       kDoing);
  const PatchHandle owner(patch);
  std::string text;
  Must(Git2().patch_print(patch, AppendLine, &text), kDoing);
  return text;
}

}  // namespace commitgate

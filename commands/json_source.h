// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "commands/commit_source.h"

namespace commitgate {

/// The commits of a JSON array, or of JSON Lines: objects with `id` (or `sha`)
/// and `message`, and if they like `author` (`Name <mail>`, or an object with
/// name and email) and `parents` (a count or a list).
class JsonSource : public CommitSource {
 public:
  /// Throws Error where `text` is neither, or is no JSON at all.
  explicit JsonSource(std::string text);
  ~JsonSource() override;

  std::optional<UnjudgedCommit> Next() override;

 private:
  struct Elements;
  std::unique_ptr<Elements> elements_;
};

}  // namespace commitgate

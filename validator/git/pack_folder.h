// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "validator/git/pack_file.h"

namespace commitgate {

/// The packs in a folder, which git may put more into at any time.
class PackFolder {
 public:
  using List = std::vector<const PackFile*>;

  /// `objects/pack`, which need not be there.
  explicit PackFolder(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  /// Those that were there when it was looked last; the first call looks.  They
  /// stay, and can be read even where git has removed them.
  const List& packs() const;

  /// Looks for packs that have come since.
  void LookAgain() const;

  /// Whether it could read the folder, and the index of each pack, when it
  /// looked last.
  bool KnowsAll() const;

 private:
  void OpenNew() const;

  std::filesystem::path folder_;
  /// For all that follows, but for reading `packs_`.
  mutable std::mutex mutex_;
  mutable std::set<std::string> names_;
  mutable std::deque<std::unique_ptr<PackFile>> opened_;
  /// One for each time that there were new ones: somebody may still go over an
  /// old list.
  mutable std::deque<List> lists_;
  mutable std::atomic<const List*> packs_ = nullptr;
  mutable bool knows_all_ = true;
};

}  // namespace commitgate

// SPDX-License-Identifier: MIT
#include "validator/git/pack_folder.h"

#include <system_error>

namespace commitgate {

namespace fs = std::filesystem;

const PackFolder::List& PackFolder::packs() const {
  if (const List* list = packs_.load(std::memory_order_acquire))
    return *list;
  LookAgain();
  return *packs_.load(std::memory_order_acquire);
}

void PackFolder::LookAgain() const {
  const std::lock_guard lock(mutex_);
  const size_t known = opened_.size();
  OpenNew();
  if (packs_.load(std::memory_order_relaxed) && opened_.size() == known)
    return;
  List& list = lists_.emplace_back();
  for (const std::unique_ptr<PackFile>& pack : opened_)
    list.push_back(pack.get());
  packs_.store(&list, std::memory_order_release);
}

bool PackFolder::KnowsAll() const {
  const std::lock_guard lock(mutex_);
  return knows_all_;
}

/// A pack that cannot be opened is not tried again.
void PackFolder::OpenNew() const {
  std::error_code failure;
  for (fs::directory_iterator file(folder_, failure), end;
       !failure && file != end; file.increment(failure)) {
    if (file->path().extension() != ".idx" ||
        !names_.insert(file->path().filename()).second)
      continue;
    if (auto pack = PackFile::Open(folder_ / file->path().stem()))
      opened_.push_back(std::move(pack));
    else
      knows_all_ = false;
  }
  if (failure && failure != std::errc::no_such_file_or_directory)
    knows_all_ = false;
}

}  // namespace commitgate

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "hooks/ledger/ledger.h"

namespace commitgate {

/// How rows of the ledger are shown; commitgate-ledger(5) describes the keys.
class LedgerRowWriter {
 public:
  enum class Format { kText, kJson, kJsonLines };

  explicit LedgerRowWriter(Format format) : format_(format) {}

  // Each returns what is to be written next.
  std::string Begin() const;
  std::string Row(const FoldedRow& row);
  std::string End() const;
  /// For people only, behind the end.
  std::string Counted(const OnlyCounted& counted) const;

 private:
  Format format_;
  bool is_first_ = true;
};

}  // namespace commitgate

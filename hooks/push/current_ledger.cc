// SPDX-License-Identifier: MIT
#include "hooks/push/current_ledger.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "hooks/push/git_server.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/settle.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

void RequireLedger(const Repository& repository) {
  if (!HasLedger(repository))
    throw Error(fmt::format(
        "there is no ledger in '{}': a first push to a server, or 'commitgate "
        "install --server', makes one",
        Printable(repository.GitDir())));
}

void SettleAll(Ledger& ledger, const Served& served,
               std::vector<std::string> refs) {
  Ledger::Transaction transaction(ledger);
  std::ranges::copy(ledger.Refs(), std::back_inserter(refs));
  Settle(ledger, GitServer(served.repository), served.policy.policy.push, refs);
  transaction.Commit();
}

std::string Show(const std::optional<ObjectId>& id) {
  return id ? id->Hex() : "nothing";
}

std::optional<ObjectId> ToldOf(const Ledger& ledger, const std::string& ref) {
  const std::optional<LedgerTip> tip = ledger.Tip(ref);
  return tip ? tip->value : std::nullopt;
}

bool IsIntended(const Ledger& ledger, const std::string& ref,
                const std::optional<ObjectId>& before,
                const std::optional<ObjectId>& after) {
  return std::ranges::any_of(ledger.OpenRows(ref), [&](const Row& row) {
    return row.before == before && row.after == after;
  });
}

/// Empty where there is none.
std::string Difference(const Ledger& ledger, const Repository& repository,
                       const std::string& ref) {
  while (true) {
    const auto told = ToldOf(ledger, ref);
    const auto real = repository.ReadRef(ref);
    if (told == real || IsIntended(ledger, ref, told, real))
      return {};
    // A push may have landed meanwhile.
    if (ToldOf(ledger, ref) == told)
      return fmt::format(
          "'{}' is {}, and should be {}: it was moved without a push",
          Printable(ref), Show(real), Show(told));
  }
}

/// Refs that the ledger knows, and those that it should.
std::set<std::string> RefsToCompare(const Ledger& ledger,
                                    const Repository& repository,
                                    const PushPolicy& policy) {
  const std::vector<std::string> known = ledger.Refs();
  std::set<std::string> refs(known.begin(), known.end());
  for (const Ref& ref : repository.ReadRefs()) {
    // Reserved ones have no policy, either.
    const RefPolicy* const found = policy.Find(ref.name);
    if (found && !found->IsFree())
      refs.insert(ref.name);
  }
  return refs;
}

}  // namespace

bool HasLedger(const Repository& repository) {
  std::error_code error;
  const auto status =
      std::filesystem::symlink_status(LedgerPath(repository.GitDir()), error);
  // What cannot be looked at is there, so that opening it says why not.
  return status.type() != std::filesystem::file_type::not_found;
}

Ledger OpenToRead(const Repository& repository) {
  RequireLedger(repository);
  return Ledger::Open(LedgerPath(repository.GitDir()), Ledger::Access::kRead);
}

Ledger OpenSettled(const Served& served, const std::vector<std::string>& refs) {
  RequireLedger(served.repository);
  try {
    Ledger ledger = OpenLedger(served.repository.GitDir(), served.config);
    SettleAll(ledger, served, refs);
    return ledger;
  } catch (const Error&) {
    // Whoever may only read sees what a hook would see.  What else is wrong is
    // wrong with the copy, too.
  }
  Ledger copy = OpenToRead(served.repository).CopyInMemory();
  SettleAll(copy, served, refs);
  return copy;
}

std::vector<std::string> CompareWithRefs(const Ledger& ledger,
                                         const Repository& repository,
                                         const PushPolicy& policy) {
  std::vector<std::string> differences;
  for (const std::string& ref : RefsToCompare(ledger, repository, policy))
    if (std::string found = Difference(ledger, repository, ref); !found.empty())
      differences.push_back(std::move(found));
  return differences;
}

}  // namespace commitgate

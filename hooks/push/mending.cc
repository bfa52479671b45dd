// SPDX-License-Identifier: MIT
#include "hooks/push/mending.h"

#include <fmt/core.h>

#include <string>
#include <vector>

#include "hooks/push/wording.h"

namespace commitgate {
namespace {

bool IsTipOnly(const Faults& faults) {
  return faults.merges.empty() && faults.bad.size() == 1 &&
         faults.bad.front() == faults.tip;
}

/// What `git rebase` has to start behind, so that all faults are in its list.
/// Merges go away by putting the commits on what the ref is at.
std::string Base(const Faults& faults) {
  if (!faults.merges.empty() && faults.current)
    return ShortId(*faults.current);
  return faults.first_is_root ? "--root" : ShortId(faults.first) + '^';
}

std::string Rebase(const Faults& faults) {
  return fmt::format(
      "  git rebase {}{}{}", faults.bad.empty() ? "" : "--interactive ",
      faults.keeps_merges ? "--rebase-merges " : "", Base(faults));
}

std::string Purpose(const Faults& faults) {
  if (faults.merges.empty())
    return "to reword " + Counted(faults.bad.size(), "commit");
  const std::string merges = Counted(faults.merges.size(), "merge");
  if (faults.bad.empty())
    return "to do without " + merges;
  return fmt::format("to do without {} and reword {}", merges,
                     Counted(faults.bad.size(), "commit"));
}

}  // namespace

Remark HowToMend(const Faults& faults) {
  if (IsTipOnly(faults))
    return {"to reword the last commit, and then push again:",
            {"  git commit --amend"}};
  Remark remark{Purpose(faults) + ", and then push again:", {Rebase(faults)}};
  if (faults.bad.empty())
    return remark;
  remark.more.push_back("there, put 'reword' for 'pick' in the lines of");
  std::vector<std::string> ids;
  for (const ObjectId& id : faults.bad)
    ids.push_back(ShortId(id));
  const std::vector<std::string> lines = IndentedList(ids);
  remark.more.insert(remark.more.end(), lines.begin(), lines.end());
  return remark;
}

}  // namespace commitgate

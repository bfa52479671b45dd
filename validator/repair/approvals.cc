// SPDX-License-Identifier: MIT
#include "validator/repair/approvals.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {
namespace {

/// `LGTM`, and at most one more character that belongs to no word.
bool SaysOnlyLgtm(std::string_view text) {
  constexpr std::string_view kWord = "lgtm";
  text = Trim(text);
  if (!EqualsIgnoringCase(text.substr(0, kWord.size()), kWord))
    return false;
  text.remove_prefix(kWord.size());
  return text.empty() ||
         (text.size() == 1 && !IsAlphanumeric(text[0]) && text[0] != '_');
}

}  // namespace

void Approvals::Set(const Review& review, bool approves) {
  const auto [known, is_new] = opinions_.try_emplace(
      review.login, Opinion{next_, review.login, approves, review.time});
  if (is_new)
    ++next_;
  known->second.approves = approves;
  known->second.time = review.time;
}

void Approvals::AddReview(const Review& review) {
  if (review.state == "APPROVED")
    Set(review, true);
  else if (review.state == "CHANGES_REQUESTED")
    Set(review, false);
  else if (review.state == "COMMENTED" && SaysOnlyLgtm(review.text))
    Set(review, true);
  else if (review.state == "DISMISSED")
    opinions_.erase(review.login);
}

void Approvals::AddComment(const Review& comment) {
  if (!SaysOnlyLgtm(comment.text))
    return;
  const auto known = opinions_.find(comment.login);
  if (known == opinions_.end() || known->second.time < comment.time)
    Set(comment, true);
}

std::vector<std::string> Approvals::Logins() const {
  std::vector<const Opinion*> approving;
  for (const auto& [login, opinion] : opinions_)
    if (opinion.approves)
      approving.push_back(&opinion);
  std::ranges::sort(approving, {}, &Opinion::number);
  std::vector<std::string> logins;
  for (const Opinion* opinion : approving)
    logins.push_back(opinion->login);
  return logins;
}

}  // namespace commitgate

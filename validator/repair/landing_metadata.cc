// SPDX-License-Identifier: MIT
#include "validator/repair/landing_metadata.h"

#include <fmt/core.h>

#include <set>
#include <string_view>
#include <utility>

#include "validator/error.h"
#include "validator/message/ignoring_case.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr std::string_view kPrUrl = "PR-URL";
constexpr std::string_view kBackportPrUrl = "Backport-PR-URL";
constexpr std::string_view kReviewedBy = "Reviewed-By";

/// Whether `metadata` says what a trailer with this key says.
bool Replaces(const LandingMetadata& metadata, std::string_view key) {
  if (EqualsIgnoringCase(key, kPrUrl))
    return !metadata.pr_url.empty();
  if (EqualsIgnoringCase(key, kBackportPrUrl))
    return !metadata.pr_url.empty() || !metadata.backport_pr_url.empty();
  return EqualsIgnoringCase(key, kReviewedBy) && metadata.reviewers;
}

/// It could begin a line of its own, or read as another one.
void RequireWritable(std::string_view key, std::string_view value) {
  if (value.empty())
    throw Error(fmt::format("{} has no value", key));
  if (Printable(value) != value || Trim(value) != value)
    throw Error(
        fmt::format("{} cannot be '{}': it has characters that no line "
                    "of metadata can hold",
                    key, Printable(value)));
}

/// Collects trailers, each line once.
class Collection {
 public:
  void Add(TrailerText trailer) {
    if (lines_.insert(fmt::format("{}: {}", trailer.key, trailer.value)).second)
      trailers_.push_back(std::move(trailer));
  }

  void Write(std::string_view key, const std::string& value) {
    RequireWritable(key, value);
    Add({std::string(key), value});
  }

  void WriteIfAny(std::string_view key, const std::string& value) {
    if (!value.empty())
      Write(key, value);
  }

  std::vector<TrailerText> Take() { return std::move(trailers_); }

 private:
  std::vector<TrailerText> trailers_;
  std::set<std::string, LessIgnoringCase> lines_;
};

}  // namespace

std::vector<TrailerText> WithMetadata(std::vector<TrailerText> own,
                                      const LandingMetadata& metadata) {
  Collection all;
  for (TrailerText& trailer : own)
    if (!Replaces(metadata, trailer.key))
      all.Add(std::move(trailer));
  all.WriteIfAny(kPrUrl, metadata.pr_url);
  all.WriteIfAny(kBackportPrUrl, metadata.backport_pr_url);
  for (const std::string& fixed : metadata.fixes)
    all.Write("Fixes", fixed);
  for (const std::string& reference : metadata.refs)
    if (reference != metadata.pr_url && reference != metadata.backport_pr_url)
      all.Write("Refs", reference);
  if (metadata.reviewers)
    for (const std::string& reviewer : *metadata.reviewers)
      all.Write(kReviewedBy, reviewer);
  return InCanonicalOrder(all.Take());
}

}  // namespace commitgate

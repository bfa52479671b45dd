// SPDX-License-Identifier: MIT
#include "validator/engine/ref_layer.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "validator/engine/group_layer.h"
#include "validator/engine/policy_words.h"
#include "validator/message/ascii.h"

namespace commitgate {
namespace {

constexpr std::string_view kWhat = "[[refs]]";
constexpr std::string_view kKeys[] = {
    "match",      "rules",         "pushers", "merges",    "delete",
    "force-push", "stricter-than", "since",   "only-from", "backport-of"};
constexpr std::string_view kKeysOfAll[] = {"match", "rules", "pushers"};
// Messages and history of tags and notes are not looked at.
constexpr std::string_view kKeysOfBranches[] = {
    "rules", "merges", "stricter-than", "since", "only-from", "backport-of"};

/// Reads one table.
class RefReader {
 public:
  RefReader(const PolicyFile& file, const TomlValue& table)
      : file_(file), table_(table) {}

  RefPolicy Read(std::span<const std::string_view> presets);

 private:
  void ReadMatch();
  void ReadRules(std::span<const std::string_view> presets);
  void RefuseSeveralTypes() const;
  void RefuseKeysOfOthers() const;
  void ReadPermissions();
  void ReadForcePush(const TomlEntry& entry);
  [[noreturn]] void RefuseNeitherStringNorTable(const TomlEntry& entry) const;
  void ReadWindow(const TomlEntry& entry);
  void ReadHistory();
  void RefuseWindow(const TomlEntry& entry) const;
  RefPattern ReadPattern(const TomlEntry& entry) const;
  std::optional<RefPattern> ReadSource(std::string_view key) const;
  RefPattern ReadSource(const TomlEntry& entry) const;
  void ReadBackports(const TomlEntry& entry);

  /// Sets `value` to one of an enumeration's, if there is such a key.
  template <typename Enum>
  void ReadChoice(std::string_view key, std::span<const std::string_view> words,
                  Enum& value) const {
    if (const TomlEntry* const entry = table_.Find(key))
      value = static_cast<Enum>(file_.Choice(*entry, words));
  }

  const PolicyFile& file_;
  const TomlValue& table_;
  RefPolicy ref_;
};

bool Lists(std::span<const std::string_view> keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

/// What the refs of a policy are, for people.
std::string_view Plural(RefPolicy::Type type) {
  switch (type) {
    case RefPolicy::Type::kTag:
      return "tags";
    case RefPolicy::Type::kNotes:
      return "notes";
    case RefPolicy::Type::kBranch:
      break;
  }
  return "branches";
}

RefPolicy RefReader::Read(std::span<const std::string_view> presets) {
  file_.AllowKeys(table_, kKeys);
  for (const TomlEntry& entry : table_.entries)
    ref_.origins.emplace(entry.key, file_.OriginOf(entry.place));
  ReadMatch();
  ReadRules(presets);
  if (!ref_.IsFree())
    RefuseSeveralTypes();
  RefuseKeysOfOthers();
  if (const TomlEntry* const pushers = table_.Find("pushers"))
    ref_.pushers = ReadPushers(file_, *pushers);
  ReadPermissions();
  ReadHistory();
  return std::move(ref_);
}

void RefReader::ReadMatch() {
  const TomlEntry& match = file_.Need(table_, "match", kWhat);
  ref_.match = ReadPattern(match);
  ref_.origin = file_.OriginOf(match.place);
}

RefPattern RefReader::ReadPattern(const TomlEntry& entry) const {
  const std::string& text = file_.TextThatIsNotEmpty(entry);
  const std::string why = WhyNoRefPattern(text);
  if (!why.empty())
    file_.Refuse(entry.value.place,
                 fmt::format("'{}' is no pattern for refs: {}", text, why));
  if (IsReserved(text))
    file_.Refuse(entry.value.place,
                 fmt::format("'{}' is refused whatever a policy says", text));
  return RefPattern(text);
}

void RefReader::ReadRules(std::span<const std::string_view> presets) {
  const TomlEntry* const rules = table_.Find("rules");
  if (rules == nullptr)
    return;
  std::vector<std::string_view> words(presets.begin(), presets.end());
  words.push_back(kNoRules);
  ref_.rules = words[file_.Choice(*rules, "preset", words)];
}

void RefReader::RefuseSeveralTypes() const {
  const std::string& text = ref_.match.text();
  const std::string_view fixed =
      std::string_view(text).substr(0, text.find('*'));
  if (fixed.size() == text.size())
    return;
  for (const std::string_view folder : {"refs/tags/", "refs/notes/"})
    if (fixed.size() < folder.size() && folder.starts_with(fixed))
      file_.Refuse(table_.Find("match")->value.place,
                   fmt::format("'{}' may mean branches, tags or notes, write "
                               "one [[refs]] for each",
                               text));
}

void RefReader::RefuseKeysOfOthers() const {
  const bool is_branch = ref_.type() == RefPolicy::Type::kBranch;
  for (const TomlEntry& entry : table_.entries) {
    if (ref_.IsFree() && !Lists(kKeysOfAll, entry.key))
      file_.Refuse(entry.place, fmt::format("'{}' holds nobody to anything "
                                            "where 'rules' is '{}'",
                                            entry.key, kNoRules));
    if (!is_branch && !ref_.IsFree() && Lists(kKeysOfBranches, entry.key))
      file_.Refuse(
          entry.place,
          fmt::format("'{}' is for branches, and '{}' means {}", entry.key,
                      ref_.match.text(), Plural(ref_.type())));
  }
}

void RefReader::ReadPermissions() {
  if (ref_.type() != RefPolicy::Type::kBranch)
    ref_.within = 0;
  ReadChoice("merges", kMergesWords, ref_.merges);
  ReadChoice("delete", kDeleteWords, ref_.deletion);
  if (ref_.deletion == RefPolicy::Delete::kWindow)
    RefuseWindow(*table_.Find("delete"));
  if (const TomlEntry* const force_push = table_.Find("force-push"))
    ReadForcePush(*force_push);
}

void RefReader::RefuseWindow(const TomlEntry& entry) const {
  if (ref_.type() != RefPolicy::Type::kBranch)
    file_.Refuse(entry.value.place,
                 fmt::format("'{}' asks for a window, and {} never are in one",
                             entry.key, Plural(ref_.type())));
}

void RefReader::ReadForcePush(const TomlEntry& entry) {
  constexpr Micros kDurations[] = {0, kForever};
  static_assert(std::size(kDurations) == std::size(kForcePushWords));
  if (entry.value.kind == TomlValue::Kind::kString)
    ref_.within = kDurations[file_.Choice(entry, kForcePushWords)];
  else if (entry.value.kind == TomlValue::Kind::kTable)
    ReadWindow(entry);
  else
    RefuseNeitherStringNorTable(entry);
}

void RefReader::RefuseNeitherStringNorTable(const TomlEntry& entry) const {
  file_.Refuse(entry.value.place,
               fmt::format("'{}' is {}, a string or a table is wanted",
                           entry.key, Describe(entry.value.kind)));
}

void RefReader::ReadWindow(const TomlEntry& entry) {
  constexpr std::string_view kWindowKeys[] = {"within", "scope"};
  RefuseWindow(entry);
  file_.AllowKeys(entry.value, kWindowKeys);
  if (const TomlEntry* const within = entry.value.Find("within"))
    ref_.within = file_.Duration(*within);
  if (const TomlEntry* const scope = entry.value.Find("scope"))
    ref_.scope =
        static_cast<RefPolicy::Scope>(file_.Choice(*scope, kScopeWords));
}

void RefReader::ReadHistory() {
  if (const TomlEntry* const weaker = table_.Find("stricter-than"))
    for (const TomlValue& match : file_.Names(*weaker))
      ref_.stricter_than.push_back(match.text);
  if (const TomlEntry* const since = table_.Find("since")) {
    constexpr size_t kDigits = 40;
    ref_.since = file_.Text(*since);
    if (ref_.since.size() != kDigits ||
        !std::ranges::all_of(ref_.since, IsHexDigit))
      file_.Refuse(since->value.place,
                   fmt::format("'since' is '{}', a commit's {} hexadecimal "
                               "digits are wanted",
                               ref_.since, kDigits));
  }
  ref_.only_from = ReadSource("only-from");
  if (const TomlEntry* const backports = table_.Find("backport-of"))
    ReadBackports(*backports);
}

std::optional<RefPattern> RefReader::ReadSource(std::string_view key) const {
  const TomlEntry* const entry = table_.Find(key);
  if (entry == nullptr)
    return std::nullopt;
  return ReadSource(*entry);
}

RefPattern RefReader::ReadSource(const TomlEntry& entry) const {
  RefPattern pattern = ReadPattern(entry);
  if (pattern.Stars() > ref_.match.Stars())
    file_.Refuse(entry.value.place,
                 fmt::format("'{}' has more stars than 'match', {} and {}",
                             entry.key, pattern.Stars(), ref_.match.Stars()));
  return pattern;
}

/// A pattern alone, or a table that says what becomes of other commits.
void RefReader::ReadBackports(const TomlEntry& entry) {
  constexpr std::string_view kBackportKeys[] = {"from", "otherwise"};
  if (entry.value.kind == TomlValue::Kind::kString) {
    ref_.backport_of = ReadSource(entry);
    return;
  }
  if (entry.value.kind != TomlValue::Kind::kTable)
    RefuseNeitherStringNorTable(entry);
  file_.AllowKeys(entry.value, kBackportKeys);
  ref_.backport_of = ReadSource(file_.Need(entry.value, "from", entry.key));
  if (const TomlEntry* const otherwise = entry.value.Find("otherwise"))
    ref_.otherwise = static_cast<RefPolicy::Otherwise>(
        file_.Choice(*otherwise, kOtherwiseWords));
}

void CheckStricterThan(const PolicyFile& file, const TomlEntry& entry,
                       const PushPolicy& policy) {
  std::vector<std::string_view> known;
  for (const RefPolicy& ref : policy.refs)
    known.push_back(ref.match.text());
  for (const TomlValue& match : file.Names(entry))
    if (!Lists(known, match.text))
      file.RefuseUnknown(match.place, "no [[refs]] has the 'match'", match.text,
                         known);
}

}  // namespace

void ApplyRefs(const PolicyFile& file,
               std::span<const std::string_view> presets, PushPolicy& policy) {
  const TomlEntry* const refs = file.root().Find("refs");
  if (refs == nullptr)
    return;
  std::vector<RefPolicy> own;
  std::set<std::string_view> seen;
  for (const TomlValue& table : file.Tables(*refs)) {
    own.push_back(RefReader(file, table).Read(presets));
    const TomlValue& match = table.Find("match")->value;
    if (!seen.insert(match.text).second)
      file.Refuse(match.place,
                  fmt::format("there are two [[refs]] for '{}'", match.text));
  }
  policy.refs.insert(policy.refs.begin(), std::make_move_iterator(own.begin()),
                     std::make_move_iterator(own.end()));
}

void CheckRefs(const PolicyFile& file, const PushPolicy& policy) {
  const TomlEntry* const refs = file.root().Find("refs");
  if (refs == nullptr)
    return;
  for (const TomlValue& table : file.Tables(*refs)) {
    if (const TomlEntry* const pushers = table.Find("pushers"))
      CheckGroups(file, *pushers, policy);
    if (const TomlEntry* const weaker = table.Find("stricter-than"))
      CheckStricterThan(file, *weaker, policy);
  }
}

}  // namespace commitgate

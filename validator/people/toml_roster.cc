// SPDX-License-Identifier: MIT
#include "validator/people/toml_roster.h"

#include <map>
#include <utility>

#include <fmt/core.h>

#include "validator/engine/policy_file.h"
#include "validator/message/lower_case.h"

namespace commitgate {
namespace {

/// Who has which login or address, in lower case.
using Taken = std::map<std::string, std::string>;

class TomlRosterReader {
 public:
  explicit TomlRosterReader(const PolicyFile& file) : file_(file) {}

  std::vector<Member> Read() {
    constexpr std::string_view kKeys[] = {"members"};
    file_.AllowKeys(file_.root(), kKeys);
    const TomlEntry* const entry = file_.root().Find(kKeys[0]);
    if (entry == nullptr)
      return {};
    std::vector<Member> members;
    for (const TomlValue& table : file_.Tables(*entry))
      members.push_back(ReadMember(table));
    return members;
  }

 private:
  Member ReadMember(const TomlValue& table) {
    constexpr std::string_view kKeys[] = {"login",        "name",   "email",
                                          "other-emails", "groups", "former"};
    file_.AllowKeys(table, kKeys);
    Member member;
    member.login = ReadLogin(file_.Need(table, "login", "a member"));
    member.name =
        file_.TextThatIsNotEmpty(file_.Need(table, "name", "a member"));
    const TomlEntry& email = file_.Need(table, "email", "a member");
    file_.TextThatIsNotEmpty(email);
    member.email = ReadAddress(email.value, member);
    if (const TomlEntry* const others = table.Find("other-emails"))
      for (const TomlValue& other : file_.Names(*others))
        member.other_emails.push_back(ReadAddress(other, member));
    const TomlEntry* const former = table.Find("former");
    const bool is_former = former != nullptr && file_.Boolean(*former);
    (is_former ? member.former_groups : member.groups) = ReadGroups(table);
    return member;
  }

  std::string ReadLogin(const TomlEntry& entry) {
    const std::string& login = file_.TextThatIsNotEmpty(entry);
    Take(logins_, "login", entry.value, login);
    return login;
  }

  std::string ReadAddress(const TomlValue& value, const Member& member) {
    const std::string contact = fmt::format("{} <{}>", member.name, value.text);
    const MailboxFault fault = ParseMailbox(contact).fault;
    if (fault != MailboxFault::kNone)
      file_.Refuse(value.place,
                   fmt::format("'{}' {}", contact, Describe(fault)));
    Take(addresses_, "address", value, member.login);
    return value.text;
  }

  std::vector<std::string> ReadGroups(const TomlValue& table) {
    const TomlEntry* const entry = table.Find("groups");
    if (entry == nullptr)
      return {std::string(kCollaborators)};
    std::vector<std::string> groups;
    for (const TomlValue& group : file_.Names(*entry))
      groups.push_back(group.text);
    return groups;
  }

  /// An address of two people would make one pass for the other.
  void Take(Taken& taken, std::string_view what, const TomlValue& value,
            const std::string& login) {
    const auto [row, is_new] = taken.emplace(LowerCase(value.text), login);
    if (!is_new)
      file_.Refuse(value.place, fmt::format("{} '{}' is that of '{}' already",
                                            what, value.text, row->second));
  }

  const PolicyFile& file_;
  Taken logins_;
  Taken addresses_;
};

}  // namespace

std::vector<Member> ReadTomlRoster(const std::string& name,
                                   std::string_view text) {
  const PolicyFile file(name, text);
  return TomlRosterReader(file).Read();
}

}  // namespace commitgate

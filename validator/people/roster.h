// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/ignoring_case.h"
#include "validator/message/mailbox.h"

namespace commitgate {

/// Somebody whom a project lists.
struct Member {
  /// On the hosting service; compared without regard to case.
  std::string login;
  std::string name;
  std::string email;
  /// Other addresses that the roster tells.
  std::vector<std::string> other_emails = {};
  /// What the person is now, sorted: kCollaborators, kTsc, and what a
  /// TOML roster calls its others.
  std::vector<std::string> groups = {};
  /// What the person was: the same words, of sections of emeriti.
  std::vector<std::string> former_groups = {};

  bool IsIn(std::string_view group) const;
  bool WasIn(std::string_view group) const;
  /// `Name <local@domain>`, as a trailer has it.
  std::string Contact() const;
  bool operator==(const Member&) const = default;
};

/// Everybody who may review; the TSC is among them.
inline constexpr std::string_view kCollaborators = "collaborators";
/// The voting members of the Technical Steering Committee.
inline constexpr std::string_view kTsc = "tsc";
/// Its other members.
inline constexpr std::string_view kTscRegular = "tsc-regular";
/// Who may sort issues, but not review.
inline constexpr std::string_view kTriagers = "triagers";

/// The people of a project, as a file of the project lists them: the README of
/// Node.js, or TOML (commitgate-policy(5)).
class Roster {
 public:
  /// `name` is what the file is called in errors; TOML where it ends with
  /// `.toml`.  Throws Error: TOML that is none; somebody who cannot be read,
  /// for who falls off in silence cannot review any more; a list of nobody,
  /// since a roster that is not understood must not pass for one that is empty.
  static Roster Read(const std::string& name, std::string_view text);

  /// Null where there is nobody.  Whatever the case of letters in logins and
  /// addresses; one who is listed as former is found, too.
  const Member* FindByLogin(std::string_view login) const;
  const Member* FindByEmail(std::string_view email) const;

  /// Who may have been meant by a mailbox whose address nobody has: by name, or
  /// by an address or name that is nearly the same.  Null where nobody or more
  /// than one is near.
  const Member* FindNear(const Mailbox& mailbox) const;

  /// In the order of the file; one who stands in several sections stands here
  /// once.
  const std::vector<Member>& members() const { return members_; }

 private:
  void Add(Member member);
  void IndexAddresses(size_t member);

  std::vector<Member> members_;
  /// Indices into members_, by login and by address.
  std::map<std::string, size_t, LessIgnoringCase> by_login_;
  std::map<std::string, size_t, LessIgnoringCase> by_email_;
};

}  // namespace commitgate

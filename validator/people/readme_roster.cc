// SPDX-License-Identifier: MIT
#include "validator/people/readme_roster.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "validator/error.h"
#include "validator/message/byte_order_mark.h"
#include "validator/message/mailbox.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"
#include "validator/people/markdown_lines.h"

namespace commitgate {
namespace {

struct Section {
  std::string_view heading;
  std::string_view group;
  bool former = false;
};

/// Headings of all years; others list nobody, the keys of releasers least of
/// all.
const Section* FindSection(std::string_view heading) {
  static constexpr Section kSections[] = {
      {"TSC", kTsc},
      {"TSC (Technical Steering Committee)", kTsc},
      {"Technical Steering Committee", kTsc},
      {"TSC members", kTsc},
      {"TSC voting members", kTsc},
      {"TSC regular members", kTscRegular},
      {"TSC emeriti", kTsc, true},
      {"TSC emeriti members", kTsc, true},
      {"Collaborators", kCollaborators},
      {"Collaborator emeriti", kCollaborators, true},
      {"Collaborators emeriti", kCollaborators, true},
      {"Triagers", kTriagers},
      {"Triager emeriti", kTriagers, true},
      {"Triagers emeriti", kTriagers, true},
  };
  const auto found = std::ranges::find_if(kSections, [&](const Section& row) {
    return EqualsIgnoringCase(row.heading, heading);
  });
  return found == std::end(kSections) ? nullptr : found;
}

/// A list item with all its lines.
struct Item {
  std::string text;
  int line;
};

/// Takes an item apart, from its start on.
class ItemReader {
 public:
  explicit ItemReader(std::string_view text) : text_(text) {}

  bool Skip(std::string_view word) {
    text_ = Trim(text_);
    if (!text_.starts_with(word))
      return false;
    text_.remove_prefix(word.size());
    return true;
  }

  /// What stands before `end`, which is taken too; empty where there is none.
  std::string_view TakeUntil(std::string_view end) {
    const size_t at = text_.find(end);
    if (at == text_.npos)
      return {};
    const std::string_view taken = text_.substr(0, at);
    text_.remove_prefix(at + end.size());
    return Trim(taken);
  }

  /// An address in angle brackets, in any of the ways to write them.
  std::string_view TakeAddress() {
    for (const std::string_view opening : {"<<", "&lt;", "\\<", "<"}) {
      if (!Skip(opening))
        continue;
      const size_t end =
          std::min({text_.find('>'), text_.find("\\>"), text_.find("&gt;")});
      return end == text_.npos ? std::string_view()
                               : Trim(text_.substr(0, end));
    }
    return {};
  }

 private:
  std::string_view text_;
};

/// `\_` means `_`.
std::string Unescaped(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\\' || i + 1 == text.size())
      plain += text[i];
    else
      plain += text[++i];
  return plain;
}

/// Whoever an item names; nothing where it cannot be read.
std::optional<Member> ReadItem(std::string_view text) {
  ItemReader item(text);
  if (!item.Skip("["))
    return std::nullopt;
  Member member;
  member.login = Unescaped(item.TakeUntil("]"));
  if (!item.Skip("(") || item.TakeUntil(")").empty())
    return std::nullopt;
  item.Skip("-");
  if (!item.Skip("**"))
    return std::nullopt;
  member.name = Unescaped(item.TakeUntil("**"));
  member.email = Unescaped(item.TakeAddress());
  const bool is_login =
      !member.login.empty() && std::ranges::none_of(member.login, IsSpace);
  if (!is_login || ParseMailbox(member.Contact()).fault != MailboxFault::kNone)
    return std::nullopt;
  return member;
}

[[noreturn]] void Refuse(std::string_view name, const Item& item,
                         const Section& section) {
  constexpr size_t kShown = 80;
  throw Error(fmt::format(
      "{}:{}: cannot tell who is listed under '{}': '{}', wanted is "
      "'* [login](url) - **Name** <<address>>'",
      Printable(name), item.line, section.heading,
      Printable(item.text, kShown)));
}

/// Reads a README line by line.
class ReadmeReader {
 public:
  explicit ReadmeReader(std::string_view name) : name_(name) {}

  void Read(const Line& line) {
    const std::string_view heading = HeadingOf(line.text);
    const std::string_view item = ItemOf(line.text);
    const bool goes_on =
        heading.empty() && item.empty() && !Trim(line.text).empty();
    if (goes_on && item_)
      item_->text.append(" ").append(Trim(line.text));
    if (goes_on)
      return;
    EndItem();
    if (!heading.empty())
      section_ = FindSection(heading);
    else if (!item.empty() && section_ != nullptr)
      item_ = Item{std::string(item), line.number};
  }

  std::vector<Member> End() {
    EndItem();
    return std::move(members_);
  }

 private:
  void EndItem() {
    if (!item_)
      return;
    std::optional<Member> member = ReadItem(item_->text);
    if (!member)
      Refuse(name_, *item_, *section_);
    auto& groups = section_->former ? member->former_groups : member->groups;
    groups.emplace_back(section_->group);
    members_.push_back(*std::move(member));
    item_.reset();
  }

  std::string_view name_;
  std::vector<Member> members_;
  const Section* section_ = nullptr;
  std::optional<Item> item_;
};

}  // namespace

std::vector<Member> ReadReadmeRoster(std::string_view name,
                                     std::string_view text) {
  ReadmeReader reader(name);
  for (const Line& line : VisibleLines(WithoutByteOrderMark(text)))
    reader.Read(line);
  return reader.End();
}

}  // namespace commitgate

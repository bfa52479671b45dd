// SPDX-License-Identifier: MIT
#include "validator/engine/ref_pattern.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace commitgate {
namespace {

/// A star or what stands between stars.  A view into the pattern.
struct Piece {
  std::string_view text;

  bool IsStar() const { return text.starts_with('*'); }
  bool Takes(char c) const { return c != '/' || text.size() > 1; }
};

/// Without the piece that `pattern` starts with.
std::string_view Behind(std::string_view pattern) {
  if (!pattern.starts_with('*'))
    return pattern.substr(std::min(pattern.find('*'), pattern.size()));
  return pattern.substr(pattern.starts_with("**") ? 2 : 1);
}

std::vector<Piece> Split(std::string_view pattern) {
  std::vector<Piece> pieces;
  while (!pattern.empty()) {
    const std::string_view rest = Behind(pattern);
    pieces.push_back({pattern.substr(0, pattern.size() - rest.size())});
    pattern = rest;
  }
  return pieces;
}

/// At which offsets of a name some piece, with all behind it, matches the rest.
using Offsets = std::vector<bool>;

/// `behind`: the same for the next piece.
Offsets MatchingOffsets(const Piece& piece, std::string_view ref,
                        const Offsets& behind) {
  const size_t size = piece.text.size();
  Offsets offsets(ref.size() + 1);
  for (size_t at = ref.size() + 1; at-- > 0;) {
    if (piece.IsStar())
      offsets[at] = behind[at] || (at < ref.size() && piece.Takes(ref[at]) &&
                                   offsets[at + 1]);
    else
      offsets[at] = ref.substr(at).starts_with(piece.text) && behind[at + size];
  }
  return offsets;
}

/// For each piece, and for the end behind them.
std::vector<Offsets> AllOffsets(const std::vector<Piece>& pieces,
                                std::string_view ref) {
  std::vector<Offsets> all(pieces.size() + 1);
  all.back() = Offsets(ref.size() + 1);
  all.back().back() = true;
  for (size_t i = pieces.size(); i-- > 0;)
    all[i] = MatchingOffsets(pieces[i], ref, all[i + 1]);
  return all;
}

std::string WhyNoComponent(std::string_view component) {
  constexpr size_t kMaxSize = 255;
  if (component.empty())
    return "it has an empty component";
  if (component.size() > kMaxSize)
    return fmt::format("it has a component of more than {} bytes", kMaxSize);
  if (component.starts_with('.'))
    return "a component of it begins with a dot";
  if (component.ends_with(".lock"))
    return "a component of it ends with '.lock'";
  return "";
}

bool IsRefused(char c) {
  constexpr std::string_view kRefused = " ~^:?[\\\x7f";
  return static_cast<unsigned char>(c) < ' ' ||
         kRefused.find(c) != kRefused.npos;
}

/// git-check-ref-format(1), but for the components.
std::string WhyNoName(std::string_view name) {
  for (const std::string_view refused : {"..", "@{"})
    if (name.find(refused) != name.npos)
      return fmt::format("git accepts no ref with '{}'", refused);
  if (name.ends_with('.'))
    return "git accepts no ref with a dot at the end";
  if (std::ranges::any_of(name, IsRefused))
    return "git accepts no ref with blanks, control characters or one of "
           "'~^:?[\\'";
  return "";
}

}  // namespace

RefPattern::RefPattern(std::string text) : text_(std::move(text)) {}

std::optional<std::vector<std::string_view>> RefPattern::Match(
    std::string_view ref) const {
  const std::vector<Piece> pieces = Split(text_);
  // Most refs are told apart by how they begin.
  if (!pieces.empty() && !pieces[0].IsStar() &&
      !ref.starts_with(pieces[0].text))
    return std::nullopt;
  const std::vector<Offsets> matching = AllOffsets(pieces, ref);
  if (!matching.front().front())
    return std::nullopt;
  std::vector<std::string_view> taken;
  size_t begin = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    size_t end = begin + pieces[i].text.size();
    if (pieces[i].IsStar()) {
      const auto next = matching[i + 1].begin();
      end = std::find(next + begin, matching[i + 1].end(), true) - next;
      taken.push_back(ref.substr(begin, end - begin));
    }
    begin = end;
  }
  return taken;
}

std::string RefPattern::Fill(std::span<const std::string_view> taken) const {
  std::string name;
  for (const Piece& piece : Split(text_)) {
    if (!piece.IsStar()) {
      name += piece.text;
      continue;
    }
    name += taken.front();
    taken = taken.subspan(1);
  }
  return name;
}

size_t RefPattern::Stars() const {
  return std::ranges::count_if(Split(text_), &Piece::IsStar);
}

std::string WhyNoRefPattern(std::string_view text) {
  constexpr std::string_view kRefs = "refs/";
  if (!text.starts_with(kRefs))
    return fmt::format("it does not begin with '{}'", kRefs);
  if (text.find("***") != text.npos)
    return "three stars in a row mean nothing";
  std::string name;
  for (const Piece& piece : Split(text))
    name += piece.IsStar() ? "x" : piece.text;
  for (size_t begin = 0, end = 0; begin <= name.size(); begin = end + 1) {
    end = std::min(name.find('/', begin), name.size());
    std::string why = WhyNoComponent(name.substr(begin, end - begin));
    if (!why.empty())
      return why;
  }
  return WhyNoName(name);
}

}  // namespace commitgate

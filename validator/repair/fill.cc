// SPDX-License-Identifier: MIT
#include "validator/repair/fill.h"

#include <algorithm>
#include <utility>

#include "validator/message/text.h"
#include "validator/repair/paragraph.h"

namespace commitgate {
namespace {

/// Whether a line that starts with `word` would be something else than prose.
bool MeansMoreAtStart(std::string_view word) {
  const char first = word.front();
  if (!IsAlphanumeric(first))
    return std::string_view("#>|$%*+-~=<;!@^&:{}").find(first) !=
               std::string_view::npos ||
           word.starts_with("```");
  return word.ends_with(':') || ItemIndent(std::string(word) + " x") ||
         word == "diff" || word == "From";
}

/// Where the code that starts `line` ends, behind its backtick.
size_t EndOfCode(std::string_view line) {
  const size_t closing = line.find('`', 1);
  return closing == line.npos ? 1 : closing + 1;
}

/// The bytes of the word that starts `line`.
size_t WordSize(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && line[at] != ' ')
    at += line[at] == '`' ? EndOfCode(line.substr(at)) : 1;
  return at;
}

class Filler {
 public:
  Filler(const std::vector<FillWord>& words, const FillForm& form)
      : words_(words), form_(form) {}

  std::optional<TextLines> Run() {
    for (size_t next = 0; next < words_.size(); ++next)
      if (!Place(next))
        return std::nullopt;
    Close(words_.size());
    return std::move(lines_);
  }

 private:
  const std::string& Indent() const {
    return lines_.empty() ? form_.first_indent : form_.next_indent;
  }
  size_t WidthOf(size_t index) const { return Columns(words_[index].text); }

  bool Place(size_t index) {
    const FillWord& word = words_[index];
    if (index == 0) {
      width_ = Columns(Indent()) + WidthOf(index);
      return Fits(word);
    }
    const size_t more = Columns(word.blanks) + WidthOf(index);
    if (width_ + more <= form_.columns) {
      width_ += more;
      return true;
    }
    return Break(index);
  }

  /// Starts a line with the word, or with the nearest one before it that can.
  bool Break(size_t index) {
    size_t start = index;
    while (start > begin_ && MeansMoreAtStart(words_[start].text))
      --start;
    if (start == begin_)
      return false;
    Close(start);
    width_ = Columns(Indent());
    for (size_t i = start; i <= index; ++i)
      width_ += WidthOf(i) + (i > start ? Columns(words_[i].blanks) : 0);
    return width_ <= form_.columns || start == index ? Fits(words_[index])
                                                     : false;
  }

  /// Whether a word that is several is not too wide.
  bool Fits(const FillWord& word) const {
    return width_ <= form_.columns || word.text.find(' ') == word.text.npos;
  }

  void Close(size_t end) {
    std::string line = Indent();
    for (size_t i = begin_; i < end; ++i)
      line += (i > begin_ ? words_[i].blanks : "") + words_[i].text;
    lines_.push_back(std::move(line));
    begin_ = end;
  }

  const std::vector<FillWord>& words_;
  const FillForm& form_;
  TextLines lines_;
  /// The first word of the line that is being filled, and its width so far.
  size_t begin_ = 0;
  size_t width_ = 0;
};

}  // namespace

void AddWords(std::string_view line, std::vector<FillWord>& words) {
  // What ends a line stood before none of its words.
  std::string blanks = words.empty() ? "" : " ";
  line = Trim(line);
  while (!line.empty()) {
    const size_t size = WordSize(line);
    words.push_back({std::string(line.substr(0, size)), std::move(blanks)});
    line.remove_prefix(size);
    blanks = std::string(IndentOf(line), ' ');
    line.remove_prefix(blanks.size());
  }
}

std::optional<TextLines> Fill(const std::vector<FillWord>& words,
                              const FillForm& form) {
  return Filler(words, form).Run();
}

}  // namespace commitgate

// SPDX-License-Identifier: MIT
#include "validator/report/fold.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {

std::string Fold(std::string_view text, size_t width, size_t hanging) {
  const size_t indent = std::min(text.find_first_not_of(' '), text.size());
  std::string folded(text.substr(0, indent));
  text.remove_prefix(indent);
  size_t column = indent;
  for (bool is_first = true; !text.empty(); is_first = false) {
    const std::string_view word = text.substr(0, text.find(' '));
    const size_t columns = Columns(word);
    if (!is_first && column + 1 + columns > width) {
      folded += '\n' + std::string(hanging, ' ');
      column = hanging;
    } else if (!is_first) {
      folded += ' ';
      ++column;
    }
    folded += word;
    column += columns;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return folded;
}

}  // namespace commitgate

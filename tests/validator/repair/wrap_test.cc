// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/repair/repairing.h"

namespace commitgate::testing {
namespace {

/// 72 columns, and 73.
#define FULL \
  "Columns are counted, and no bytes are, for nobody has ever seen any byte"
#define LONG \
  "Columns are counted, and no bytes are, for nobody has ever seen any bytes"

TEST(Wrap, BreaksProse) {
  constexpr RepairCase kCases[] = {
      {"one line", "doc: fix typo\n\n" LONG "\n", "wrap",
       "doc: fix typo\n\n"
       "Columns are counted, and no bytes are, for nobody has ever seen any\n"
       "bytes\n"},
      {"the lines behind it, too",
       "doc: fix typo\n\n" LONG
       "\nand so they do not count in any of the lines that are here and are"
       "\nnot short.\n",
       "wrap",
       "doc: fix typo\n\n"
       "Columns are counted, and no bytes are, for nobody has ever seen any\n"
       "bytes and so they do not count in any of the lines that are here and "
       "are\n"
       "not short.\n"},
      {"no line before it", "doc: fix typo\n\nThis is short.\n" LONG "\n",
       "wrap",
       "doc: fix typo\n\nThis is short.\n"
       "Columns are counted, and no bytes are, for nobody has ever seen any\n"
       "bytes\n"},
      {"up to a line that was meant to end",
       "doc: fix typo\n\n" LONG "\nin his life.\nThey are small.\n", "wrap",
       "doc: fix typo\n\n"
       "Columns are counted, and no bytes are, for nobody has ever seen any\n"
       "bytes in his life.\nThey are small.\n"},
      {"two blanks behind a sentence",
       "doc: fix typo\n\nColumns count.  Bytes do not, for nobody has ever seen"
       " a byte in all his life.\n",
       "wrap",
       "doc: fix typo\n\nColumns count.  Bytes do not, for nobody has ever seen"
       " a byte in all his\nlife.\n"},
      {"wide characters",
       "doc: fix typo\n\n\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       " \u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\n",
       "wrap",
       "doc: fix typo\n\n\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\n\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\n"},
  };
  ExpectRepairs(kCases);
}

TEST(Wrap, KeepsLists) {
  constexpr RepairCase kCases[] = {
      {"a bullet", "doc: fix typo\n\n- " LONG "\n- this too\n", "wrap",
       "doc: fix typo\n\n- Columns are counted, and no bytes are, for nobody "
       "has ever seen any\n  bytes\n- this too\n"},
      {"a number", "doc: fix typo\n\n1. this\n2. " LONG "\n", "wrap",
       "doc: fix typo\n\n1. this\n2. Columns are counted, and no bytes are, for"
       " nobody has ever seen any\n   bytes\n"},
      {"lines that go on",
       "doc: fix typo\n\n* " LONG "\n  of his own.\n* this too\n", "wrap",
       "doc: fix typo\n\n* Columns are counted, and no bytes are, for nobody "
       "has ever seen any\n  bytes of his own.\n* this too\n"},
      {"an indent of another width",
       "doc: fix typo\n\n * " LONG "\n  of his own.\n", "wrap",
       "doc: fix typo\n\n * Columns are counted, and no bytes are, for nobody "
       "has ever seen any\n  bytes of his own.\n"},
  };
  ExpectRepairs(kCases);
}

TEST(Wrap, StartsNoLineWithWhatMeansMore) {
  constexpr RepairCase kCases[] = {
      {"a comment for git",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever seen issue #12.\n",
       "wrap",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever seen\nissue #12.\n"},
      {"an item",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever had anything - one.\n",
       "wrap",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever had\nanything - one.\n"},
      {"metadata",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever seen any Refs: x\n",
       "wrap",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever seen\nany Refs: x\n"},
  };
  ExpectRepairs(kCases);
}

TEST(Wrap, KeepsTogetherWhatIsOne) {
  constexpr RepairCase kCases[] = {
      {"code",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever run `wc -c a b`.\n",
       "wrap",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has"
       " ever run\n`wc -c a b`.\n"},
      {"a URL",
       "doc: fix typo\n\nColumns are counted, see https://example.com/a/long/"
       "path/to/one/page for more about it.\n",
       "wrap",
       "doc: fix typo\n\nColumns are counted, see https://example.com/a/long/"
       "path/to/one/page for\nmore about it.\n"},
  };
  ExpectRepairs(kCases);
}

TEST(Wrap, LeavesWhatIsNoProse) {
  constexpr RepairCase kCases[] = {
      {"a line that fits", "doc: fix typo\n\n" FULL "\n"},
      {"a quote", "doc: fix typo\n\n    " LONG "\n"},
      {"an answer", "doc: fix typo\n\n> " LONG "\n"},
      {"fenced code", "doc: fix typo\n\n```\n" LONG "\n```\n"},
      {"code that is not closed", "doc: fix typo\n\n```\n\n" LONG "\n"},
      {"a command", "doc: fix typo\n\n$ ls\n" LONG "\n"},
      {"what a command said", "doc: fix typo\n\n  x\n" LONG "\n"},
      {"a table", "doc: fix typo\n\n| a | b |\n" LONG "\n"},
      {"columns", "doc: fix typo\n\na    b\n" LONG "\n"},
      {"a heading", "doc: fix typo\n\n" LONG "\n------\n"},
      {"a statement", "doc: fix typo\n\nint x;\n" LONG "\n"},
      {"a URL alone",
       "doc: fix typo\n\nhttps://example.com/a/very/long/path/to/a/page/that/"
       "has/more/than/72/columns\n"},
      {"a trailer", "doc: fix typo\n\nReported-by: " LONG " " LONG "\n"},
      {"a title", LONG "\n"},
      {"a second line of the title", "doc: fix typo\n" LONG "\n\nx\n",
       "blank-line wrap",
       "doc: fix typo\n\n"
       "Columns are counted, and no bytes are, for nobody has ever seen any\n"
       "bytes\n\nx\n"},
  };
  ExpectRepairs(kCases);
}

TEST(Wrap, LeavesWhatIsUnclear) {
  constexpr RepairCase kCases[] = {
      {"a statement a line, perhaps",
       "doc: fix typo\n\n" LONG "\nThey are small and a program alone sees them"
       " at all\n"},
      {"a word that was broken",
       "doc: fix typo\n\nColumns are counted, and no bytes are, for nobody has "
       "ever seen an in-\nteresting byte\n"},
      {"a word that fits on no line",
       "doc: fix typo\n\na \u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587\u6587"
       "\u6587\u6587\u6587 b\n"},
      {"code that does not fit",
       "doc: fix typo\n\nSee `a b c d e f g h i j k l m n o p q r s t u v w x "
       "y z a b c d e f g h i j k`\n"},
  };
  ExpectRepairs(kCases);
}

#undef FULL
#undef LONG

}  // namespace
}  // namespace commitgate::testing

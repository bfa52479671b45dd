// SPDX-License-Identifier: MIT
#include "validator/people/authors.h"

namespace commitgate {
namespace {

void AddKnown(const Mailbox& mailbox, PersonSet& authors) {
  if (!mailbox.email.empty())
    authors.Add(mailbox);
}

}  // namespace

PersonSet AuthorsOf(const Commit& commit, const People& people) {
  PersonSet authors(people);
  if (commit.author)
    AddKnown({commit.author->name, commit.author->email}, authors);
  for (const Trailer* trailer : commit.message.Metadata("Co-authored-by"))
    AddKnown(ParseMailbox(trailer->value).mailbox, authors);
  return authors;
}

}  // namespace commitgate

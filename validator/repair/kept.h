// SPDX-License-Identifier: MIT
#pragma once

#include "validator/message/message.h"

namespace commitgate {

// What two messages have in common: for RepairStep::keeps.

/// The same words in the same order; words end at blanks and at line ends.
bool KeepsWords(const Message& before, const Message& after);

/// The same words, and the same metadata in and outside of the block.
bool KeepsWordsAndMetadata(const Message& before, const Message& after);

/// The same words in any order.
bool KeepsSetOfWords(const Message& before, const Message& after);

/// The same lines but for the title, in which blanks came and went.
bool KeepsCharacters(const Message& before, const Message& after);

/// The same but for the case of ASCII letters in the title.
bool KeepsLetters(const Message& before, const Message& after);

/// The same but for one full stop less in the title.
bool KeepsAllButFullStop(const Message& before, const Message& after);

/// The same but for the subsystems in front of the title's text.
bool KeepsAllButSubsystems(const Message& before, const Message& after);

/// The same but for what stands before the colon of some lines of the body.
bool KeepsAllButKeys(const Message& before, const Message& after);

/// The same but for what stands behind the colon of some lines of the body.
bool KeepsAllButValues(const Message& before, const Message& after);

}  // namespace commitgate

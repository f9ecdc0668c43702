package dev.nightshift.collab.queue;

import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.Decision;

/** Who posts a message; admins see the card of every agent, and may talk to it. */
@Decision
record Speaker(Author author, boolean admin) {}

/** The audit log: every security-relevant act, with who, what, when and from where. */
@NullMarked
package dev.nightshift.agentapi.audit;

import org.jspecify.annotations.NullMarked;

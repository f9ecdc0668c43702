/** People with an account, and the first of them. */
@NullMarked
package dev.nightshift.agentapi.member;

import org.jspecify.annotations.NullMarked;

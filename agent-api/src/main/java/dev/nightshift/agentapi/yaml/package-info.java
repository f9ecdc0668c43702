/** Agents as documents: JSON, and YAML that can be kept in Git. */
@NullMarked
package dev.nightshift.agentapi.yaml;

import org.jspecify.annotations.NullMarked;

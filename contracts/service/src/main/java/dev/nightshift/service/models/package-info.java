/** The models that the installation names. */
@NullMarked
package dev.nightshift.service.models;

import org.jspecify.annotations.NullMarked;

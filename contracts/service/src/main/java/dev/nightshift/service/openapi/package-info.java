/** What the OpenAPI documents of all services say in the same way: problems, pages, repeats and how one signs in. */
@NullMarked
package dev.nightshift.service.openapi;

import org.jspecify.annotations.NullMarked;

package dev.nightshift.search.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.Json;
import dev.nightshift.service.json.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Handbook", "Übersicht 日本語", "a.b-c_d (2)"})
    void aNameOfAnyScriptIsKept(String name) {
        Fields fields = fields(name);

        assertEquals(name, SourceName.read(fields));
        assertTrue(fields.isValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0007b", "a\u202Eb", "a\u200Bb", "a\u00A0b", "\uFEFFa"})
    void whatCannotBeSeenIsFaulted(String name) {
        Fields fields = fields(name);

        SourceName.read(fields);

        assertFalse(fields.isValid());
    }

    @Test
    void spaceAroundItIsNoPartOfIt() {
        assertEquals("Handbook", SourceName.read(fields(" Handbook ")));
    }

    private static Fields fields(String name) {
        return Fields.of(Json.mapper().createObjectNode().put("name", name));
    }
}

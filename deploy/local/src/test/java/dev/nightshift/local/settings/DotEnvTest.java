package dev.nightshift.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    @Test
    void linesAreNamesAndValues() throws Exception {
        Map<String, String> values = DotEnv.parse(List.of(
                "# a remark", "", "A=1", "export B = two words ", "C=\"quoted = yes\"", "D='#'", "E=", "F=it's"));

        assertEquals(Map.of("A", "1", "B", "two words", "C", "quoted = yes", "D", "#", "E", "", "F", "it's"), values);
    }

    @Test
    void anotherLineIsNamedByItsNumber() {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> DotEnv.parse(List.of("A=1", "what is this")));

        assertEquals(".env line 2 is not NAME=value", wrong.getMessage());
    }
}

package dev.nightshift.local.settings;

import java.util.Map;
import java.util.Optional;

/** Variables, read as what they must be. */
final class Values {
    private final Map<String, String> variables;

    Values(Map<String, String> variables) {
        this.variables = variables;
    }

    Map<String, String> all() {
        return variables;
    }

    Optional<String> find(String name) throws WrongSetting {
        String value = variables.get(name);
        if (value != null && value.isBlank()) {
            throw new WrongSetting(name, "is set but empty");
        }
        return Optional.ofNullable(value);
    }

    String text(String name, String otherwise) throws WrongSetting {
        return find(name).orElse(otherwise);
    }

    int port(String name, int otherwise) throws WrongSetting {
        return whole(name, otherwise, 1, 65_535);
    }

    /** A whole number from {@code least} to {@code most}. */
    int whole(String name, int otherwise, int least, int most) throws WrongSetting {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number out of range.
        }
        throw new WrongSetting(
                name, "must be a whole number from " + least + " to " + most + ", but is \"" + value.get() + "\"");
    }

    void yesOrNo(String name) throws WrongSetting {
        Optional<String> value = find(name);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            throw new WrongSetting(name, "must be true or false, but is \"" + value.get() + "\"");
        }
    }
}

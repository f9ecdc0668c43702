package dev.nightshift.contracts;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record must have: every component that is not {@link Nullable}, in nested records of this package too. */
final class RequiredParts {
    private RequiredParts() {}

    /** The name of the first component that should be there and is not. */
    static @Nullable String missing(Object part) {
        if (part instanceof List<?> list) {
            return list.stream()
                    .map(RequiredParts::missing)
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(null);
        }
        if (!part.getClass().isRecord() || part.getClass().getPackage() != RequiredParts.class.getPackage()) {
            return null;
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = read(component, part);
            if (value == null && component.getAnnotatedType().getAnnotation(Nullable.class) == null) {
                return component.getName();
            }
            String inside = value == null ? null : missing(value);
            if (inside != null) {
                return component.getName() + "." + inside;
            }
        }
        return null;
    }

    private static @Nullable Object read(RecordComponent component, Object part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor failed: " + component, e);
        }
    }
}

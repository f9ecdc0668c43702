package dev.nightshift.service.listing;

import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A 400 that names every parameter which the call does not take, or takes once only. */
public class RefuseOtherParameters {

    @ServerRequestFilter
    @OnlyKnownParameters
    public void refuse(ResourceInfo resource, UriInfo uri) {
        Set<String> known = Arrays.stream(resource.getResourceMethod().getParameters())
                .flatMap(RefuseOtherParameters::names)
                .collect(Collectors.toCollection(TreeSet::new));
        List<FieldError> faults = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                faults.add(new FieldError(
                        name,
                        "is not a parameter of this call; "
                                + (known.isEmpty() ? "it takes none" : "known are " + String.join(", ", known))));
            } else if (values.size() > 1) {
                faults.add(new FieldError(name, "is there " + values.size() + " times; it is sent once"));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** Of a bean, the names of all that it holds. */
    private static Stream<String> names(Parameter parameter) {
        Stream<? extends AnnotatedElement> holders = parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
        return holders.map(holder -> holder.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }
}

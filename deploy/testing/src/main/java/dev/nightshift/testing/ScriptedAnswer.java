package dev.nightshift.testing;

import java.util.List;

/** What the {@link ScriptedModel} says to one request. */
public sealed interface ScriptedAnswer {

    /** Text, calls of tools, or both; and the tokens it is said to have cost. */
    record Says(String text, List<Call> calls, int inputTokens, int outputTokens) implements ScriptedAnswer {
        public Says {
            calls = List.copyOf(calls);
        }

        /** The same, at another cost. */
        public Says costing(int input, int output) {
            return new Says(text, calls, input, output);
        }
    }

    /** An error of the provider, such as 429 or 500. */
    record Fails(int status, String message) implements ScriptedAnswer {}

    /** The connection ends in the middle of the answer. */
    record Breaks(String text) implements ScriptedAnswer {}

    /** One call of a tool. {@code arguments} is sent as it is, also where it is no JSON. */
    record Call(String id, String tool, String arguments) {}

    static Says text(String text) {
        return new Says(text, List.of(), 11, 7);
    }

    /** One call; its id follows from tool and arguments. */
    static Says call(String tool, String arguments) {
        return calls(new Call("call_" + Integer.toHexString((tool + arguments).hashCode()), tool, arguments));
    }

    static Says calls(Call... calls) {
        return new Says("", List.of(calls), 13, 5);
    }
}

package dev.nightshift.runner.openai;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.nightshift.contracts.Decision;
import dev.nightshift.runner.text.BoundedText;

/** Why a model did not answer: whether it may the next time, and what a person can do. */
@Decision
final class OpenAiFault {
    private static final int DETAIL = 300;

    private OpenAiFault() {}

    static boolean isPassing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof HttpException http) {
                int status = http.statusCode();
                return status == 408 || status == 429 || status >= 500;
            }
            if (t instanceof NonRetriableException) {
                return false;
            }
        }
        return true;
    }

    static String advice(String model, Throwable failure) {
        String setting =
                "NIGHTSHIFT_MODELS_" + model.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        String what = "The model \"" + model + "\" ";
        String said = " It said: " + BoundedText.line(DETAIL, BoundedText.clean(String.valueOf(failure.getMessage())));
        if (failure instanceof AuthenticationException) {
            return what + "refuses the key. Set " + setting + "_API_KEY to one that is valid." + said;
        }
        if (failure instanceof ModelNotFoundException) {
            return what + "does not exist where it was looked for. Check " + setting + "_MODEL and " + setting
                    + "_BASE_URL." + said;
        }
        if (failure instanceof RateLimitException) {
            return what + "takes no more requests now. Run the agent less often, or raise the limit with the"
                    + " provider." + said;
        }
        return isPassing(failure)
                ? what + "could not be reached, tried several times. Check " + setting
                        + "_BASE_URL and that the server is up." + said
                : what + "refuses the request. Check the agent's instructions and " + setting + "_MODEL." + said;
    }
}

package dev.nightshift.agentapi.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body whose length is not announced: it breaks off as soon as it is longer than allowed. */
final class LimitedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long largest;
    private @Nullable Handler<Throwable> broken;
    private long length;

    /** {@code largest}: in bytes. */
    LimitedBody(ReadStream<Buffer> source, long largest) {
        this.source = source;
        this.largest = largest;
    }

    boolean isTooLarge() {
        return length > largest;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : bytes -> take(bytes, handler));
        return this;
    }

    private void take(Buffer bytes, Handler<Buffer> handler) {
        length += bytes.length();
        if (!isTooLarge()) {
            handler.handle(bytes);
        } else if (broken != null) {
            broken.handle(new IllegalStateException("the body has more than " + largest + " bytes"));
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        broken = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}

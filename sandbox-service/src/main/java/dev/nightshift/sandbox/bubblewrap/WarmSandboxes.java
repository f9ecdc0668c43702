package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.sandbox.isolation.Sandbox;
import dev.nightshift.sandbox.isolation.SandboxUnavailableException;
import dev.nightshift.sandbox.isolation.Sandboxes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Keeps some empty sandboxes ready, so that a run does not wait for one to be made. */
final class WarmSandboxes implements Sandboxes {
    private static final Logger LOG = Logger.getLogger(WarmSandboxes.class);

    private final Sandboxes cold;
    private final int size;
    private final BlockingQueue<Sandbox> ready = new LinkedBlockingQueue<>();
    private final Semaphore filling = new Semaphore(1);
    private volatile boolean closed;

    WarmSandboxes(Sandboxes cold, int size) {
        this.cold = cold;
        this.size = size;
    }

    @Override
    public Sandbox open() {
        Sandbox taken = ready.poll();
        while (taken != null && !taken.isAlive()) {
            taken.close();
            taken = ready.poll();
        }
        fillLater();
        return taken == null ? cold.open() : taken;
    }

    @Override
    public Enforcement enforcement() {
        Enforcement enforcement = cold.enforcement();
        fillLater();
        return enforcement;
    }

    private void fillLater() {
        Thread.ofVirtual().name("sandbox-warm").start(this::fill);
    }

    private void fill() {
        if (!filling.tryAcquire()) {
            return;
        }
        try {
            while (!closed && ready.size() < size) {
                ready.add(cold.open());
            }
        } catch (SandboxUnavailableException e) {
            LOG.warnf("no sandbox in reserve reason=%s", e.getMessage());
        } finally {
            filling.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        filling.acquireUninterruptibly();
        cold.close();
    }
}

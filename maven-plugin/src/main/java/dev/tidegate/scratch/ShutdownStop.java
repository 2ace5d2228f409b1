package dev.tidegate.scratch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Something that is stopped once: when it is asked to, or when this program ends before that. */
final class ShutdownStop {
  private final Runnable stop;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread atShutdown = new Thread(this::stopOnce, "tidegate-scratch-stop");

  ShutdownStop(Runnable stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  void stopNow() {
    try {
      stopOnce();
    } finally {
      forget();
    }
  }

  private void stopOnce() {
    if (!stopped.getAndSet(true)) {
      stop.run();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // This program is ending already, and the thread finds nothing left to do.
    }
  }
}

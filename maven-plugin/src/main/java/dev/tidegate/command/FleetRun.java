package dev.tidegate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Works through many targets: the canaries alone, one after the other, then some of the others at a
 * time. Where one failed, nothing new is started, what is at work comes to its end.
 *
 * @param <E> what is known of a target afterwards
 */
final class FleetRun<E> {

  /** What is done with each target. Never throws what belongs to one target alone. */
  interface Work<E> {
    E at(FleetTarget target, boolean canary);

    boolean failed(E entry);

    E notStarted(FleetTarget target);
  }

  private final FleetRequest.Rollout rollout;
  private final Work<E> work;
  private final AtomicBoolean stopped = new AtomicBoolean();

  FleetRun(FleetRequest.Rollout rollout, Work<E> work) {
    this.rollout = rollout;
    this.work = work;
  }

  /**
   * What is known of each target, in their order.
   *
   * @param canaries those of the targets that come first; when one of them fails, no other starts
   *     in any case
   */
  List<E> over(List<FleetTarget> targets, List<FleetTarget> canaries) {
    var entries = new ArrayList<Future<E>>();
    var canary = Executors.newSingleThreadExecutor();
    var others = Executors.newFixedThreadPool(rollout.jobs());
    try {
      var first = canaries.stream().map(it -> canary.submit(() -> one(it, true))).toList();
      first.forEach(FleetRun::joined);
      for (var target : targets) {
        var at = canaries.indexOf(target);
        entries.add(at >= 0 ? first.get(at) : others.submit(() -> one(target, false)));
      }
      return entries.stream().map(FleetRun::joined).toList();
    } finally {
      canary.shutdownNow();
      others.shutdownNow();
    }
  }

  private E one(FleetTarget target, boolean canary) {
    if (stopped.get()) {
      return work.notStarted(target);
    }
    var entry = work.at(target, canary);
    if (work.failed(entry) && (canary || !rollout.goOn())) {
      stopped.set(true);
    }
    return entry;
  }

  private static <T> T joined(Future<T> entry) {
    try {
      return entry.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while targets were worked on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

// Waiting between tries, cut short when the network is back or the person asks.
import { nextStep } from "../contract/trouble";

export class Patience {
  private wakeUp: (() => void) | null = null;

  /** Ends a pause now. */
  wake(): void {
    this.wakeUp?.();
  }

  pause(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

export interface Attempt<T> {
  task: () => Promise<T>;
  /** A new session, after the old one ran out. */
  renew: () => Promise<unknown>;
  /** Told of each trouble before the pause that follows it. */
  trouble: (trouble: unknown) => void;
}

/** Does a task until it succeeds or nothing more can be done; then throws the last trouble. */
export async function keepTrying<T>(patience: Patience, attempt: Attempt<T>): Promise<T> {
  let renewing = false;
  for (let tries = 0; ; tries++) {
    try {
      if (renewing) await attempt.renew();
      renewing = false;
      return await attempt.task();
    } catch (trouble) {
      const step = nextStep(trouble, tries);
      if (step.kind === "stop") throw trouble;
      if (step.kind === "renew") renewing = true;
      else {
        attempt.trouble(trouble);
        await patience.pause(step.seconds);
      }
    }
  }
}

// The ways a call can go wrong, and what each asks for.

/** No answer at all: offline, blocked, or too slow. */
export class NoConnection extends Error {}

/** The server answered that it will not do this. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** A sentence for people, or empty. */
    readonly sentence: string,
    readonly retryAfter: number | null,
  ) {
    super(code);
  }
}

export type Step = { kind: "wait"; seconds: number } | { kind: "renew" } | { kind: "stop" };

const LONGEST_PAUSE = 30;
const TRIES_WHEN_REFUSED = 4;

/** What to do after trouble number `tries` (from 0) with the same call. */
export function nextStep(trouble: unknown, tries: number): Step {
  if (trouble instanceof NoConnection) return { kind: "wait", seconds: backoff(tries) };
  if (!(trouble instanceof Refusal) || tries >= TRIES_WHEN_REFUSED) return { kind: "stop" };
  if (trouble.code === "session_expired" || trouble.code === "bad_token") return { kind: "renew" };
  if (trouble.code === "too_many") return { kind: "wait", seconds: trouble.retryAfter ?? 10 };
  if (trouble.code === "failed" && tries < 2) return { kind: "wait", seconds: backoff(tries) };
  return { kind: "stop" };
}

/** 1, 2, 4 … 30 seconds, spread a little so that many devices do not come back at once. */
function backoff(tries: number): number {
  return Math.min(2 ** tries, LONGEST_PAUSE) * (0.8 + Math.random() * 0.4);
}

/** Saved after a pause of this long; and at least this often while somebody goes on writing. */
const pauseMs = 800;
const atLeastEveryMs = 5_000;

/** Decides when what is being written is stored. */
export interface SaveClock {
  /** Something was changed at this moment; answers in how many milliseconds it is to be stored unless more changes. */
  readonly changed: (nowMs: number) => number;
  /** What was written until now is stored, or on its way. */
  readonly saved: () => void;
}

/** Counts from the first change that is not stored, so that the very first save waits no longer than any other. */
export function createSaveClock(): SaveClock {
  let unsavedSinceMs: number | null = null;
  return {
    changed(nowMs) {
      unsavedSinceMs ??= nowMs;
      return Math.max(0, Math.min(pauseMs, unsavedSinceMs + atLeastEveryMs - nowMs));
    },
    saved() {
      unsavedSinceMs = null;
    },
  };
}

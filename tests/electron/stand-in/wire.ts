import type { FromMain, ToMain } from './messages.ts';

/** Says something to the test that started this process. */
export function tellTest(message: FromMain): void {
  process.send?.(message);
}

/** Calls `listener` for everything that the test says. */
export function onTest(listener: (message: ToMain) => void): void {
  // Both ends are this folder's own code, compiled against the same type.
  process.on('message', (message) => listener(message as ToMain));
}

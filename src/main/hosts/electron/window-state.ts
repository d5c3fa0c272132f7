import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
const stateSchema = z.object({ bounds: boundsSchema, isMaximized: z.boolean() });

/** A rectangle of the desktop, in its own pixels. */
export type Bounds = z.infer<typeof boundsSchema>;
export type WindowState = z.infer<typeof stateSchema>;

/** The smallest window in which the pages are laid out well. */
export const smallestWindow = { width: 900, height: 600 } as const;
const usualWindow = { width: 1440, height: 900 } as const;

/** As much of a window must be on a screen that its title can be taken hold of. */
const graspable = { width: 120, height: 40 } as const;

/** Where the window was when it was closed last; null when that is not known. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return state.success ? state.data : null;
  } catch {
    // The first start, or a file that somebody else wrote.
    return null;
  }
}

/** Keeps where the window is; a folder that cannot be written to is no reason to stop anybody from closing it. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // It opens in the middle of the screen the next time.
  }
}

/**
 * Where to open the window: where it was, if it can still be taken hold of on one of the `screens` (their work areas),
 * else in the middle, as large as the first screen allows. Never smaller than the pages need.
 */
export function placeWindow(former: WindowState | null, screens: readonly Bounds[]): Partial<Bounds> {
  const [first] = screens;
  if (former && screens.some((screen) => isWithin(former.bounds, screen))) {
    const { x, y, width, height } = former.bounds;
    return { x, y, width: Math.max(width, smallestWindow.width), height: Math.max(height, smallestWindow.height) };
  }
  return {
    width: Math.max(smallestWindow.width, Math.min(usualWindow.width, first?.width ?? usualWindow.width)),
    height: Math.max(smallestWindow.height, Math.min(usualWindow.height, first?.height ?? usualWindow.height)),
  };
}

function isWithin(window: Bounds, screen: Bounds): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const isTitleOnScreen = window.y >= screen.y && window.y + graspable.height <= screen.y + screen.height;
  return width >= graspable.width && isTitleOnScreen;
}

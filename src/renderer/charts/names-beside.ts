/** A circle whose name stands beside all of them; in pixels. */
interface Circle {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The circle around all, and the room that names have. */
export interface Surroundings {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The height of a line of text. */
  readonly linePx: number;
}

/** Where a name stands, and where its line meets the circle that it names. */
export interface NameBeside {
  readonly id: string;
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly end: { readonly x: number; readonly y: number };
}

/** Free between the circle around all and the names. */
const gapPx = 14;

/**
 * Places names in two columns left and right of the circle around all, each as near to its circle as the others allow:
 * none lies on another, none above or below the circle around all. `circles` come the most important first: those that no
 * line is left for have no name.
 */
export function namesBeside(circles: readonly Circle[], around: Surroundings): readonly NameBeside[] {
  const lines = Math.floor((2 * around.radius) / around.linePx);
  const named = circles.slice(0, 2 * lines).toSorted((one, other) => one.x - other.x);
  const half = Math.ceil(named.length / 2);
  return [...columnOf(named.slice(0, half), 'left', around), ...columnOf(named.slice(half), 'right', around)];
}

function columnOf(circles: readonly Circle[], side: NameBeside['side'], around: Surroundings): NameBeside[] {
  const { x, y, radius, linePx } = around;
  const sorted = circles.toSorted((one, other) => one.y - other.y);
  const nameX = side === 'left' ? x - radius - gapPx : x + radius + gapPx;
  const heights = spread(
    sorted.map((circle) => circle.y),
    { step: linePx, least: y - radius + linePx / 2, most: y + radius - linePx / 2 },
  );
  return sorted.map((circle, index) => {
    const nameY = heights[index] ?? circle.y;
    return { id: circle.id, side, x: nameX, y: nameY, end: edgeOf(circle, nameX, nameY) };
  });
}

/** Moves rising values as little as keeps them a step apart and between two bounds. */
function spread(
  values: readonly number[],
  { step, least, most }: { readonly step: number; readonly least: number; readonly most: number },
): readonly number[] {
  const down: number[] = [];
  for (const value of values) down.push(Math.max(value, (down.at(-1) ?? least - step) + step));
  const up: number[] = [];
  for (const value of down.toReversed()) up.push(Math.min(value, (up.at(-1) ?? most + step) - step));
  return up.reverse();
}

/** The point of a circle that lies towards another point. */
function edgeOf({ x, y, radius }: Circle, toX: number, toY: number): { readonly x: number; readonly y: number } {
  const distance = Math.hypot(toX - x, toY - y) || 1;
  const part = Math.min(1, radius / distance);
  return { x: x + (toX - x) * part, y: y + (toY - y) * part };
}

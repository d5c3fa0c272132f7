import { evenTicks, inks, line, write, type Brush } from './brush';
import type { Picture } from './picture';

type Slopes = Extract<Picture, { readonly kind: 'slopes' }>;
type Points = Extract<Picture, { readonly kind: 'points' }>;

/** A line for each thing from its former place to its present one; its move stands beside its name. */
export function paintSlopes({ slopes, nowName, beforeName }: Slopes, brush: Brush): void {
  const { context, width, height } = brush;
  const [left, right, top, bottom] = [width * 0.36, width * 0.64, 52, height - 20];
  const last = Math.max(2, ...slopes.flatMap(({ before, now }) => [before ?? 1, now ?? 1]));
  const y = (place: number): number => top + ((bottom - top) * (place - 1)) / (last - 1);
  write(brush, beforeName, left, 18, { align: 'center', isStrong: true });
  write(brush, nowName, right, 18, { align: 'center', isStrong: true });
  for (const { label, before, now } of slopes) {
    const color =
      before === null || now === null || before === now ? inks.before : now < before ? inks.now : inks.stressed;
    if (before !== null && now !== null)
      line(
        brush,
        [
          [left, y(before)],
          [right, y(now)],
        ],
        { color, width: 2 },
      );
    for (const [place, x] of [
      [before, left],
      [now, right],
    ] as const) {
      if (place === null) continue;
      context.fillStyle = color;
      context.beginPath();
      context.arc(x, y(place), 5, 0, 2 * Math.PI);
      context.fill();
    }
    if (before !== null)
      write(brush, `${shortened(label)}  ${before}`, left - 14, y(before), { align: 'right', most: left - 20 });
    if (now !== null)
      write(brush, `${now}  ${shortened(label)}  ${moveOf(before, now)}`, right + 14, y(now), {
        most: width - right - 20,
      });
  }
}

/** As long as stands beside a line, its place included. */
const labelLength = 34;

function shortened(label: string): string {
  return label.length <= labelLength ? label : `${label.slice(0, labelLength - 1).trimEnd()}…`;
}

/** ▲ gained places, ▼ lost some, = kept its own, ● was not there. */
function moveOf(before: number | null, now: number): string {
  if (before === null) return '●';
  if (before === now) return '=';
  return now < before ? `▲${before - now}` : `▼${now - before}`;
}

/** Points on a plane parted in four: across in multiples, upwards evenly. Those to look at are diamonds. */
export function paintPoints(picture: Points, brush: Brush): void {
  const { points, middle, corners, xName, yName, formatX, formatY, ticks } = picture;
  const { context, width, height } = brush;
  const [left, right, top, bottom] = [68, width - 16, 32, height - 70];
  const across = [...points.map(({ x }) => x), middle.x].map(Math.log);
  const [least, most] = [Math.min(...across) - 0.2, Math.max(...across) + 0.2];
  const highest = Math.max(middle.y * 2, ...points.map(({ y }) => y)) * 1.05 || 1;
  const xOf = (value: number): number => left + ((right - left) * (Math.log(value) - least)) / (most - least);
  const yOf = (value: number): number => bottom - ((bottom - top) * value) / highest;
  for (const tick of evenTicks(highest)) {
    line(
      brush,
      [
        [left, yOf(tick)],
        [right, yOf(tick)],
      ],
      { color: inks.line },
    );
    write(brush, formatY(tick), left - 8, yOf(tick), { align: 'right', color: inks.quiet, size: 12 });
  }
  for (const tick of ticks)
    write(brush, formatX(tick), xOf(tick), bottom + 16, { align: 'center', color: inks.quiet, size: 12 });
  for (const { x, y, isStressed } of points) {
    context.fillStyle = isStressed ? inks.stressed : inks.now;
    context.globalAlpha = isStressed ? 0.85 : 0.55;
    context.beginPath();
    if (isStressed) {
      for (const [dx, dy] of [
        [0, -7],
        [7, 0],
        [0, 7],
        [-7, 0],
      ] as const)
        context.lineTo(xOf(x) + dx, yOf(y) + dy);
    } else context.arc(xOf(x), yOf(y), 5, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  const dashes = [4, 4];
  line(
    brush,
    [
      [xOf(middle.x), top],
      [xOf(middle.x), bottom],
    ],
    { color: inks.quiet, dashes },
  );
  line(
    brush,
    [
      [left, yOf(middle.y)],
      [right, yOf(middle.y)],
    ],
    { color: inks.quiet, dashes },
  );
  // Beside the plane: within it they would cover points.
  const [above, below] = [top - 18, bottom + 38];
  const strong = { size: 12, isStrong: true, color: inks.quiet } as const;
  write(brush, corners[0], left, above, strong);
  write(brush, corners[1], right, above, { ...strong, align: 'right' });
  write(brush, corners[2], left, below, strong);
  write(brush, corners[3], right, below, { ...strong, align: 'right' });
  write(brush, xName, (left + right) / 2, bottom + 56, { align: 'center', color: inks.quiet });
  context.save();
  context.translate(14, (top + bottom) / 2);
  context.rotate(-Math.PI / 2);
  write(brush, yName, 0, 0, { align: 'center', color: inks.quiet });
  context.restore();
}

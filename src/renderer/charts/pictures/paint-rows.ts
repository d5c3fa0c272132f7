import { evenTicks, inks, line, write, type Brush } from './brush';
import type { Picture } from './picture';

type Bars = Extract<Picture, { readonly kind: 'bars' }>;
type Curves = Extract<Picture, { readonly kind: 'curves' }>;

/** Lying bars, each with its name before and its figure behind, and a mark where it stood the year before. */
export function paintBars({ bars }: Bars, brush: Brush): void {
  const { context, width } = brush;
  const [left, right] = [340, width - 130];
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before ?? 0]));
  const at = (value: number): number => left + ((right - left) * value) / most;
  bars.forEach(({ label, now, before, figure }, index) => {
    const y = 19 + index * 26;
    write(brush, label, left - 12, y, { align: 'right', most: left - 20 });
    context.fillStyle = inks.line;
    context.fillRect(left, y - 7, right - left, 14);
    context.fillStyle = inks.now;
    context.fillRect(left, y - 7, at(now) - left, 14);
    if (before !== null && before > 0) {
      context.fillStyle = inks.text;
      context.fillRect(at(before) - 1, y - 10, 2, 20);
    }
    write(brush, figure, right + 10, y, { isStrong: true, most: width - right - 10 });
  });
}

/** Two curves over the same weeks: this year's in full, the one before as dashes. */
export function paintCurves(picture: Curves, brush: Brush): void {
  const { points, marks, nowName, beforeName, formatValue } = picture;
  const { width, height } = brush;
  const [left, right, top, bottom] = [56, width - 16, 40, height - 32];
  const most = Math.max(1, ...points.flatMap(({ now, before }) => [now, before]));
  const x = (at: number): number => left + ((right - left) * at) / Math.max(1, points.length - 1);
  const y = (value: number): number => bottom - ((bottom - top) * value) / most;
  for (const tick of evenTicks(most).filter(Number.isInteger)) {
    line(
      brush,
      [
        [left, y(tick)],
        [right, y(tick)],
      ],
      { color: inks.line },
    );
    write(brush, formatValue(tick), left - 8, y(tick), { align: 'right', color: inks.quiet, size: 12 });
  }
  for (const { at, label } of marks) write(brush, label, x(at), bottom + 18, { color: inks.quiet, size: 12 });
  const dashes = [5, 5];
  line(
    brush,
    points.map(({ before }, at) => [x(at), y(before)] as const),
    { color: inks.before, width: 2, dashes },
  );
  line(
    brush,
    points.map(({ now }, at) => [x(at), y(now)] as const),
    { color: inks.now, width: 2.5 },
  );
  line(
    brush,
    [
      [left, 14],
      [left + 28, 14],
    ],
    { color: inks.now, width: 2.5 },
  );
  write(brush, nowName, left + 36, 14);
  line(
    brush,
    [
      [left + 150, 14],
      [left + 178, 14],
    ],
    { color: inks.before, width: 2, dashes },
  );
  write(brush, beforeName, left + 186, 14);
}

/** What a picture is painted with; a dot of the paper is one unit. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
}

/** On paper: light, and apart from each other in grey as well. */
export const inks = {
  text: '#1b1f27',
  quiet: '#555d6b',
  line: '#d5dae2',
  now: '#0b5563',
  before: '#7b8494',
  stressed: '#d55e00',
  paper: '#ffffff',
} as const;

interface TextStyle {
  readonly color?: string;
  readonly size?: number;
  readonly isStrong?: boolean;
  readonly align?: CanvasTextAlign;
  /** Longer text is cut. */
  readonly most?: number;
}

/** Writes a line of text with its middle at this height. */
export function write({ context }: Brush, text: string, x: number, y: number, style: TextStyle = {}): void {
  const { color = inks.text, size = 13, isStrong = false, align = 'left', most = Infinity } = style;
  context.font = `${isStrong ? 600 : 400} ${size}px "Inter Variable", system-ui, sans-serif`;
  context.fillStyle = color;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(fitted(context, text, most), x, y);
}

function fitted(context: CanvasRenderingContext2D, text: string, most: number): string {
  if (context.measureText(text).width <= most) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > most) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

interface LineStyle {
  readonly color: string;
  readonly width?: number;
  readonly dashes?: readonly number[];
}

/** Draws a line through places. */
export function line({ context }: Brush, places: readonly (readonly [x: number, y: number])[], style: LineStyle): void {
  context.strokeStyle = style.color;
  context.lineWidth = style.width ?? 1;
  context.setLineDash([...(style.dashes ?? [])]);
  context.lineJoin = 'round';
  context.beginPath();
  places.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
  context.setLineDash([]);
}

/** A few round values from 0 up to `most`, at even distances. */
export function evenTicks(most: number): readonly number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

export type Corner = 'upperLeft' | 'upperRight' | 'lowerLeft' | 'lowerRight';

/** What each corner of a plane means. */
export type CornerWords = Readonly<Record<Corner, string>>;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The corner that a point lies in; what lies on a line belongs below and to the left of it. */
export function cornerOf({ x, y }: Place, middle: Place): Corner {
  if (y > middle.y) return x <= middle.x ? 'upperLeft' : 'upperRight';
  return x <= middle.x ? 'lowerLeft' : 'lowerRight';
}

/** 1, 2 and 5 of each power of ten between two values above 0, both included. */
export function logTicks(least: number, most: number): number[] {
  const powers = Array.from({ length: 10 }, (_, power) => 10 ** power);
  return powers.flatMap((power) => [power, 2 * power, 5 * power]).filter((tick) => tick >= least && tick <= most);
}

interface CornerNamesProps {
  /** Where the lines cross, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly words: CornerWords;
  readonly text: { readonly fill: string; readonly fontFamily: string };
}

/** Above the plane and below its figures: room for the names of the corners, in pixels from its edges. */
const cornerRoom = { above: 12, below: 40 } as const;

/** The two lines that part a plane, and beside it what each corner means: within it the names would cover points. */
export function CornerNames({ x, y, innerWidth, innerHeight, words, text }: CornerNamesProps) {
  const style = { ...text, fontSize: 12, fontWeight: 600 } as const;
  const end = { ...style, textAnchor: 'end' } as const;
  return (
    <g>
      <line x1={x} x2={x} y1={0} y2={innerHeight} stroke={text.fill} strokeDasharray="4 4" />
      <line x1={0} x2={innerWidth} y1={y} y2={y} stroke={text.fill} strokeDasharray="4 4" />
      <text x={0} y={-cornerRoom.above} style={style}>
        {words.upperLeft}
      </text>
      <text x={innerWidth} y={-cornerRoom.above} style={end}>
        {words.upperRight}
      </text>
      <text x={0} y={innerHeight + cornerRoom.below} style={style}>
        {words.lowerLeft}
      </text>
      <text x={innerWidth} y={innerHeight + cornerRoom.below} style={end}>
        {words.lowerRight}
      </text>
    </g>
  );
}

interface PointMarkProps extends Place {
  readonly isStressed: boolean;
  readonly isChosen: boolean;
  readonly colors: { readonly stressed: string; readonly plain: string; readonly chosen: string };
}

/** A point: those to look at are diamonds, so that their colour is not all that tells them. */
export function PointMark({ x, y, isStressed, isChosen, colors }: PointMarkProps) {
  const color = isStressed ? colors.stressed : colors.plain;
  return (
    <g transform={`translate(${x} ${y})`}>
      {isStressed ? (
        <path d="M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z" fill={color} fillOpacity={0.85} />
      ) : (
        <circle r={4.5} fill={color} fillOpacity={0.55} />
      )}
      {isChosen ? <circle r={10} fill="none" stroke={colors.chosen} strokeWidth={2} /> : null}
    </g>
  );
}

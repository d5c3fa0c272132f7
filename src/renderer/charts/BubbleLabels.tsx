import { useTheme } from '@mui/material';
import type { ComputedDatum } from '@nivo/circle-packing';
import { useState, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { arrowStep } from './arrow-step';
import type { BubbleDatum } from './BubbleChart';
import { linesIn } from './lines-in';
import { namesBeside, type NameBeside } from './names-beside';

interface BubbleLabelsProps {
  readonly nodes: readonly ComputedDatum<BubbleDatum>[];
  /** Whether one group is looked at alone: then its circles are named, else the groups. */
  readonly isAlone: boolean;
  /** Free to the left and to the right of what the circles may take, in pixels. */
  readonly sidePx: number;
}

type Node = ComputedDatum<BubbleDatum>;

const lineHeight = 13;
/** Lines of the names beside the circles, and the mean width of their letters, which are bold. */
const besideLineHeight = 19;
const besideLetterPx = 7;

/** The circles that have names, the largest first. */
function namedOf(nodes: readonly Node[], isAlone: boolean): Node[] {
  return nodes.filter(({ depth }) => depth === (isAlone ? 2 : 1)).sort((one, other) => other.value - one.value);
}

function linesOf({ data: { bubble }, radius }: Node, isAlone: boolean): readonly string[] {
  return isAlone ? linesIn(bubble?.label ?? '', radius) : [];
}

/** Where the names stand that have no room in their circles. */
function besideOf(nodes: readonly Node[], isAlone: boolean): readonly NameBeside[] {
  const root = nodes.find(({ depth }) => depth === 0);
  if (!root) return [];
  const outside = namedOf(nodes, isAlone).filter((node) => linesOf(node, isAlone).length === 0);
  return namesBeside(outside, { x: root.x, y: root.y, radius: root.radius, linePx: besideLineHeight });
}

/** Lines from the names beside the circles to their own; they run behind the others. */
export function BubbleLines({ nodes, isAlone }: Pick<BubbleLabelsProps, 'nodes' | 'isAlone'>) {
  const { palette } = useTheme();
  return (
    <g aria-hidden stroke={palette.text.secondary} fill={palette.text.secondary}>
      {besideOf(nodes, isAlone).map(({ id, x, y, side, end }) => (
        <g key={id}>
          <line x1={side === 'left' ? x + 4 : x - 4} y1={y} x2={end.x} y2={end.y} />
          <circle cx={end.x} cy={end.y} r={1.5} />
        </g>
      ))}
    </g>
  );
}

/**
 * What stands on the circles and beside them: names, broken edges, and a link each for the keyboard. A name that has room
 * in its circle stands there; the others, and those of groups, stand beside all circles with a line to their own, so that
 * none covers anything. The whole is one stop of the Tab key; the arrow keys go from circle to circle, the largest first.
 */
export function BubbleLabels({ nodes, isAlone, sidePx }: BubbleLabelsProps) {
  const theme = useTheme();
  const [stop, setStop] = useState(0);
  const named = namedOf(nodes, isAlone);
  const root = nodes.find(({ depth }) => depth === 0);
  const placeOf = new Map(besideOf(nodes, isAlone).map((place) => [place.id, place]));
  // From the names, which stand off the circle around all, to the edge of the picture.
  const besideLetters = root ? Math.floor((root.x + sidePx - root.radius - 18) / besideLetterPx) : 0;
  const hollow = nodes.filter(({ data: { bubble } }) => bubble !== null && 'isHollow' in bubble && bubble.isHollow);
  const move = (event: KeyboardEvent<SVGGElement>): void => {
    const links = [...event.currentTarget.querySelectorAll('a')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = arrowStep(event.key, at, links.length);
    if (at < 0 || next === null) return;
    event.preventDefault();
    setStop(next);
    links[next]?.focus();
  };
  return (
    <g style={{ pointerEvents: 'none' }} onKeyDown={move}>
      {hollow.map(({ id, x, y, radius }) => (
        <circle
          key={id}
          {...{ cx: x, cy: y, r: Math.max(1, radius - 1) }}
          fill={theme.palette.background.paper}
          stroke={theme.palette.primary.main}
          strokeWidth={1.75}
          strokeDasharray="4 3"
        />
      ))}
      {named.map((node, index) => (
        <NodeLink
          key={node.id}
          node={node}
          isStop={index === Math.min(stop, named.length - 1)}
          onFocus={() => setStop(index)}
        />
      ))}
      {/* Beside the links and not in them: a name that is broken or cut is not what the link is called. */}
      {named.map((node) => (
        <g key={node.id}>
          <NameInside node={node} lines={linesOf(node, isAlone)} />
          <NameBesideCircles node={node} place={placeOf.get(node.id)} letters={besideLetters} />
        </g>
      ))}
    </g>
  );
}

interface NodeLinkProps {
  readonly node: Node;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function NodeLink({ node, isStop, onFocus }: NodeLinkProps) {
  const { bubble } = node.data;
  if (bubble === null) return null;
  return (
    <Link
      to={bubble.to}
      tabIndex={isStop ? 0 : -1}
      aria-label={[bubble.label, ...bubble.notes].join(', ')}
      onFocus={onFocus}
    >
      <circle cx={node.x} cy={node.y} r={node.radius + 2} fill="none" />
    </Link>
  );
}

interface NameInsideProps {
  readonly node: Node;
  readonly lines: readonly string[];
}

function NameInside({ node, lines }: NameInsideProps) {
  const { palette, typography } = useTheme();
  const { bubble } = node.data;
  const isFull = bubble !== null && 'isHollow' in bubble && !bubble.isHollow;
  return (
    <text
      aria-hidden
      textAnchor="middle"
      fontFamily={typography.fontFamily}
      fontSize={11}
      fontWeight={500}
      fill={isFull ? palette.primary.contrastText : palette.text.primary}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={node.x} y={node.y + 4 + (index - (lines.length - 1) / 2) * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface NameBesideCirclesProps {
  readonly node: Node;
  readonly place: NameBeside | undefined;
  /** As many as have room. */
  readonly letters: number;
}

/** The name and its first figure; under the pointer it leads on like its circle. */
function NameBesideCircles({ node, place, letters }: NameBesideCirclesProps) {
  const { palette, typography } = useTheme();
  const navigate = useNavigate();
  const { bubble } = node.data;
  if (bubble === null || place === undefined) return null;
  const [figure = ''] = bubble.notes;
  // The figure is short and says more than the end of a long name.
  const nameLetters = letters - figure.length - 2;
  return (
    <text
      aria-hidden
      {...{ x: place.x, y: place.y + 4 }}
      textAnchor={place.side === 'left' ? 'end' : 'start'}
      fontFamily={typography.fontFamily}
      fontSize={12}
      fill={palette.text.primary}
      style={{ pointerEvents: 'auto', cursor: 'pointer' }}
      onClick={() => void navigate(bubble.to)}
    >
      <tspan fontWeight={600}>
        {bubble.label.length <= nameLetters ? bubble.label : `${bubble.label.slice(0, nameLetters - 1).trimEnd()}…`}
      </tspan>
      <tspan dx={6} fill={palette.text.secondary}>
        {figure}
      </tspan>
    </text>
  );
}

import { useTheme } from '@mui/material';
import type { ComputedDatum } from '@nivo/circle-packing';
import { useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { BubbleDatum } from './BubbleChart';
import { linesIn } from './lines-in';

interface BubbleLabelsProps {
  readonly nodes: readonly ComputedDatum<BubbleDatum>[];
  /** Whether one group is looked at alone: then its circles are named, else the groups. */
  readonly isAlone: boolean;
}

const lineHeight = 13;
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * What stands on the circles: names, broken edges, and a link each for the keyboard. The whole is one stop of the Tab
 * key; the arrow keys go from circle to circle, the largest first.
 */
export function BubbleLabels({ nodes, isAlone }: BubbleLabelsProps) {
  const theme = useTheme();
  const [stop, setStop] = useState(0);
  const named = nodes.filter(({ depth }) => depth === (isAlone ? 2 : 1)).sort((one, other) => other.value - one.value);
  const hollow = nodes.filter(({ data: { bubble } }) => bubble !== null && 'isHollow' in bubble && bubble.isHollow);
  const move = (event: KeyboardEvent<SVGGElement>): void => {
    const links = [...event.currentTarget.querySelectorAll('a')];
    const by = steps[event.key];
    const at = links.findIndex((link) => link === document.activeElement);
    const ends: Readonly<Record<string, number>> = { Home: 0, End: links.length - 1 };
    const next = by === undefined ? ends[event.key] : (at + by + links.length) % links.length;
    if (at < 0 || next === undefined) return;
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
      {named.map((node) => (
        <NodeName key={node.id} node={node} isAlone={isAlone} />
      ))}
    </g>
  );
}

interface NodeLinkProps {
  readonly node: ComputedDatum<BubbleDatum>;
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

interface NodeNameProps {
  readonly node: ComputedDatum<BubbleDatum>;
  readonly isAlone: boolean;
}

/** The name as far as there is room: those who listen hear all of it from the link. */
function NodeName({ node, isAlone }: NodeNameProps) {
  const theme = useTheme();
  const { bubble } = node.data;
  if (bubble === null) return null;
  const isFull = 'isHollow' in bubble && !bubble.isHollow;
  const lines = isAlone ? linesIn(bubble.label, node.radius) : linesIn(bubble.label, Math.max(node.radius, 50), 2);
  const { text, background, primary } = theme.palette;
  return (
    <text
      aria-hidden
      textAnchor="middle"
      fontFamily={theme.typography.fontFamily}
      fontSize={isAlone ? 11 : 12}
      fontWeight={isAlone ? 500 : 650}
      fill={isFull ? primary.contrastText : text.primary}
      // Names of groups lie on their circles: an edge of paper keeps them readable.
      {...(isAlone ? {} : { stroke: background.paper, strokeWidth: 4, paintOrder: 'stroke', strokeLinejoin: 'round' })}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={node.x} y={node.y + 4 + (index - (lines.length - 1) / 2) * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

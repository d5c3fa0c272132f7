import { Link as TextLink, TableCell, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { LevelLink, type DownLink } from '../components/LevelLink';

interface FigureRowProps {
  readonly label: string;
  /** A second line below the name. */
  readonly about?: string | undefined;
  /** The rows behind the figures. */
  readonly to: string;
  /** Where the same dashboard is seen at the level of this row. */
  readonly down?: DownLink | undefined;
  readonly cells: readonly string[];
}

/** A row of a chart's table: a name that opens its rows, and its figures. */
export function FigureRow({ label, about, to, down, cells }: FigureRowProps) {
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <TextLink component={Link} to={to}>
          {label}
        </TextLink>
        {down ? <LevelLink {...down} /> : null}
        {about === undefined ? null : (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {about}
          </Typography>
        )}
      </TableCell>
      {cells.map((cell, index) => (
        <TableCell key={index} align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {cell}
        </TableCell>
      ))}
    </TableRow>
  );
}

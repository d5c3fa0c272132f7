import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  type TableContainerProps,
  type TableProps,
} from '@mui/material';
import type { ReactNode } from 'react';
import { visuallyHidden } from './visually-hidden';

export interface Heading {
  readonly label: string;
  readonly align?: 'left' | 'right';
  readonly width?: number | string;
  readonly minWidth?: number;
  readonly isNoWrap?: boolean;
  /** Said to those who listen, not shown: a column of buttons needs no word above it. */
  readonly isHidden?: boolean;
}

interface HeadedTableProps extends Pick<TableProps, 'size' | 'stickyHeader' | 'sx'> {
  readonly label: string;
  readonly headings: readonly Heading[];
  /** The rows. */
  readonly children: ReactNode;
  readonly container?: Pick<TableContainerProps, 'sx' | 'tabIndex' | 'role' | 'aria-label'>;
}

/** A plain table with its column headings. */
export function HeadedTable({ label, headings, children, container, ...table }: HeadedTableProps) {
  return (
    <TableContainer {...container}>
      <Table aria-label={label} {...table}>
        <TableHead>
          <TableRow>
            {headings.map((heading, index) => (
              // Headings of a file may repeat; their place tells them apart.
              <TableCell
                key={index}
                align={heading.align ?? 'left'}
                sx={{
                  width: heading.width,
                  minWidth: heading.minWidth,
                  ...(heading.isNoWrap ? { whiteSpace: 'nowrap' } : {}),
                }}
              >
                {heading.isHidden ? (
                  <Box component="span" sx={visuallyHidden}>
                    {heading.label}
                  </Box>
                ) : (
                  heading.label
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </TableContainer>
  );
}

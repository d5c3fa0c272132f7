import { Box, Link as TextLink, Paper, Skeleton, Typography } from '@mui/material';
import { Link } from 'react-router';
import { CardError } from '../../components/CardError';

interface RankedListProps {
  readonly title: string;
  /** What is counted. */
  readonly hint?: string;
  readonly isLoading: boolean;
  /** Why nothing could be asked; null while all is well. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly emptyText: string;
  readonly items: readonly {
    readonly id: number;
    readonly name: string;
    readonly about: string;
    readonly to: string;
    readonly figure: string;
  }[];
}

/** A short list of names, each with its figure and the way to it. */
export function RankedList({ title, hint, isLoading, error, onRetry, emptyText, items }: RankedListProps) {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2.5, minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: hint ? 0.25 : 1 }}>
        {title}
      </Typography>
      {hint ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
          {hint}
        </Typography>
      ) : null}
      {isLoading ? <Skeleton variant="rounded" height={180} /> : null}
      {error && items.length === 0 ? <CardError error={error} onRetry={onRetry} /> : null}
      {!isLoading && !error && items.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {emptyText}
        </Typography>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map(({ id, name, about, to, figure }) => (
          <Box
            component="li"
            key={id}
            sx={{
              display: 'flex',
              gap: 2,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" noWrap>
                <TextLink component={Link} to={to}>
                  {name}
                </TextLink>
              </Typography>
              <Typography variant="caption" component="p" noWrap sx={{ color: 'text.secondary' }}>
                {about}
              </Typography>
            </Box>
            <Typography variant="body2" sx={{ whiteSpace: 'nowrap', color: 'text.secondary' }}>
              {figure}
            </Typography>
          </Box>
        ))}
      </Box>
    </Paper>
  );
}

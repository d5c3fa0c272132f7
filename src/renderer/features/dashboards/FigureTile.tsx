import InfoIcon from '@mui/icons-material/InfoOutlined';
import { Box, IconButton, Link as TextLink, Paper, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import { useReportSection } from '../../charts/pictures/report-sections';

interface FigureTileProps {
  readonly label: string;
  readonly figure: string;
  /** The rows behind the figure. */
  readonly to: To;
  /** What is said below it, a line each. */
  readonly notes: readonly string[];
  /** What exactly is counted. */
  readonly definition: string;
}

/** One figure: what it means and which rows it stands for are a click away. */
export function FigureTile({ label, figure, to, notes, definition }: FigureTileProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const element = useReportSection({
    ...{ title: '', sentence: '', headings: [], picture: null },
    rows: [[label, figure, notes.join(' · ')]],
  });
  const definitionLabel = t('dashboards.definitionOf', { name: label });
  return (
    <Paper ref={element} variant="outlined" component="section" aria-label={label} sx={{ p: 2, pr: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        <Typography variant="body2" component="h2" sx={{ flex: 1, color: 'text.secondary' }}>
          {label}
        </Typography>
        <IconButton
          size="small"
          aria-label={definitionLabel}
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ mt: -0.75, displayPrint: 'none' }}
        >
          <InfoIcon sx={{ fontSize: 18 }} />
        </IconButton>
      </Box>
      <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, letterSpacing: '-0.02em', lineHeight: 1.2 }}>
        <TextLink component={Link} to={to} color="inherit" sx={{ fontWeight: 'inherit' }}>
          {figure}
        </TextLink>
      </Typography>
      {notes.map((note) => (
        <Typography key={note} variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.25 }}>
          {note}
        </Typography>
      ))}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': definitionLabel, sx: { p: 2, maxWidth: 360 } } }}
      >
        <Typography variant="body2">{definition}</Typography>
      </Popover>
    </Paper>
  );
}

import ClearFiltersIcon from '@mui/icons-material/FilterAltOffOutlined';
import TuneIcon from '@mui/icons-material/Tune';
import { Badge, Box, Button, IconButton, Popover, Tooltip } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsWide } from './use-is-wide';

interface FilterRowProps {
  readonly search: ReactNode;
  readonly criteria: ReactNode;
  /** How many criteria narrow the list, the search left aside. */
  readonly activeCount: number;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  /** Beside an open panel the criteria fold behind one button. */
  readonly isCompact: boolean;
}

/** The search and the criteria of a list. */
export function FilterRow({ search, criteria, activeCount, isFiltered, onClear, ...rest }: FilterRowProps) {
  const isWide = useIsWide();
  const isCompact = rest.isCompact && !isWide;
  const { t } = useTranslation();
  const clear = isFiltered ? (
    <Tooltip title={t('common.clearFilters')}>
      <IconButton onClick={onClear} aria-label={t('common.clearFilters')}>
        <ClearFiltersIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  ) : null;
  return (
    <Box
      role="search"
      aria-label={t('common.filters')}
      sx={{ display: 'flex', flexWrap: isCompact ? 'nowrap' : 'wrap', gap: 1.25, alignItems: 'center' }}
    >
      {search}
      {isCompact && criteria !== null ? (
        <>
          <FoldedCriteria activeCount={activeCount}>{criteria}</FoldedCriteria>
          {clear}
        </>
      ) : (
        <>
          {criteria}
          {clear}
        </>
      )}
    </Box>
  );
}

interface FoldedCriteriaProps {
  readonly activeCount: number;
  readonly children: ReactNode;
}

function FoldedCriteria({ activeCount, children }: FoldedCriteriaProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Badge badgeContent={activeCount} color="primary">
        <Button
          variant="outlined"
          startIcon={<TuneIcon />}
          onClick={(event) => setAnchor(event.currentTarget)}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
        >
          {t('common.filters')}
        </Button>
      </Badge>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('common.filters'),
            sx: {
              '& > .MuiFormControl-root, & > .MuiAutocomplete-root': { width: 260 },
              mt: 0.5,
              p: 2,
              border: 1,
              borderColor: 'divider',
              display: 'grid',
              gap: 2,
              justifyItems: 'start',
            },
          },
        }}
      >
        {children}
      </Popover>
    </>
  );
}

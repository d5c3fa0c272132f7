import CompareIcon from '@mui/icons-material/CompareArrows';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../../shared/domain/decision';
import type { FormationFact } from './formation-fact';
import { CompareDialog } from './CompareDialog';
import type { ComparedText } from './compared-text';
import type { Picking } from './use-list-state';

interface CompareBarProps {
  readonly compared: ComparedText;
  readonly picking: Picking;
  readonly choices: readonly NamedChoice[];
  readonly facts: readonly FormationFact[];
}

/** What is picked for comparing, in sight while one scrolls, and the way to see it side by side. */
export function CompareBar({ compared, picking, choices, facts }: CompareBarProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { picked, clear } = picking;
  const [first, second, third] = picked;
  if (picked.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('decisions.comparing')}
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        mb: 2,
        px: 1.5,
        py: 1,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        backgroundColor: 'background.paper',
        boxShadow: 3,
      }}
    >
      <Typography variant="body2" role="status" sx={{ flex: 1, minWidth: 120 }}>
        {picked.length === 1 ? t('decisions.pickAnother') : t('decisions.picked', { count: picked.length })}
      </Typography>
      <Button size="small" onClick={clear}>
        {t('common.clear')}
      </Button>
      <Button
        size="small"
        variant="contained"
        startIcon={<CompareIcon />}
        disabled={picked.length < 2}
        onClick={() => setIsOpen(true)}
      >
        {t('decisions.compare')}
      </Button>
      {first && second ? (
        <CompareDialog
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          compared={compared}
          formations={third ? [first, second, third] : [first, second]}
          choices={choices}
          facts={facts}
        />
      ) : null}
    </Box>
  );
}

import { Box, ButtonBase, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { importRowStates, type ImportCounts, type ImportRowState } from '../../../shared/domain/import';
import { useFormat } from '../../i18n/use-format';

interface ImportCountsBarProps {
  readonly counts: ImportCounts;
  /** The rows that are shown below, null for all; left out where the figures open nothing. */
  readonly chosen?: ImportRowState | null;
  readonly onChoose?: (state: ImportRowState | null) => void;
}

/** What became of the rows of a file: the four figures add up to the rows read. Each opens its rows. */
export function ImportCountsBar({ counts, chosen, onChoose }: ImportCountsBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = [
    { state: null, value: counts.read, label: t('imports.columns.read') },
    ...importRowStates.map((state) => ({ state, value: counts[state], label: t(`imports.rowStates.${state}`) })),
  ];
  return (
    <Box>
      <Box
        role="group"
        aria-label={t('imports.rowsOf')}
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', gap: 1 }}
      >
        {figures.map(({ state, value, label }) => {
          const isChosen = onChoose !== undefined && state === chosen;
          const content = (
            <>
              <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3 }}>
                {format.number(value)}
              </Typography>
              <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
                {label}
              </Typography>
            </>
          );
          const look = {
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'flex-start',
            px: 1.5,
            py: 1,
            border: 1,
            borderRadius: 1,
            borderColor: isChosen ? 'primary.main' : 'divider',
            backgroundColor: 'background.paper',
            ...(isChosen ? { color: 'primary.main', boxShadow: 'inset 0 0 0 1px currentColor' } : {}),
          } as const;
          return onChoose ? (
            <ButtonBase
              key={label}
              onClick={() => onChoose(state)}
              aria-pressed={isChosen}
              sx={{ ...look, '&:hover': { backgroundColor: 'action.hover' } }}
            >
              {content}
            </ButtonBase>
          ) : (
            <Box key={label} sx={look}>
              {content}
            </Box>
          );
        })}
      </Box>
      {counts.warnings > 0 ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('imports.warnings', { count: counts.warnings })}
        </Typography>
      ) : null}
    </Box>
  );
}

import HistoryIcon from '@mui/icons-material/History';
import { Box, Button, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format';
import type { Decisions } from './use-decisions';

/** More is one click away. */
const shownAtFirst = 8;

interface DecisionHistoryProps {
  readonly decisions: Decisions;
}

/** Everything that was decided on an offer, newest first; any of it can be taken back, or brought back. */
export function DecisionHistory({ decisions }: DecisionHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const { history, takeBack } = decisions;
  if (history.length === 0) return null;
  const more = history.length - shownAtFirst;
  return (
    <Box sx={{ mb: 3 }}>
      <Button
        size="small"
        startIcon={<HistoryIcon />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        sx={{ ml: -0.75 }}
      >
        {t('decisions.history', { count: history.length })}
      </Button>
      {isOpen ? (
        <Box component="ul" id={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {(isWhole ? history : history.slice(0, shownAtFirst)).map((past) => {
            const { decisionId, kind, formation, person, at, takenBack, place } = past;
            const { title } = formation;
            const what = t(`decisions.past.${kind}`, { title, place: place ?? 0 });
            const day = format.dateTime(takenBack?.at ?? at);
            const who = takenBack ? takenBack.person : person;
            return (
              <Box
                component="li"
                key={decisionId}
                sx={{
                  display: 'flex',
                  gap: 1,
                  py: 0.75,
                  alignItems: 'flex-start',
                  borderTop: 1,
                  borderColor: 'divider',
                }}
              >
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography
                    variant="body2"
                    sx={{ overflowWrap: 'anywhere', ...(takenBack ? { color: 'text.secondary' } : {}) }}
                  >
                    {takenBack ? <s>{what}</s> : what}
                  </Typography>
                  <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                    {takenBack ? `${t('decisions.takenBack')} ` : ''}
                    {who === null ? t('decisions.on', { day }) : t('decisions.byOn', { person: who, day })}
                  </Typography>
                </Box>
                <Button
                  size="small"
                  aria-label={t(takenBack ? 'decisions.bringBackOf' : 'decisions.takeBackOf', {
                    what,
                  })}
                  onClick={() =>
                    takenBack
                      ? takeBack(formation, takenBack.decisionId, 'brought-back')
                      : takeBack(formation, decisionId, 'taken-back')
                  }
                >
                  {t(takenBack ? 'decisions.bringBack' : 'decisions.takeBack')}
                </Button>
              </Box>
            );
          })}
        </Box>
      ) : null}
      {isOpen && more > 0 ? (
        <Button size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('common.showLess') : t('common.showAll')}
        </Button>
      ) : null}
    </Box>
  );
}

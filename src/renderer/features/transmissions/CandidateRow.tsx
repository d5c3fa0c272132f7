import { Alert, Box, Button, Checkbox, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/contract/transmissions';
import { isWithManager } from '../../../shared/domain/transmission';
import { localDay } from '../../../shared/util/local-day';
import { ScoreTag } from '../../components/ScoreTag';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { ManagerInPlace } from './ManagerInPlace';

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** Whether a formation can be written to now. */
export function canBeSent({ manager, last }: Candidate): boolean {
  return Boolean(manager?.email) && !(last !== null && isWithManager(last.state));
}

/** A formation of the plan: who runs it, whether it has the offer already, and the way to name somebody. */
export function CandidateRow({ candidate, isTicked, onTick }: CandidateRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useStudyLevel();
  const labelId = useId();
  const [isNaming, setIsNaming] = useState(false);
  const { formationId, title, manager, last, score } = candidate;
  const about = [
    candidate.diplomaType,
    candidate.level === null ? null : level(candidate.level),
    candidate.component,
    candidate.isChosen ? t('transmissions.chosen') : null,
  ];
  const isReached = Boolean(manager?.email);
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Checkbox
          size="small"
          checked={isTicked}
          disabled={!canBeSent(candidate)}
          onChange={(_event, checked) => onTick(checked)}
          slotProps={{ input: { 'aria-labelledby': labelId } }}
          sx={{ mt: -0.5, ml: -1 }}
        />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={labelId} variant="body2" component="h3" sx={{ fontWeight: 600, lineHeight: 1.4 }}>
            {title}
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {about.filter((part) => part !== null && part !== '').join(' · ')}
          </Typography>
          {manager !== null && isReached ? (
            <Typography variant="caption" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {t('transmissions.managerOf', { name: manager.name, email: manager.email })}
            </Typography>
          ) : null}
          {last !== null && last.state !== 'withdrawn' ? (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {t('transmissions.isWithManager', {
                state: t(`transmissions.states.${last.state}`),
                at: format.date(localDay(new Date(last.since))),
              })}
            </Typography>
          ) : null}
        </Box>
        {score === null ? null : <ScoreTag score={score} />}
      </Box>
      {isReached ? null : (
        <Alert
          severity="warning"
          variant="outlined"
          sx={{ mt: 1 }}
          action={
            isNaming ? null : (
              <Button color="inherit" size="small" onClick={() => setIsNaming(true)}>
                {t(manager === null ? 'transmissions.addManager' : 'transmissions.addAddress')}
              </Button>
            )
          }
        >
          {manager === null ? t('transmissions.noManager') : t('transmissions.noAddress', { name: manager.name })}
        </Alert>
      )}
      {isNaming ? (
        <ManagerInPlace formation={{ id: formationId, title }} manager={manager} onDone={() => setIsNaming(false)} />
      ) : null}
    </Box>
  );
}

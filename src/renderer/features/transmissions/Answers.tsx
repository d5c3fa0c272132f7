import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPairs, type TransmissionRow } from '../../../shared/contract/transmissions';
import {
  maxNoteLength,
  possibleSayings,
  refusalReasons,
  type RefusalReason,
  type SaidKind,
} from '../../../shared/domain/transmission';
import { useCall } from '../../api/use-call';
import { aboutOf } from './use-message';
import { useSayings } from './use-sayings';

interface AnswersProps {
  readonly row: TransmissionRow;
  /** Leaves out what only the office says: in a manager's queue only answers count. */
  readonly onlyAnswers?: boolean;
}

const answers: readonly SaidKind[] = ['passed-on', 'refused'];

/** What can be said of a transmission now, the likeliest first. */
export function Answers({ row, onlyAnswers = false }: AnswersProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const [isRefusing, setIsRefusing] = useState(false);
  const possible = possibleSayings(row.state).filter((kind) => !onlyAnswers || answers.includes(kind));
  if (isRefusing) {
    return (
      <Refusal
        onCancel={() => setIsRefusing(false)}
        onRefuse={(refusal) => {
          setIsRefusing(false);
          void say([row.id], 'refused', refusal);
        }}
      />
    );
  }
  const order: readonly SaidKind[] = ['sent', 'passed-on', 'refused', 'reminded', 'bounced', 'withdrawn'];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {row.state === 'sent' && !onlyAnswers ? <ReminderButton row={row} /> : null}
      {order
        .filter((kind) => possible.includes(kind))
        .map((kind) => (
          <Button
            key={kind}
            size="small"
            variant={kind === 'sent' ? 'contained' : kind === 'withdrawn' ? 'text' : 'outlined'}
            onClick={() => (kind === 'refused' ? setIsRefusing(true) : void say([row.id], kind))}
          >
            {t(`transmissions.say.${kind}`)}
          </Button>
        ))}
    </Box>
  );
}

interface ReminderButtonProps {
  readonly row: TransmissionRow;
}

/** Reminds of this one, and of whatever else the same manager is to be reminded of: nobody reads a mail a line. */
function ReminderButton({ row }: ReminderButtonProps) {
  const { t } = useTranslation();
  const { remind } = useSayings();
  const address = row.managerEmail.toLowerCase();
  const due = useCall('transmissions', 'toRemind', {}).data?.groups ?? [];
  const others = due
    .flatMap(({ rows }) => rows)
    .filter(({ id, managerEmail }) => id !== row.id && managerEmail.toLowerCase() === address);
  const rows = [row, ...others].slice(0, maxPairs);
  return (
    <Button size="small" variant={row.isDue ? 'contained' : 'outlined'} onClick={() => void remind(rows)}>
      {t('transmissions.oneReminder', { count: aboutOf(rows).count })}
    </Button>
  );
}

interface RefusalProps {
  readonly onCancel: () => void;
  readonly onRefuse: (refusal: { readonly reason: RefusalReason; readonly note: string }) => void;
}

function Refusal({ onCancel, onRefuse }: RefusalProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<RefusalReason>('profile');
  const [note, setNote] = useState('');
  return (
    <Box
      component="form"
      aria-label={t('transmissions.refusal')}
      onSubmit={(event) => {
        event.preventDefault();
        onRefuse({ reason, note });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The panel would close with it.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
      sx={{ display: 'grid', gap: 1.5 }}
    >
      <TextField
        select
        autoFocus
        label={t('transmissions.refusalReason')}
        value={reason}
        onChange={(event) => setReason(refusalReasons.find((each) => each === event.target.value) ?? 'other')}
      >
        {refusalReasons.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`transmissions.refusalReasons.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('transmissions.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: maxNoteLength } }}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" size="small" variant="contained">
          {t('transmissions.confirmRefusal')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
}

import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPairs, type TransmissionRow } from '../../../shared/contract/transmissions';
import type { TransmissionId } from '../../../shared/domain/ids';
import { localDay } from '../../../shared/util/local-day';
import { useFormat } from '../../i18n/use-format';
import { GroupCard } from './GroupCard';
import { MessageActions } from './MessageActions';
import { TickedLine } from './TickedLine';
import { useDrafts } from './use-drafts';
import { aboutOf, useMessage } from './use-message';
import { useSayings } from './use-sayings';
import { useTicks } from './use-ticks';

interface ReminderGroupProps {
  readonly managerName: string;
  readonly managerEmail: string;
  readonly rows: readonly TransmissionRow[];
}

/** What one manager has not answered, and one reminder of all of it. */
export function ReminderGroup({ managerName, managerEmail, rows }: ReminderGroupProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const { isTicked, tick } = useTicks<TransmissionId>();
  const [made, setMade] = useState<readonly TransmissionId[]>([]);
  const ticked = rows.filter(({ id }) => isTicked(id)).slice(0, maxPairs);
  const about = aboutOf(ticked);
  const [message, changeMessage] = useMessage(about, 'remind');
  const drafts = useDrafts();
  const prepare = async (): Promise<void> => {
    const transmissionIds = ticked.map(({ id }) => id);
    const answer = await drafts.make((client) => client.transmissions.remind({ transmissionIds, ...message }));
    if (answer) setMade(transmissionIds);
  };
  return (
    <GroupCard
      title={managerName}
      about={[managerEmail, t('transmissions.groupCount', { count: aboutOf(rows).count })]}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Unanswered key={row.id} row={row} isTicked={isTicked(row.id)} onTick={(isOn) => tick(row.id, isOn)} />
        ))}
      </Box>
      <MessageActions
        message={message}
        onChange={changeMessage}
        label={t('transmissions.oneReminder', { count: about.count })}
        isDisabled={ticked.length === 0}
        drafts={drafts}
        onPrepare={() => void prepare()}
      >
        {made.length > 0 ? (
          <Button variant="outlined" onClick={() => void say(made, 'reminded')}>
            {t('transmissions.reminderGone')}
          </Button>
        ) : null}
      </MessageActions>
    </GroupCard>
  );
}

interface UnansweredProps {
  readonly row: TransmissionRow;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function Unanswered({ row, isTicked, onTick }: UnansweredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = [
    row.company,
    row.formationTitle,
    row.sentAt === null ? null : t('transmissions.sentOn', { at: format.date(localDay(new Date(row.sentAt))) }),
    row.reminders === 0 ? null : t('transmissions.remindedTimes', { count: row.reminders }),
  ];
  return (
    <TickedLine
      title={row.offerTitle}
      to={`/transmissions?open=${row.id}`}
      about={about}
      isTicked={isTicked}
      onTick={onTick}
    />
  );
}

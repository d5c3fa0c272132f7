import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPairs, type Addressee, type WaitingPair } from '../../../shared/contract/transmissions';
import { useFormat } from '../../i18n/use-format';
import { GroupCard } from './GroupCard';
import { ManagerInPlace } from './ManagerInPlace';
import { MessageActions } from './MessageActions';
import { TickedLine } from './TickedLine';
import { useDrafts } from './use-drafts';
import { aboutOf, useMessage } from './use-message';
import { useSayings } from './use-sayings';
import { useTicks } from './use-ticks';

interface ToSendGroupProps {
  readonly manager: Addressee | null;
  readonly pairs: readonly WaitingPair[];
}

const keyOf = ({ offerId, formationId }: WaitingPair): string => `${offerId} ${formationId}`;

/** What waits for one manager, and one message for all of it; or what waits for somebody to be named. */
export function ToSendGroup({ manager, pairs }: ToSendGroupProps) {
  const { t } = useTranslation();
  const isReached = Boolean(manager?.email);
  const { isTicked, tick } = useTicks<string>();
  const ticked = pairs.filter((pair) => isTicked(keyOf(pair)));
  const portion = portionOf(ticked);
  const about = aboutOf(portion);
  const [message, changeMessage] = useMessage(about);
  const drafts = useDrafts();
  return (
    <GroupCard
      title={manager?.name ?? t('transmissions.groupNone')}
      about={[
        isReached ? (manager?.email ?? null) : null,
        t('transmissions.groupCount', { count: aboutOf(pairs).count }),
      ]}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {pairs.map((pair) => (
          <Waiting
            key={keyOf(pair)}
            pair={pair}
            manager={manager}
            isTicked={isReached ? isTicked(keyOf(pair)) : null}
            onTick={(isOn) => tick(keyOf(pair), isOn)}
          />
        ))}
      </Box>
      {isReached ? (
        <MessageActions
          message={message}
          onChange={changeMessage}
          label={t('transmissions.oneMail', { count: about.count })}
          isDisabled={ticked.length === 0}
          drafts={drafts}
          onPrepare={() => {
            const chosen = portion.map(pairOf);
            void drafts.make((client) => client.transmissions.prepare({ pairs: chosen, ...message }));
          }}
          notice={
            ticked.length > portion.length ? (
              <Alert severity="info">{t('transmissions.portion', { count: maxPairs })}</Alert>
            ) : null
          }
        >
          <SentButton pairs={pairs} />
        </MessageActions>
      ) : null}
    </GroupCard>
  );
}

/** What one message holds: as much as anybody reads, and first that of which no draft was made. */
function portionOf(pairs: readonly WaitingPair[]): readonly WaitingPair[] {
  const isPrepared = ({ prepared }: WaitingPair): boolean => prepared !== null;
  return [...pairs.filter((pair) => !isPrepared(pair)), ...pairs.filter(isPrepared)].slice(0, maxPairs);
}

function pairOf({ offerId, formationId }: WaitingPair) {
  return { offerId, formationId };
}

interface SentButtonProps {
  readonly pairs: readonly WaitingPair[];
}

/** Says of the drafts that were made for a manager that they have left; of very many in portions, as they were made. */
function SentButton({ pairs }: SentButtonProps) {
  const { t } = useTranslation();
  const { say } = useSayings();
  const prepared = pairs.flatMap((pair) => (pair.prepared === null ? [] : [pair.prepared.id])).slice(0, maxPairs);
  if (prepared.length === 0) return null;
  return (
    <Button variant="outlined" onClick={() => void say(prepared, 'sent')}>
      {t('transmissions.wasSent')}
    </Button>
  );
}

interface WaitingProps {
  readonly pair: WaitingPair;
  readonly manager: Addressee | null;
  /** Null where nobody can be written to. */
  readonly isTicked: boolean | null;
  readonly onTick: (isTicked: boolean) => void;
}

function Waiting({ pair, manager, isTicked, onTick }: WaitingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isNaming, setIsNaming] = useState(false);
  const about = [
    pair.company,
    pair.city,
    pair.formationTitle,
    pair.prepared ? t('transmissions.preparedOn', { at: format.dateTime(pair.prepared.at) }) : null,
  ];
  return (
    <TickedLine
      title={pair.offerTitle}
      to={`/offers?open=${pair.offerId}`}
      about={about}
      isTicked={isTicked}
      onTick={onTick}
      action={
        isTicked === null && !isNaming ? (
          <Button size="small" onClick={() => setIsNaming(true)}>
            {t(manager === null ? 'transmissions.addManager' : 'transmissions.addAddress')}
          </Button>
        ) : null
      }
    >
      {isNaming ? (
        <ManagerInPlace
          formation={{ id: pair.formationId, title: pair.formationTitle }}
          manager={manager}
          onDone={() => setIsNaming(false)}
        />
      ) : null}
    </TickedLine>
  );
}

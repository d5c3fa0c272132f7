import { Alert, Box, Button, Checkbox, Link as TextLink, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { maxPairs, type Addressee, type WaitingPair } from '../../../shared/contract/transmissions';
import { useFormat } from '../../i18n/use-format';
import { GroupCard } from './GroupCard';
import { ManagerInPlace } from './ManagerInPlace';
import { MessageActions } from './MessageActions';
import { useDrafts } from './use-drafts';
import { aboutOf, useMessage } from './use-message';
import { useSayings } from './use-sayings';

interface ToSendGroupProps {
  readonly manager: Addressee | null;
  readonly pairs: readonly WaitingPair[];
}

const keyOf = ({ offerId, formationId }: WaitingPair): string => `${offerId} ${formationId}`;

/** What waits for one manager, and one message for all of it; or what waits for somebody to be named. */
export function ToSendGroup({ manager, pairs }: ToSendGroupProps) {
  const { t } = useTranslation();
  const isReached = Boolean(manager?.email);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ticked = pairs.filter((pair) => !left.has(keyOf(pair)));
  const portion = portionOf(ticked);
  const about = aboutOf(portion);
  const [message, changeMessage] = useMessage(about);
  const drafts = useDrafts();
  const tick = (key: string, isTicked: boolean): void => {
    const next = new Set(left);
    if (isTicked) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
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
            isTicked={isReached ? !left.has(keyOf(pair)) : null}
            onTick={(isTicked) => tick(keyOf(pair), isTicked)}
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
  const labelId = useId();
  const [isNaming, setIsNaming] = useState(false);
  const about = [
    pair.company,
    pair.city,
    pair.formationTitle,
    pair.prepared ? t('transmissions.preparedOn', { at: format.dateTime(pair.prepared.at) }) : null,
  ];
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        {isTicked === null ? null : (
          <Checkbox
            size="small"
            checked={isTicked}
            onChange={(_event, checked) => onTick(checked)}
            slotProps={{ input: { 'aria-labelledby': labelId } }}
            sx={{ mt: -0.5, ml: -1 }}
          />
        )}
        <Box id={labelId} sx={{ flex: 1, minWidth: 0 }}>
          <TextLink component={Link} to={`/offers?open=${pair.offerId}`} variant="body2">
            {pair.offerTitle}
          </TextLink>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {about.filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        {isTicked === null && !isNaming ? (
          <Button size="small" onClick={() => setIsNaming(true)}>
            {t(manager === null ? 'transmissions.addManager' : 'transmissions.addAddress')}
          </Button>
        ) : null}
      </Box>
      {isNaming ? (
        <ManagerInPlace
          formation={{ id: pair.formationId, title: pair.formationTitle }}
          manager={manager}
          onDone={() => setIsNaming(false)}
        />
      ) : null}
    </Box>
  );
}

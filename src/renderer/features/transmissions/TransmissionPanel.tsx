import { Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HistoryLine, Transmission } from '../../../shared/contract/transmissions';
import type { TransmissionId } from '../../../shared/domain/ids';
import { possibleSayings } from '../../../shared/domain/transmission';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { PanelSection, SidePanel } from '../../components/SidePanel';
import { useFormat } from '../../i18n/use-format';
import { Answers } from './Answers';
import { StateLabel } from './StateLabel';
import { useSayings } from './use-sayings';

interface TransmissionPanelProps {
  readonly transmissionId: TransmissionId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One transmission: what it is, what can be said of it, and all that was said. */
export function TransmissionPanel({ transmissionId, takesFocus, onClose }: TransmissionPanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('transmissions', 'get', { transmissionId });
  const hasFailed = error !== null && !data;
  return (
    <SidePanel
      label={hasFailed ? t('transmissions.title') : t('transmissions.panelLabel', { title: data?.offerTitle ?? '' })}
      title={hasFailed ? t('errors.title') : (data?.offerTitle ?? <Skeleton width="60%" />)}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={transmissionId}
      marks={data ? <StateLabel state={data.state} isDue={data.isDue} /> : null}
    >
      {hasFailed ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Content key={data.id} transmission={data} /> : null}
      {!data && !hasFailed ? <PanelSkeleton /> : null}
    </SidePanel>
  );
}

interface ContentProps {
  readonly transmission: Transmission;
}

function Content({ transmission }: ContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = (instant: string | null): string | null => (instant === null ? null : format.dateTime(instant));
  const { offerId, offerTitle, company, formationId, formationTitle, managerName, managerEmail } = transmission;
  return (
    <>
      <PanelSection title={t('transmissions.answer')}>
        {possibleSayings(transmission.state).length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('transmissions.noAnswer')}
          </Typography>
        ) : (
          <Answers row={transmission} />
        )}
      </PanelSection>
      <PanelSection title={t('transmissions.facts')}>
        <Facts
          facts={[
            {
              label: t('transmissions.columns.offer'),
              value: (
                <TextLink component={Link} to={`/offers?open=${offerId}`}>
                  {[offerTitle, company].filter(Boolean).join(' · ')}
                </TextLink>
              ),
            },
            {
              label: t('transmissions.columns.formation'),
              value:
                formationId === null ? (
                  formationTitle
                ) : (
                  <TextLink component={Link} to={`/formations?open=${formationId}`}>
                    {formationTitle}
                  </TextLink>
                ),
            },
            { label: t('transmissions.columns.manager'), value: managerName },
            { label: t('transmissions.address'), value: managerEmail },
            { label: t('transmissions.preparedAt'), value: when(transmission.preparedAt) },
            { label: t('transmissions.columns.sentAt'), value: when(transmission.sentAt) },
            {
              label: t('transmissions.reminders'),
              value: transmission.reminders === 0 ? null : format.number(transmission.reminders),
            },
            { label: t('transmissions.columns.answeredAt'), value: when(transmission.answeredAt) },
            {
              label: t('transmissions.reason'),
              value: transmission.reason === null ? null : t(`transmissions.refusalReasons.${transmission.reason}`),
            },
          ]}
        />
      </PanelSection>
      <PanelSection title={t('transmissions.history')}>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {transmission.history.toReversed().map((line) => (
            <Line key={line.id} line={line} isUndoable={line.id === transmission.undoable} />
          ))}
        </Box>
      </PanelSection>
    </>
  );
}

interface LineProps {
  readonly line: HistoryLine;
  readonly isUndoable: boolean;
}

function Line({ line, isUndoable }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { undo } = useSayings();
  const what =
    line.undoes === null
      ? t(`transmissions.events.${line.kind}`)
      : t('transmissions.undoneWhat', { what: t(`transmissions.events.${line.undoes}`) });
  const at = format.dateTime(line.at);
  const why = [line.reason === null ? null : t(`transmissions.refusalReasons.${line.reason}`), line.note];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ textDecoration: line.isUndone ? 'line-through' : undefined }}>
          {[what, ...why].filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {line.personName === null ? at : t('transmissions.byAt', { at, person: line.personName })}
          {line.isUndone ? ` ${t('transmissions.undone')}` : ''}
        </Typography>
      </Box>
      {isUndoable ? (
        <Button
          size="small"
          aria-label={t('transmissions.undoThis', { what })}
          onClick={() => void undo([line.id])}
          sx={{ flexShrink: 0 }}
        >
          {t('editor.undo')}
        </Button>
      ) : null}
    </Box>
  );
}

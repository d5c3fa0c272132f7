import { Box, Button, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Manager, RemovedManager } from '../../../shared/contract/managers';
import type { FormationManagerId } from '../../../shared/domain/ids';
import { localDay } from '../../../shared/util/local-day';
import { useClient } from '../../api/client-context';
import { useAction, useCall } from '../../api/use-call';
import { ErrorAlert, ErrorState } from '../../components/ErrorState';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { PanelSection, SidePanel } from '../../components/SidePanel';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/use-format';
import { Answers } from './Answers';
import { ManagerForm } from './ManagerForm';
import { ManagerFormations } from './ManagerFormations';

interface ManagerPanelProps {
  readonly managerId: FormationManagerId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One manager: what they received and have not answered, their formations, their address. */
export function ManagerPanel({ managerId, takesFocus, onClose }: ManagerPanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('managers', 'get', { managerId });
  const hasFailed = error !== null && !data;
  return (
    <SidePanel
      label={hasFailed ? t('managers.title') : t('managers.panelLabel', { name: data?.name ?? '' })}
      title={hasFailed ? t('errors.title') : (data?.name ?? <Skeleton width="60%" />)}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={managerId}
    >
      {hasFailed ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <PanelSection title={t('managers.received')}>
            <Received managerId={managerId} />
          </PanelSection>
          <PanelSection title={t('managers.formations')}>
            <ManagerFormations key={managerId} manager={data} />
          </PanelSection>
          <PanelSection title={t('managers.identity')}>
            <ManagerForm
              // What was saved meanwhile is what the form begins with.
              key={`${managerId} ${data.name} ${data.email ?? ''}`}
              managerId={managerId}
              initial={data}
              onSaved={() => undefined}
              beside={data.formations.length === 0 ? <RemoveButton manager={data} onRemoved={onClose} /> : null}
            />
          </PanelSection>
        </>
      ) : null}
      {!data && !hasFailed ? <PanelSkeleton /> : null}
    </SidePanel>
  );
}

interface ReceivedProps {
  readonly managerId: FormationManagerId;
}

/** As many as one answers in one go; the register has the others. */
const receivedShown = 25;

/** The queue of one manager: what was sent to them, with the answers that they may give. */
function Received({ managerId }: ReceivedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('transmissions', 'list', {
    ...{ filter: { managerId, state: 'sent' }, sort: { by: 'sentAt', direction: 'asc' }, page: 0 },
    pageSize: receivedShown,
  });
  if (!data) return <Skeleton variant="rounded" height={80} />;
  return (
    <>
      {data.total === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('managers.receivedNone')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
          >
            <TextLink component={Link} to={`/offers?open=${row.offerId}`} variant="body2">
              {row.offerTitle}
            </TextLink>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.75 }}>
              {t('managers.receivedOn', {
                formation: row.formationTitle,
                at: row.sentAt === null ? '' : format.date(localDay(new Date(row.sentAt))),
              })}
            </Typography>
            <Answers row={row} onlyAnswers />
          </Box>
        ))}
      </Box>
      <Button component={Link} to={`/transmissions?managerId=${managerId}`} size="small" sx={{ mt: 0.5, ml: -0.5 }}>
        {t('managers.receivedAll')}
      </Button>
    </>
  );
}

interface RemoveButtonProps {
  readonly manager: Manager;
  readonly onRemoved: () => void;
}

function RemoveButton({ manager, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  const remove = useAction('managers', 'remove');
  const { id: managerId, name } = manager;
  const restore = async (removed: RemovedManager): Promise<void> => {
    try {
      await client.managers.restore({ removed });
      notify({ about: 'manager', severity: 'success', text: t('managers.restored', { name }) });
    } catch (error) {
      const { what, todo } = errorText(t, error);
      notify({ about: 'manager', severity: 'error', text: `${what} ${todo}` });
    }
  };
  const run = async (): Promise<void> => {
    const removed = await remove.mutateAsync({ managerId }).catch(() => null);
    if (!removed) return;
    notify({
      about: 'manager',
      severity: 'success',
      text: t('managers.removed', { name }),
      action: <UndoButton onUndo={() => void restore(removed)} />,
    });
    onRemoved();
  };
  return (
    <>
      <Button loading={remove.isPending} onClick={() => void run()}>
        {t('managers.remove')}
      </Button>
      {remove.error ? <ErrorAlert error={remove.error} /> : null}
    </>
  );
}

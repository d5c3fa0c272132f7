import SendIcon from '@mui/icons-material/SendOutlined';
import { Button, Chip } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TransmissionId } from '../../../shared/domain/ids';
import { transmissionStates } from '../../../shared/domain/transmission';
import { useCall } from '../../api/use-call';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { columnsUnderPanel, transmissionColumns } from './transmission-columns';
import { transmissionListRules } from './transmission-list';
import { TransmissionPanel } from './TransmissionPanel';

const shownStates = transmissionStates.filter((state) => state !== 'none');

/** The register: which offer went to whom, when, and what became of it. */
export function TransmissionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(transmissionListRules);
  const { filter, sort, page, pageSize, setFilter, open } = address;
  const answer = useCall('transmissions', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const due = useCall('transmissions', 'counts', {}).data?.due ?? 0;
  const columns = useMemo(() => transmissionColumns(t, format), [t, format]);
  return (
    <ListPage
      kind="transmissions"
      icon={<SendIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={columnsUnderPanel}
      exports={[{ label: t('exports.rows'), request: { what: 'transmissions', filter } }]}
      actions={
        open === null ? (
          <>
            <Button variant="outlined" component={Link} to="/managers">
              {t('transmissions.managers')}
            </Button>
            {due > 0 ? (
              <Button variant="outlined" component={Link} to="/transmissions/to-remind">
                {t('transmissions.toRemind')}
              </Button>
            ) : null}
            <Button variant="contained" component={Link} to="/transmissions/to-send">
              {t('transmissions.toSend')}
            </Button>
          </>
        ) : null
      }
      emptyAction={
        <Button variant="outlined" component={Link} to="/offers">
          {t('transmissions.emptyAction')}
        </Button>
      }
      criteria={
        <>
          <FilterSelect
            label={t('transmissions.filters.state')}
            width={210}
            value={filter.state}
            options={shownStates.map((value) => ({ value, label: t(`transmissions.states.${value}`) }))}
            onChange={(state) => setFilter({ state })}
          />
          <FilterSelect
            label={t('transmissions.filters.due')}
            isFeminine
            width={140}
            value={filter.due}
            options={[{ value: 'yes', label: t('transmissions.filters.dueYes') }]}
            onChange={(due) => setFilter({ due })}
          />
          {filter.answeredFrom === undefined ? null : (
            <Chip
              label={t('news.answersSince', { date: format.dateTime(filter.answeredFrom) })}
              onDelete={() => setFilter({ answeredFrom: undefined })}
            />
          )}
        </>
      }
      // Ids in addresses are plain numbers; the call refuses one that no transmission has.
      panel={({ id, ...panel }) => <TransmissionPanel transmissionId={id as TransmissionId} {...panel} />}
    />
  );
}

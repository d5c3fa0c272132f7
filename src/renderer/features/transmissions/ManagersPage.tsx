import PersonIcon from '@mui/icons-material/ContactMailOutlined';
import { Button } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { FormationManagerId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { managerColumns, managerColumnsUnderPanel, managerListRules } from './manager-list';
import { ManagerPanel } from './ManagerPanel';
import { NewManager } from './NewManager';
import { Unreachable } from './Unreachable';

/** Who runs formations and passes offers on to their students. */
export function ManagersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const address = useListAddress(managerListRules);
  const { filter, sort, page, pageSize, open, setOpen } = address;
  const answer = useCall('managers', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const columns = useMemo(() => managerColumns(t, format), [t, format]);
  const isAdding = params.get('add') === 'yes';
  const add = (
    <Button variant="contained" component={Link} to="/managers?add=yes">
      {t('managers.add')}
    </Button>
  );
  return (
    <ListPage
      kind="managers"
      icon={<PersonIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={managerColumnsUnderPanel}
      exports={[]}
      actions={
        open === null ? (
          <>
            <Button variant="outlined" component={Link} to="/transmissions">
              {t('transmissions.register')}
            </Button>
            {isAdding ? null : add}
          </>
        ) : null
      }
      emptyAction={add}
      criteria={null}
      strip={isAdding ? <NewManager onDone={setOpen} /> : <Unreachable />}
      // Ids in addresses are plain numbers; the call refuses one that no manager has.
      panel={({ id, ...panel }) => <ManagerPanel managerId={id as FormationManagerId} {...panel} />}
    />
  );
}

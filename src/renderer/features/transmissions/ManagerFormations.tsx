import ReleaseIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import {
  Box,
  Checkbox,
  FormControlLabel,
  IconButton,
  Link as TextLink,
  MenuItem,
  TextField,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormerManager, Manager } from '../../../shared/contract/managers';
import type { ComponentId, FormationId, FormationManagerId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';
import { useCall } from '../../api/use-call';
import { FormationSearch } from '../../components/FormationSearch';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { errorText } from '../../i18n/error-text';

interface ManagerFormationsProps {
  readonly manager: Manager;
}

/** The formations of a manager, and the way to give them one more or a whole component. */
export function ManagerFormations({ manager }: ManagerFormationsProps) {
  const { t } = useTranslation();
  const assign = useAssign();
  const components = useCall('university', 'components', {}).data ?? [];
  const [onlyFree, setOnlyFree] = useState(true);
  const { id: managerId, name } = manager;
  const tell = (count: number): string =>
    count === 0 ? t('managers.assignedNone') : t('managers.assigned', { count, name });
  const give = (what: Partial<Given>): void => void assign({ managerId, ...nothing, ...what }, tell);
  return (
    <>
      {manager.formations.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {t('managers.formationsNone')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1.5, maxHeight: 280, overflow: 'auto' }}>
        {manager.formations.map(({ id, title, component }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box sx={{ flex: 1, minWidth: 0, py: 0.5 }}>
              <TextLink component={Link} to={`/formations?open=${id}`} variant="body2">
                {title}
              </TextLink>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {component}
              </Typography>
            </Box>
            <Tooltip title={t('managers.release', { title })}>
              <IconButton
                size="small"
                aria-label={t('managers.release', { title })}
                onClick={() =>
                  void assign({ managerId: null, ...nothing, formationIds: [id] }, () =>
                    t('managers.released', { title }),
                  )
                }
              >
                <ReleaseIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 1.25 }}>
        <FormationSearch label={t('managers.assign')} onChoose={(row) => row && give({ formationIds: [row.id] })} />
        <TextField
          select
          label={t('managers.assignComponent')}
          value=""
          onChange={(event) => {
            const chosen = components.find(({ id }) => String(id) === event.target.value);
            if (chosen) give({ componentId: chosen.id, onlyFree });
          }}
        >
          {components.map(({ id, name: component }) => (
            <MenuItem key={id} value={String(id)}>
              {component}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          control={<Checkbox size="small" checked={onlyFree} onChange={(_event, checked) => setOnlyFree(checked)} />}
          label={t('managers.onlyFree')}
          slotProps={{ typography: { variant: 'body2' } }}
        />
      </Box>
    </>
  );
}

interface Given {
  readonly formationIds: FormationId[];
  readonly componentId: ComponentId | null;
  readonly onlyFree: boolean;
}

const nothing: Given = { formationIds: [], componentId: null, onlyFree: false };

/** Gives formations to somebody and tells how many changed hands, with the way back. */
function useAssign() {
  const { t } = useTranslation();
  const client = useClient();
  const notify = useNotify();
  const guard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const { what, todo } = errorText(t, error);
      notify({ severity: 'error', text: `${what} ${todo}` });
    }
  };
  const giveBack = (former: FormerManager[]): Promise<void> =>
    guard(async () => {
      await client.managers.giveBack({ former });
      notify({ about: 'manager', severity: 'success', text: t('transmissions.takenBack') });
    });
  return (given: Given & { readonly managerId: FormationManagerId | null }, tell: (count: number) => string) =>
    guard(async () => {
      const { former } = await client.managers.assign(given);
      const undo = former.length === 0 ? {} : { action: <UndoButton onUndo={() => void giveBack(former)} /> };
      notify({ about: 'manager', severity: 'success', text: tell(former.length), ...undo });
    });
}

import { Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { ImportId } from '../../../shared/domain/ids';
import { useAction } from '../../api/use-call';
import { useNotify } from '../../components/notices';
import { errorText } from '../../i18n/error-text';

interface KeptValueProps {
  readonly importId: ImportId;
  readonly line: number;
  readonly column: string;
  /** Whether the value of the file stands in the field now. */
  readonly isTaken: boolean;
}

/** Exchanges what a person wrote with what the file says, to and fro. */
export function KeptValue({ importId, line, column, isTaken }: KeptValueProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const take = useAction('imports', 'takeFileValue');
  const keep = useAction('imports', 'keepOwnValue');
  const action = isTaken ? keep : take;
  const label = t(isTaken ? 'importFiles.keepOwn' : 'importFiles.takeFile');
  return (
    <Button
      size="small"
      sx={{ alignSelf: 'start', py: 0, minHeight: 24, whiteSpace: 'nowrap' }}
      loading={action.isPending}
      aria-label={t('importFiles.ofColumn', { label, column, line })}
      onClick={() =>
        action.mutate(
          { importId, line, column },
          {
            onError: (error) => {
              const { what, todo } = errorText(t, error);
              notify({ about: `kept-${importId}-${line}`, severity: 'error', text: `${what} ${todo}` });
            },
          },
        )
      }
    >
      {label}
    </Button>
  );
}

import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatsOf, type ExportFormat, type ExportRequest } from '../../shared/contract/exports';
import { useExport } from '../api/use-export';
import { exportTableOf } from './export-table';
import { ExportColumns } from './ExportColumns';
import { ShareDialog, type SharedRows } from './ShareDialog';
import { useTellExport } from './use-tell-export';

interface ExportMenuProps {
  /** What can be written, by the rows that the list shows now. */
  readonly requests: readonly { readonly label: string; readonly request: ExportRequest }[];
  readonly isDisabled: boolean;
}

/** Saves exactly the rows of a list as a file, in either format. */
export function ExportMenu({ requests, isDisabled }: ExportMenuProps) {
  const { t } = useTranslation();
  const { isRunning, run } = useExport();
  const tell = useTellExport();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const [chosen, setChosen] = useState<ExportRequest | null>(null);
  const shared = requests.map(({ request }) => request).find(isShareable);
  const [isSharing, setIsSharing] = useState(false);
  const chosenTable = chosen && exportTableOf(chosen);

  const save = async (request: ExportRequest, format: ExportFormat, columns?: readonly string[]): Promise<void> => {
    setAnchor(null);
    setChosen(null);
    await tell(() => run(request, format, columns));
  };

  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        onClick={(event) => setAnchor(event.currentTarget)}
        disabled={isDisabled}
        loading={isRunning}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={menuId}
      >
        {t('exports.button')}
      </Button>
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        {requests.flatMap(({ label, request }, index) => [
          index > 0 ? <Divider key={`${request.what}-line`} /> : null,
          <ListSubheader key={request.what} role="presentation" sx={{ lineHeight: '32px' }}>
            {label}
          </ListSubheader>,
          ...formatsOf(request.what).map((format) => (
            <MenuItem key={`${request.what}-${format}`} onClick={() => void save(request, format)}>
              <ListItemText primary={t(`exports.formats.${format}`)} secondary={t(`exports.formatHints.${format}`)} />
            </MenuItem>
          )),
          exportTableOf(request) === null ? null : (
            <MenuItem
              key={`${request.what}-columns`}
              onClick={() => {
                setAnchor(null);
                setChosen(request);
              }}
            >
              {t('exports.chooseColumns')}
            </MenuItem>
          ),
        ])}
        {shared
          ? [
              <Divider key="share-line" />,
              <MenuItem
                key="share"
                onClick={() => {
                  setAnchor(null);
                  setIsSharing(true);
                }}
              >
                {t('packages.share')}
              </MenuItem>,
            ]
          : null}
      </Menu>
      {isSharing && shared ? <ShareDialog rows={shared} onClose={() => setIsSharing(false)} /> : null}
      {chosen && chosenTable ? (
        <ExportColumns
          what={chosenTable}
          onSave={(format, columns) => void save(chosen, format, columns)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}

function isShareable(request: ExportRequest): request is SharedRows {
  return request.what === 'offers' || request.what === 'formations' || request.what === 'companies';
}
